package ru.cur.sla;

import java.time.Duration;

/** Numbers as they are said in Russian. */
public final class RussianNumbers {

    private RussianNumbers() {}

    /** The word in the form that goes with the number: 1 час, 2 часа, 5 часов, 11 часов, 21 час. */
    public static String agree(long number, String one, String few, String many) {
        long tens = number % 100;
        long ones = number % 10;
        if (tens >= 11 && tens <= 14) {
            return many;
        }
        if (ones == 1) {
            return one;
        }
        return ones >= 2 && ones <= 4 ? few : many;
    }

    /** For instance «2 ч 10 мин», «10 мин»; whole minutes, the rest is dropped. */
    public static String hours(Duration duration) {
        return duration.toHours() == 0
                ? duration.toMinutesPart() + " мин"
                : "%d ч %d мин".formatted(duration.toHours(), duration.toMinutesPart());
    }
}
