package ru.cur.escalation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whom a step of the ladder tells; the table {@code escalation-ladder} names them. */
public enum LadderRole {
    EXECUTOR,
    BODY_HEAD,
    CURATOR,
    CUR_HEAD,
    VICE_GOVERNOR;

    /** Reads a cell of the table. @throws IllegalArgumentException when it names somebody unknown */
    public static List<LadderRole> parse(String cell) {
        return Arrays.stream(cell.split(","))
                .map(String::strip)
                .map(LadderRole::valueOf)
                .toList();
    }

    /** Who is told when nobody of this role is there; empty for the last. */
    Optional<LadderRole> next() {
        return ordinal() + 1 < values().length ? Optional.of(values()[ordinal() + 1]) : Optional.empty();
    }
}
