package ru.cur.platform.time;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import org.springframework.stereotype.Component;

/**
 * Repetitions of timer start events, in the time of the region: a cron expression would mean the time of the machine. Diagrams
 * call it as {@code #{timerCycles.daily('03:00')}}.
 */
@Component
public class TimerCycles {
    private final Clock clock;
    private final ZoneId zone;

    TimerCycles(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** Each day at that time. */
    public String daily(String time) {
        ZonedDateTime next = today(time);
        return cycle(
                next.isAfter(now()) ? next : next.plusDays(1),
                Duration.ofDays(1).toString());
    }

    /** Each week on that day at that time. @param day for instance MONDAY */
    public String weekly(String day, String time) {
        ZonedDateTime next = today(time).with(TemporalAdjusters.nextOrSame(DayOfWeek.valueOf(day)));
        return cycle(
                next.isAfter(now()) ? next : next.plusWeeks(1), Period.ofDays(7).toString());
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(zone);
    }

    private ZonedDateTime today(String time) {
        return now().with(LocalTime.parse(time));
    }

    private static String cycle(ZonedDateTime first, String period) {
        return "R/" + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(first) + "/" + period;
    }
}
