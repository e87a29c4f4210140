package ru.cur.sla.calendar;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.function.IntPredicate;

/** Organisations with different hours, each said twice: to the program and to {@link MinuteByMinute}. */
enum SampleHours {
    REGION(
            "Asia/Vladivostok",
            WorkingHours.parse("09:00-13:00, 14:00-18:00", "", "09:00-13:00, 14:00-17:00", ""),
            (off, isShort, day, minute) -> !off && within(9, isShort ? 17 : 18).test(minute) && minute / 60 != 13),
    FRIDAY_UNTIL_FIVE(
            "Asia/Vladivostok",
            WorkingHours.parse("09:00-13:00, 13:45-18:00", "09:00-13:00, 13:45-17:00", "09:00-13:00, 13:45-16:00", ""),
            (off, isShort, day, minute) -> !off
                    && within(9, isShort ? 16 : day == DayOfWeek.FRIDAY ? 17 : 18)
                            .test(minute)
                    && (minute < 13 * 60 || minute >= 13 * 60 + 45)),
    MOSCOW(
            "Europe/Moscow",
            WorkingHours.DEFAULT,
            (off, isShort, day, minute) -> !off && within(9, isShort ? 17 : 18).test(minute) && minute / 60 != 13),
    TWO_BREAKS_AND_DUTY(
            "Asia/Vladivostok",
            WorkingHours.parse("08:00-11:30, 12:18-15:00, 15:15-20:00", "", "08:00-11:30, 12:18-15:00", "10:00-14:00"),
            (off, isShort, day, minute) -> off
                    ? within(10, 14).test(minute)
                    : (minute >= 480 && minute < 690)
                            || (minute >= 738 && minute < 900)
                            || (!isShort && minute >= 915 && minute < 1200)),
    ROUND_THE_CLOCK(
            "Asia/Vladivostok",
            WorkingHours.parse("00:00-24:00", "", "00:00-24:00", "00:00-24:00"),
            (off, isShort, day, minute) -> true),
    ROUND_THE_CLOCK_WITH_SUMMER_TIME(
            "Europe/Berlin",
            WorkingHours.parse("00:00-24:00", "", "00:00-24:00", "00:00-24:00"),
            (off, isShort, day, minute) -> true),
    BERLIN(
            "Europe/Berlin",
            WorkingHours.DEFAULT,
            (off, isShort, day, minute) -> !off && within(9, isShort ? 17 : 18).test(minute) && minute / 60 != 13);

    private final ZoneId zone;
    private final WorkingHours hours;
    private final MinuteByMinute.Hours slow;

    SampleHours(String zone, WorkingHours hours, MinuteByMinute.Hours slow) {
        this.zone = ZoneId.of(zone);
        this.hours = hours;
        this.slow = slow;
    }

    private static IntPredicate within(int from, int to) {
        return minute -> minute >= from * 60 && minute < to * 60;
    }

    WorkingCalendar calendar() {
        return new WorkingCalendar(1, PublishedCalendar.read(), PublishedCalendar.always(name(), zone, hours));
    }

    MinuteByMinute minuteByMinute() {
        return new MinuteByMinute(zone, slow);
    }
}
