package ru.cur.incident.attachment;

import java.util.Locale;
import org.springframework.util.unit.DataSize;

/** Sizes for people: «20 МБ», «2,3 МБ», «12 КБ», «300 байт». */
final class FileSize {
    private static final long KILO = 1024;
    private static final long MEGA = KILO * KILO;
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private FileSize() {}

    static String of(DataSize size) {
        return of(size.toBytes());
    }

    /** @param bytes not negative */
    static String of(long bytes) {
        if (bytes >= MEGA) {
            return bytes % MEGA == 0
                    ? "%d МБ".formatted(bytes / MEGA)
                    : String.format(RUSSIAN, "%.1f МБ", (double) bytes / MEGA);
        }
        return bytes >= KILO ? "%d КБ".formatted(Math.round((double) bytes / KILO)) : "%d байт".formatted(bytes);
    }
}
