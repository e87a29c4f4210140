package ru.cur.channel.open311;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ru.cur.channel.ServiceCatalog.Service;
import ru.cur.channel.StorableText;
import ru.cur.incident.IncomingMessage.Author;
import ru.cur.incident.IncomingMessage.Place;

/** The fields of one request that is posted. Everything that is wrong with them is found, not the first thing only. */
final class RequestForm {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\\x00\\p{Cs}]+");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_DESCRIPTION = 4000;
    private static final int LONGEST_LINK = 2000;
    private static final double POLE = 90;
    private static final double DATE_LINE = 180;

    private final Map<String, String[]> params;
    private final List<GeoError> errors = new ArrayList<>();

    RequestForm(Map<String, String[]> params) {
        this.params = params;
    }

    /**
     * @param services by code
     * @param attributes reads the answers to the attributes of a service, and adds to the errors
     * @throws GeoRefusal naming everything that is wrong
     */
    NewRequest read(
            Function<String, Optional<Service>> services,
            Function<Service, Function<List<GeoError>, AttributeAnswers>> attributes) {
        Optional<Service> service = service(services);
        Place place = place();
        Author author = author();
        String description = text("description", LONGEST_DESCRIPTION);
        String media = media();
        List<String> answers = service.map(
                        known -> attributes.apply(known).apply(errors).read(params))
                .orElse(List.of());
        if (!errors.isEmpty()) {
            throw new GeoRefusal(errors);
        }
        return new NewRequest(
                service.orElseThrow(),
                words(description == null ? service.get().name() : description, answers),
                author,
                place,
                media,
                fingerprint());
    }

    private static String words(String description, List<String> answers) {
        return answers.isEmpty() ? description : description + "\n\n" + String.join("\n", answers);
    }

    private Optional<Service> service(Function<String, Optional<Service>> services) {
        String code = text("service_code", LONGEST_ID);
        if (code == null) {
            fault("service_code: не указан код услуги");
            return Optional.empty();
        }
        Optional<Service> service = services.apply(code);
        if (service.isEmpty()) {
            errors.add(new GeoError(GeoError.UNKNOWN, "service_code: услуги «%s» нет".formatted(code)));
        }
        return service;
    }

    private Place place() {
        String address = text("address_string", LONGEST_ADDRESS);
        String id = text("address_id", LONGEST_ID);
        Double lat = degrees("lat", POLE);
        Double lon = degrees("long", DATE_LINE);
        boolean onlyOne = (value("lat") == null) != (value("long") == null);
        if (onlyOne) {
            fault("lat, long: широта и долгота нужны вместе");
        } else if (value("lat") == null && value("address_string") == null && value("address_id") == null) {
            fault("Укажите место: lat и long, или address_string, или address_id");
        }
        return new Place(address == null && id != null ? "Код адреса " + id : address, null, lat, lon);
    }

    private Double degrees(String field, double most) {
        String written = value(field);
        if (written == null) {
            return null;
        }
        try {
            double degrees = Double.parseDouble(written.replace(',', '.'));
            if (Math.abs(degrees) <= most) {
                return degrees;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, like a number that is too large, or none at all.
        }
        fault("%s: нужно число градусов от -%d до %d".formatted(field, (int) most, (int) most));
        return null;
    }

    private Author author() {
        String name = joined(" ", text("first_name", LONGEST_NAME), text("last_name", LONGEST_NAME));
        String contact = joined(", ", text("phone", LONGEST_NAME), text("email", LONGEST_ID));
        String account = text("account_id", LONGEST_ID);
        String device = text("device_id", LONGEST_ID);
        return new Author(account == null ? device : account, name, contact);
    }

    private static String joined(String between, String... parts) {
        String all = Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(between));
        return all.isEmpty() ? null : all;
    }

    private String media() {
        String link = text("media_url", LONGEST_LINK);
        if (link != null && !LINK.matcher(link).matches()) {
            fault("media_url: нужна ссылка http(s)");
        }
        return link;
    }

    /** Null when it is not given, or not fit. */
    private String text(String field, int longest) {
        String text = value(field);
        if (text == null) {
            return null;
        }
        if (!StorableText.is(text)) {
            fault(field + ": недопустимый знак: с кодом 0 или половина составного");
            return null;
        }
        if (StorableText.length(text) > longest) {
            fault("%s: не длиннее %d знаков".formatted(field, longest));
            return null;
        }
        return text;
    }

    /** By the specification an empty field is the same as none. */
    private String value(String field) {
        String[] values = params.get(field);
        String value = values == null ? "" : values[0].strip().replace("\r\n", "\n");
        return value.isEmpty() ? null : value;
    }

    private void fault(String description) {
        errors.add(new GeoError(GeoError.BAD, description));
    }

    private String fingerprint() {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(params).forEach((name, values) -> all.append(name)
                .append('=')
                .append(Arrays.toString(values))
                .append('\n'));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(all.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
