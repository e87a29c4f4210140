package ru.cur.escalation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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

    /** This one, and who is told, one after the other, when nobody of it is there. */
    Stream<LadderRole> andUp() {
        return Arrays.stream(values()).skip(ordinal());
    }
}
