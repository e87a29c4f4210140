package ru.cur.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Time that passed and did not count, of one kind.
 *
 * @param duration all of it together
 * @param days the days on which it was, each with its note (null where there is nothing to say)
 */
public record Skipped(Kind kind, Duration duration, Map<LocalDate, String> days) {

    /** Why time does not count. */
    public enum Kind {
        /** Before and after the hours of a working day. */
        OUT_OF_HOURS("вне рабочих часов"),
        /** Between two intervals of work. */
        BREAK("обед"),
        WEEKEND("выходные"),
        /** A day off that the production calendar names: a holiday, a transfer, a decree. */
        HOLIDAY("праздники и переносы");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** What people read, in Russian. */
        public String title() {
            return title;
        }
    }

    /** What of the time between the two moments is no working time, by kind; nothing when they are the wrong way round. */
    static List<Skipped> between(WorkingCalendar calendar, Instant from, Instant to) {
        Map<Kind, Duration> durations = new EnumMap<>(Kind.class);
        Map<Kind, Map<LocalDate, String>> days = new EnumMap<>(Kind.class);
        if (from.isBefore(to)) {
            ZoneId zone = calendar.zone();
            for (LocalDate date = calendar.dayOf(from); !date.isAfter(calendar.dayOf(to)); date = date.plusDays(1)) {
                Day day = new Day(calendar, date, from.getEpochSecond(), to.getEpochSecond());
                day.gaps(zone).forEach((kind, seconds) -> {
                    durations.merge(kind, Duration.ofSeconds(seconds), Duration::plus);
                    days.computeIfAbsent(kind, k -> new TreeMap<>()).put(day.date(), day.note());
                });
            }
        }
        List<Skipped> skipped = new ArrayList<>();
        durations.forEach((kind, duration) -> skipped.add(new Skipped(kind, duration, days.get(kind))));
        return skipped;
    }

    /** One day of the span, cut off at the span's ends. */
    private record Day(WorkingCalendar calendar, LocalDate date, long from, long to) {

        String note() {
            return calendar.production().dayOf(date).note();
        }

        Map<Kind, Long> gaps(ZoneId zone) {
            Map<Kind, Long> gaps = new EnumMap<>(Kind.class);
            List<WorkingHours.Interval> intervals =
                    WorkingTime.intervals(calendar.production(), calendar.schedule(), date);
            long midnight = date.atStartOfDay(zone).toEpochSecond();
            long nextMidnight = date.plusDays(1).atStartOfDay(zone).toEpochSecond();
            if (intervals.isEmpty()) {
                boolean weekend = ProductionCalendar.isWeekend(date) && note() == null;
                add(gaps, weekend ? Kind.WEEKEND : Kind.HOLIDAY, midnight, nextMidnight);
                return gaps;
            }
            long free = midnight;
            for (WorkingHours.Interval interval : intervals) {
                long start = interval.startOn(date, zone);
                add(gaps, free == midnight ? Kind.OUT_OF_HOURS : Kind.BREAK, free, start);
                free = interval.endOn(date, zone);
            }
            add(gaps, Kind.OUT_OF_HOURS, free, nextMidnight);
            return gaps;
        }

        private void add(Map<Kind, Long> gaps, Kind kind, long begin, long end) {
            long seconds = Math.min(end, to) - Math.max(begin, from);
            if (seconds > 0) {
                gaps.merge(kind, seconds, Long::sum);
            }
        }
    }
}
