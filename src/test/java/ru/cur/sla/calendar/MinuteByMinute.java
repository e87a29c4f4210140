package ru.cur.sla.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * Working time the slow way: each minute of 2025–2028 is marked as worked or not, and a term counts the marks. It shares
 * neither code nor data with the program: days are written down from the government's decrees.
 */
final class MinuteByMinute {
    private static final LocalDateTime START = LocalDate.of(2025, 1, 1).atStartOfDay();
    private static final LocalDate END = LocalDate.of(2029, 1, 1);

    private static final Set<String> OFF = Set.of(
            "2025-05-02",
            "2025-05-08",
            "2025-06-13",
            "2025-11-03",
            "2025-12-31",
            "2026-01-09",
            "2026-03-09",
            "2026-05-11",
            "2026-12-31");
    private static final Set<String> SHORT = Set.of(
            "2025-03-07",
            "2025-04-30",
            "2025-06-11",
            "2025-11-01",
            "2026-04-30",
            "2026-05-08",
            "2026-06-11",
            "2026-11-03");
    private static final Set<String> WORKING_WEEKENDS = Set.of("2025-11-01");
    private static final Set<String> HOLIDAYS = Set.of(
            "--01-01", "--01-02", "--01-03", "--01-04", "--01-05", "--01-06", "--01-07", "--01-08", "--02-23",
            "--03-08", "--05-01", "--05-09", "--06-12", "--11-04");

    private final boolean[] worked = new boolean[minuteOf(END.atStartOfDay())];

    MinuteByMinute() {
        START.toLocalDate().datesUntil(END).filter(MinuteByMinute::worksOn).forEach(this::mark);
    }

    private void mark(LocalDate date) {
        int midnight = minuteOf(date.atStartOfDay());
        int closing = SHORT.contains(date.toString()) ? 17 : 18;
        for (int minute = 9 * 60; minute < closing * 60; minute++) {
            boolean lunch = minute >= 13 * 60 && minute < 14 * 60;
            worked[midnight + minute] = !lunch;
        }
    }

    static boolean worksOn(LocalDate date) {
        if (WORKING_WEEKENDS.contains(date.toString())) {
            return true;
        }
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend
                && !OFF.contains(date.toString())
                && !HOLIDAYS.contains(MonthDay.from(date).toString());
    }

    /** The end of the minute in which the last minute of the term is worked. */
    LocalDateTime after(LocalDateTime start, int minutes) {
        int minute = minuteOf(start);
        for (int left = minutes; left > 0; minute++) {
            left -= worked[minute] ? 1 : 0;
        }
        return START.plusMinutes(minute);
    }

    int workedBetween(LocalDateTime from, LocalDateTime to) {
        int count = 0;
        int end = minuteOf(to);
        for (int minute = minuteOf(from); minute < end; minute++) {
            count += worked[minute] ? 1 : 0;
        }
        return count;
    }

    static LocalDateTime endOfWorkingDay(LocalDate start, int days) {
        LocalDate date = start;
        for (int left = days; left > 0; ) {
            date = date.plusDays(1);
            left -= worksOn(date) ? 1 : 0;
        }
        while (!worksOn(date)) {
            date = date.plusDays(1);
        }
        return date.atTime(SHORT.contains(date.toString()) ? 17 : 18, 0);
    }

    private static int minuteOf(LocalDateTime time) {
        return (int) ChronoUnit.MINUTES.between(START, time);
    }
}
