package ru.cur.channel.exchange.table;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * What stands in a cell.
 *
 * @param text as a person reads it; empty when nothing stands there
 * @param moment of a cell that is a date by its type, in the zone of whoever wrote it; null for all others
 * @param problem why it can't be read, in Russian; null when it can
 */
public record Cell(String text, LocalDateTime moment, String problem) {
    public static final Cell EMPTY = text("");

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");

    public static Cell text(String text) {
        return new Cell(text, null, null);
    }

    static Cell moment(LocalDateTime moment) {
        return new Cell(SHOWN.format(moment), moment, null);
    }

    static Cell unreadable(String shown, String problem) {
        return new Cell(shown, null, problem);
    }

    /** Whether nobody has written anything there; spaces are nothing. */
    public boolean isBlank() {
        return problem == null && text.isBlank();
    }
}
