package ru.cur.sla.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Set;

/**
 * Working time the slow way: each minute of 2023–2027 is marked as worked or not, and a term counts the marks. It shares
 * neither code nor data with the program: days are written down from the government's decrees, those of 2027 from the Labour
 * Code.
 */
final class MinuteByMinute {
    private static final Instant START = Instant.parse("2022-12-31T00:00:00Z");
    private static final Instant END = Instant.parse("2028-01-02T00:00:00Z");

    private static final Set<String> OFF = Set.of(
            "2023-02-24",
            "2023-05-08",
            "2023-11-06",
            "2024-04-29",
            "2024-04-30",
            "2024-05-10",
            "2024-12-30",
            "2024-12-31",
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
            "2023-02-22",
            "2023-03-07",
            "2023-11-03",
            "2024-02-22",
            "2024-03-07",
            "2024-05-08",
            "2024-06-11",
            "2024-11-02",
            "2025-03-07",
            "2025-04-30",
            "2025-06-11",
            "2025-11-01",
            "2026-04-30",
            "2026-05-08",
            "2026-06-11",
            "2026-11-03");
    private static final Set<String> WORKING_WEEKENDS = Set.of("2024-04-27", "2024-11-02", "2024-12-28", "2025-11-01");
    private static final Set<String> HOLIDAYS = Set.of(
            "--01-01", "--01-02", "--01-03", "--01-04", "--01-05", "--01-06", "--01-07", "--01-08", "--02-23",
            "--03-08", "--05-01", "--05-09", "--06-12", "--11-04");

    /** Whether an organisation works in a minute. */
    interface Hours {
        /** @param minute of the day in the organisation's zone */
        boolean works(boolean off, boolean isShort, DayOfWeek day, int minute);
    }

    private final boolean[] worked = new boolean[minuteOf(END)];
    /** The day to which each minute belongs, from 0. */
    private final short[] days = new short[worked.length];
    /** Whether each minute belongs to a day that is off for the country. */
    private final boolean[] dayOff = new boolean[worked.length];

    MinuteByMinute(ZoneId zone, Hours hours) {
        short day = -1;
        LocalDate date = LocalDate.MIN;
        boolean off = false;
        boolean isShort = false;
        // Offsets change on whole hours.
        for (int hour = 0; hour < worked.length; hour += 60) {
            LocalDateTime local = LocalDateTime.ofInstant(momentOf(hour), zone);
            if (!local.toLocalDate().equals(date)) {
                day++;
                date = local.toLocalDate();
                off = !worksOn(date);
                isShort = SHORT.contains(date.toString());
            }
            for (int minute = 0; minute < 60; minute++) {
                days[hour + minute] = day;
                dayOff[hour + minute] = off;
                worked[hour + minute] = hours.works(off, isShort, date.getDayOfWeek(), local.getHour() * 60 + minute);
            }
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

    /**
     * The moment at which so many minutes have been worked: the end of the last of them. With none or less than none, the
     * first moment from which on that many are worked until the given one.
     */
    Instant after(Instant start, int minutes) {
        int minute = minuteOf(start);
        if (minutes > 0) {
            for (int left = minutes; left > 0; minute++) {
                left -= worked[minute] ? 1 : 0;
            }
        } else {
            for (int left = -minutes; left > 0 || !worked[minute - 1]; ) {
                minute--;
                left -= worked[minute] ? 1 : 0;
            }
        }
        return momentOf(minute);
    }

    int workedBetween(Instant from, Instant to) {
        int count = 0;
        int end = minuteOf(to);
        for (int minute = minuteOf(from); minute < end; minute++) {
            count += worked[minute] ? 1 : 0;
        }
        return count;
    }

    /** The end of work on the n-th day after the moment's on which anybody works. */
    Instant endOfWorkingDay(Instant start, int n) {
        int minute = minuteOf(start);
        for (int left = n; left > 0; ) {
            minute = firstMinuteAfterTheDayOf(minute);
            left -= lastWorkedMinuteOfTheDayOf(minute) >= 0 ? 1 : 0;
        }
        return momentOf(lastWorkedMinuteOfTheDayOf(minute) + 1);
    }

    /**
     * Where a term that would end on a day off ends instead: with the work of the nearest day, before it and after the start or
     * else behind it, that is not off and on which anybody works.
     */
    Instant rolled(Instant start, Instant due, boolean backward) {
        int minute = minuteOf(due);
        if (!dayOff[minute]) {
            return due;
        }
        int earlier = minute;
        while (backward && earlier > minuteOf(start) && endOfOrdinaryWork(earlier) < 0) {
            earlier = firstMinuteOfTheDayOf(earlier) - 1;
        }
        if (backward && endOfOrdinaryWork(earlier) > minuteOf(start)) {
            return momentOf(endOfOrdinaryWork(earlier));
        }
        int later = minute;
        while (endOfOrdinaryWork(later) < 0) {
            later = firstMinuteAfterTheDayOf(later);
        }
        return momentOf(endOfOrdinaryWork(later));
    }

    /** Of the minute's day; -1 when it is off or nobody works. */
    private int endOfOrdinaryWork(int minute) {
        int last = dayOff[minute] ? -1 : lastWorkedMinuteOfTheDayOf(firstMinuteOfTheDayOf(minute));
        return last < 0 ? -1 : last + 1;
    }

    private int firstMinuteOfTheDayOf(int minute) {
        int first = minute;
        while (first > 0 && days[first - 1] == days[minute]) {
            first--;
        }
        return first;
    }

    private int firstMinuteAfterTheDayOf(int minute) {
        int next = minute;
        while (days[next] == days[minute]) {
            next++;
        }
        return next;
    }

    private int lastWorkedMinuteOfTheDayOf(int minute) {
        int last = -1;
        for (int each = minute; days[each] == days[minute]; each++) {
            last = worked[each] ? each : last;
        }
        return last;
    }

    private static Instant momentOf(int minute) {
        return START.plusSeconds(minute * 60L);
    }

    private static int minuteOf(Instant moment) {
        return (int) ((moment.getEpochSecond() - START.getEpochSecond()) / 60);
    }
}
