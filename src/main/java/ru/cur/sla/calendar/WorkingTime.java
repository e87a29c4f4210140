package ru.cur.sla.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Working time as a line of seconds that grows only during working hours. Both directions are one binary search in an index
 * of intervals with prefix sums, however long the term is. Immutable.
 */
final class WorkingTime {
    private final String name;
    private final LocalDate firstDay;
    private final long firstSecond;
    private final long lastSecond;
    /** Epoch seconds at which the intervals of work begin and end. */
    private final long[] starts;

    private final long[] ends;
    /** Working seconds before each interval, and at the end before whatever comes after the last. */
    private final long[] before;
    /** Days on which anybody works, before each day, and at the end before the day after the last. */
    private final int[] workingDaysBefore;
    /** Epoch seconds at which the working days end. */
    private final long[] endsOfDays;

    WorkingTime(ProductionCalendar calendar, Schedule schedule, int firstYear, int lastYear) {
        ZoneId zone = schedule.zone();
        this.name = schedule.name();
        this.firstDay = LocalDate.of(firstYear, 1, 1);
        LocalDate end = LocalDate.of(lastYear + 1, 1, 1);
        this.firstSecond = firstDay.atStartOfDay(zone).toEpochSecond();
        this.lastSecond = end.atStartOfDay(zone).toEpochSecond();
        this.workingDaysBefore = new int[(int) (end.toEpochDay() - firstDay.toEpochDay()) + 1];
        LongStream.Builder starting = LongStream.builder();
        LongStream.Builder ending = LongStream.builder();
        LongStream.Builder closing = LongStream.builder();
        for (int day = 0; day < workingDaysBefore.length - 1; day++) {
            LocalDate date = firstDay.plusDays(day);
            List<WorkingHours.Interval> intervals = intervals(calendar, schedule, date);
            intervals.forEach(interval -> {
                starting.add(interval.startOn(date, zone));
                ending.add(interval.endOn(date, zone));
            });
            boolean works = !intervals.isEmpty();
            workingDaysBefore[day + 1] = workingDaysBefore[day] + (works ? 1 : 0);
            if (works) {
                closing.add(intervals.get(intervals.size() - 1).endOn(date, zone));
            }
        }
        this.starts = starting.build().toArray();
        this.ends = ending.build().toArray();
        this.endsOfDays = closing.build().toArray();
        this.before = new long[starts.length + 1];
        for (int i = 0; i < starts.length; i++) {
            before[i + 1] = before[i] + ends[i] - starts[i];
        }
    }

    static List<WorkingHours.Interval> intervals(ProductionCalendar calendar, Schedule schedule, LocalDate date) {
        return schedule.on(date).of(calendar.kindOf(date), date.getDayOfWeek());
    }

    /**
     * Working seconds from the first day of the index up to the moment.
     *
     * @throws IllegalArgumentException when the moment lies outside of the index
     */
    long at(Instant moment) {
        long second = moment.getEpochSecond();
        if (second < firstSecond || second > lastSecond) {
            throw new IllegalArgumentException("The working calendar does not reach to " + moment);
        }
        int found = Arrays.binarySearch(starts, second);
        int interval = found >= 0 ? found : -found - 2;
        return interval < 0 ? 0 : before[interval] + Math.min(second, ends[interval]) - starts[interval];
    }

    /**
     * The first moment at which so many working seconds have passed: a term that fills a day ends that evening, not next
     * morning.
     *
     * @throws IllegalArgumentException when that is before the first or after the last day
     */
    Instant when(long seconds) {
        if (seconds < 0 || seconds > before[starts.length] || starts.length == 0) {
            throw beyondTheLastDay();
        }
        int found = Arrays.binarySearch(before, seconds);
        int interval = Math.max(found >= 0 ? found - 1 : -found - 2, 0);
        return Instant.ofEpochSecond(starts[interval] + seconds - before[interval]);
    }

    /**
     * The end of the n-th working day after the date; with 0, of the date itself or of the next working day.
     *
     * @throws IllegalArgumentException when that is after the last day
     */
    Instant endOfWorkingDay(LocalDate date, int after) {
        int day = indexOf(date);
        int onOrBefore = workingDaysBefore[day + 1];
        boolean works = onOrBefore > workingDaysBefore[day];
        int ordinal = after == 0 ? (works ? onOrBefore : onOrBefore + 1) : onOrBefore + after;
        if (ordinal > endsOfDays.length) {
            throw beyondTheLastDay();
        }
        return Instant.ofEpochSecond(endsOfDays[ordinal - 1]);
    }

    boolean worksOn(LocalDate date) {
        int day = indexOf(date);
        return workingDaysBefore[day + 1] > workingDaysBefore[day];
    }

    /** The moment itself during work, else the beginning of the next work. */
    Instant nextWork(Instant moment) {
        int found = Arrays.binarySearch(starts, moment.getEpochSecond());
        if (found >= 0) {
            return moment;
        }
        int next = -found - 1;
        if (next > 0 && moment.getEpochSecond() < ends[next - 1]) {
            return moment;
        }
        if (next == starts.length) {
            throw beyondTheLastDay();
        }
        return Instant.ofEpochSecond(starts[next]);
    }

    private IllegalArgumentException beyondTheLastDay() {
        return new IllegalArgumentException("The working time of «%s» does not reach that far; the calendar ends on %s"
                .formatted(name, firstDay.plusDays(workingDaysBefore.length - 2L)));
    }

    private int indexOf(LocalDate date) {
        long day = date.toEpochDay() - firstDay.toEpochDay();
        if (day < 0 || day >= workingDaysBefore.length - 1) {
            throw new IllegalArgumentException("The working calendar does not reach to " + date);
        }
        return (int) day;
    }
}
