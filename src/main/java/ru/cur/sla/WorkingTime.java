package ru.cur.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/**
 * Working time as a line of seconds that grows only during working hours. Both directions are a lookup in an index over
 * days and at most one day's intervals, however long the term is. Immutable.
 */
final class WorkingTime {
    private final ZoneId zone;
    private final LocalDate firstDay;
    private final List<List<WorkingHours.Interval>> intervals;
    /** Working seconds before each day, and at the end before the day after the last. */
    private final long[] secondsBefore;

    WorkingTime(ProductionCalendar calendar, WorkingHours hours, ZoneId zone, int firstYear, int lastYear) {
        this.zone = zone;
        this.firstDay = LocalDate.of(firstYear, 1, 1);
        this.intervals = firstDay.datesUntil(LocalDate.of(lastYear + 1, 1, 1))
                .map(date -> hours.of(calendar.kindOf(date)))
                .toList();
        this.secondsBefore = new long[intervals.size() + 1];
        for (int day = 0; day < intervals.size(); day++) {
            long seconds = intervals.get(day).stream()
                    .mapToLong(interval -> seconds(interval.from(), interval.to()))
                    .sum();
            secondsBefore[day + 1] = secondsBefore[day] + seconds;
        }
    }

    private static long seconds(LocalTime from, LocalTime to) {
        return Duration.between(from, to).toSeconds();
    }

    boolean covers(LocalDate date) {
        long day = date.toEpochDay() - firstDay.toEpochDay();
        return day >= 0 && day < intervals.size();
    }

    /** Working seconds from the first day of the index up to the moment. */
    long at(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        int day = indexOf(local.toLocalDate());
        long seconds = secondsBefore[day];
        for (WorkingHours.Interval interval : intervals.get(day)) {
            if (local.toLocalTime().isAfter(interval.from())) {
                LocalTime end = local.toLocalTime().isBefore(interval.to()) ? local.toLocalTime() : interval.to();
                seconds += seconds(interval.from(), end);
            }
        }
        return seconds;
    }

    /**
     * The first moment at which so many working seconds have passed.
     *
     * @throws IllegalArgumentException when that is after the last day
     */
    Instant when(long seconds) {
        if (seconds > secondsBefore[intervals.size()]) {
            throw beyondTheLastDay();
        }
        int found = Arrays.binarySearch(secondsBefore, seconds);
        // The first day at whose end the seconds are reached: a term that fills a day ends that evening, not next
        // morning.
        int day = found >= 0 ? firstEqual(found) - 1 : -found - 2;
        long left = seconds - secondsBefore[day];
        for (WorkingHours.Interval interval : intervals.get(day)) {
            long length = seconds(interval.from(), interval.to());
            if (left <= length) {
                return date(day)
                        .atTime(interval.from())
                        .plusSeconds(left)
                        .atZone(zone)
                        .toInstant();
            }
            left -= length;
        }
        throw new IllegalStateException("Beyond the working time of " + date(day));
    }

    private int firstEqual(int found) {
        int first = found;
        while (first > 1 && secondsBefore[first - 1] == secondsBefore[found]) {
            first--;
        }
        return Math.max(first, 1);
    }

    /**
     * The end of the n-th working day after the date; with 0, of the date itself or of the next working day.
     *
     * @throws IllegalArgumentException when that is after the last day
     */
    Instant endOfWorkingDay(LocalDate date, int after) {
        int day = indexOf(date);
        int left = after;
        while (intervals.get(day).isEmpty() || left > 0) {
            day++;
            if (day == intervals.size()) {
                throw beyondTheLastDay();
            }
            left -= intervals.get(day).isEmpty() ? 0 : 1;
        }
        List<WorkingHours.Interval> last = intervals.get(day);
        return date(day).atTime(last.get(last.size() - 1).to()).atZone(zone).toInstant();
    }

    private IllegalArgumentException beyondTheLastDay() {
        return new IllegalArgumentException("The working calendar does not reach beyond " + date(intervals.size() - 1));
    }

    private int indexOf(LocalDate date) {
        if (!covers(date)) {
            throw new IllegalArgumentException("The working calendar does not reach to " + date);
        }
        return (int) (date.toEpochDay() - firstDay.toEpochDay());
    }

    private LocalDate date(int day) {
        return firstDay.plusDays(day);
    }
}
