package ru.cur.channel.open311;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** A request can't be fulfilled, for these reasons; nothing has changed. */
final class GeoRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<GeoError> errors;
    private final transient Duration wait;

    GeoRefusal(List<GeoError> errors) {
        this(errors, null);
    }

    GeoRefusal(int code, String description) {
        this(List.of(new GeoError(code, description)));
    }

    private GeoRefusal(List<GeoError> errors, Duration wait) {
        super(errors.stream().map(GeoError::description).collect(Collectors.joining("; ")));
        this.errors = List.copyOf(errors);
        this.wait = wait;
    }

    static GeoRefusal tooMany(String description, Duration wait) {
        return new GeoRefusal(List.of(new GeoError(GeoError.TOO_MANY, description)), wait);
    }

    List<GeoError> errors() {
        return errors;
    }

    /** Of HTTP: a resource that does not exist goes before a mistake. */
    int status() {
        return errors.stream()
                .map(GeoError::code)
                .filter(code -> code != GeoError.BAD)
                .findFirst()
                .orElse(GeoError.BAD);
    }

    /** How long to wait before another try; null when that would not help. */
    Duration waiting() {
        return wait;
    }
}
