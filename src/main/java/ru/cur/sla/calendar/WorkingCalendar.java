package ru.cur.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import ru.cur.sla.Roll;
import ru.cur.sla.RussianNumbers;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;

/**
 * The production calendar of the country with the working hours of one organisation: answers by when a term ends. All moments
 * are in UTC. Immutable; another version of the calendar is another instance.
 */
public final class WorkingCalendar {
    static final int FIRST_YEAR = 2020;
    static final int LAST_YEAR = 2045;

    private final long version;
    private final ProductionCalendar production;
    private final Schedule schedule;
    private final WorkingTime time;
    private final Instant begin;

    WorkingCalendar(long version, ProductionCalendar production, Schedule schedule) {
        this.version = version;
        this.production = production;
        this.schedule = schedule;
        this.time = new WorkingTime(production, schedule, FIRST_YEAR, LAST_YEAR);
        this.begin =
                LocalDate.of(FIRST_YEAR, 1, 1).atStartOfDay(schedule.zone()).toInstant();
    }

    /** Grows with each change of the production calendar or of anybody's hours. */
    public long version() {
        return version;
    }

    /** Whose hours these are, for people. */
    public String name() {
        return schedule.name();
    }

    public ZoneId zone() {
        return schedule.zone();
    }

    ProductionCalendar production() {
        return production;
    }

    Schedule schedule() {
        return schedule;
    }

    /**
     * The moment at which the term ends. Working days count from the day after the start and end with the working day;
     * calendar days keep the time of day, unless the term is rolled to the end of a working day: one that is no day off in the
     * production calendar and on which the organisation works.
     *
     * @throws IllegalArgumentException when the deadline lies beyond the calendar's last year
     */
    public Instant deadline(Instant start, Term term) {
        return switch (term.unit()) {
            case WORKING_MINUTES -> plus(start, Duration.ofMinutes(term.amount()), term.unit());
            case WORKING_HOURS -> plus(start, Duration.ofHours(term.amount()), term.unit());
            case WORKING_DAYS -> time.endOfWorkingDay(dayOf(start), term.amount());
            case CALENDAR_MINUTES -> start.plus(Duration.ofMinutes(term.amount()));
            case CALENDAR_HOURS -> start.plus(Duration.ofHours(term.amount()));
            case CALENDAR_DAYS ->
                rolled(start, start.atZone(zone()).plusDays(term.amount()).toInstant(), term.roll());
        };
    }

    private Instant rolled(Instant start, Instant due, Roll roll) {
        LocalDate day = dayOf(due);
        if (roll == Roll.NONE || production.kindOf(day) != DayKind.OFF) {
            return due;
        }
        if (roll == Roll.BACKWARD) {
            Optional<Instant> earlier = lastEndOfWork(start, day);
            if (earlier.isPresent()) {
                return earlier.get();
            }
        }
        LocalDate next = day.plusDays(1);
        while (!isOrdinaryWork(next)) {
            next = next.plusDays(1);
        }
        return time.endOfWorkingDay(next, 0);
    }

    /** The last end of work before the day that is still after the start. */
    private Optional<Instant> lastEndOfWork(Instant start, LocalDate day) {
        LocalDate first = dayOf(start);
        for (LocalDate before = day.minusDays(1); !before.isBefore(first); before = before.minusDays(1)) {
            if (isOrdinaryWork(before)) {
                return Optional.of(time.endOfWorkingDay(before, 0)).filter(end -> end.isAfter(start));
            }
        }
        return Optional.empty();
    }

    /** Work of those who are only on duty makes no working day of a day off. */
    private boolean isOrdinaryWork(LocalDate date) {
        return time.worksOn(date) && production.kindOf(date) != DayKind.OFF;
    }

    /**
     * The day off on which the term would have ended; empty when it ends as it would without its roll.
     *
     * @throws IllegalArgumentException when the deadline lies beyond the calendar's last year
     */
    public Optional<LocalDate> rolledFrom(Instant start, Term term) {
        if (term.roll() == Roll.NONE) {
            return Optional.empty();
        }
        Instant plain = deadline(start, new Term(term.amount(), term.unit()));
        return deadline(start, term).equals(plain) ? Optional.empty() : Optional.of(dayOf(plain));
    }

    /** Whether anybody works on the date, be it only those on duty. @throws IllegalArgumentException outside of the calendar */
    public boolean worksOn(LocalDate date) {
        return time.worksOn(date);
    }

    /**
     * The moment that lies so much time of the unit's kind after another one, or before it when the time is negative. Working
     * time is counted to the second.
     */
    public Instant plus(Instant from, Duration duration, TermUnit unit) {
        return unit.isWorking() ? time.when(time.at(from) + duration.toSeconds()) : from.plus(duration);
    }

    /** Time of the unit's kind between two moments; negative when they are the wrong way round. */
    public Duration between(Instant from, Instant to, TermUnit unit) {
        return unit.isWorking() ? Duration.ofSeconds(time.at(to) - time.at(from)) : Duration.between(from, to);
    }

    /** Whether working time is known at the moment. */
    public boolean reaches(Instant moment) {
        int year = dayOf(moment).getYear();
        return FIRST_YEAR <= year && year <= LAST_YEAR;
    }

    /**
     * Working time between two moments; zero when they are the wrong way round. What lies before the calendar's first day, when
     * nothing is known of it, counts as none.
     *
     * @throws IllegalArgumentException when the later moment lies beyond the calendar's last year
     */
    public Duration workingTime(Instant from, Instant to) {
        Instant known = from.isBefore(begin) ? begin : from;
        return known.isBefore(to) ? Duration.ofSeconds(time.at(to) - time.at(known)) : Duration.ZERO;
    }

    /** The end of work on the date, or on the next working day when the date is off. */
    public Instant endOfWorkingDay(LocalDate date) {
        return time.endOfWorkingDay(date, 0);
    }

    /** The moment itself when work goes on, else the moment at which it begins again. */
    public Instant nextWork(Instant moment) {
        return time.nextWork(moment);
    }

    /** Whether a date between the two moments may still change, because its year is not final. */
    public boolean isProvisional(Instant from, Instant to) {
        return IntStream.rangeClosed(dayOf(from).getYear(), dayOf(to).getYear()).anyMatch(production::isProvisional);
    }

    /** What of the time between the two moments is no working time here, by kind. */
    public List<Skipped> skipped(Instant from, Instant to) {
        return Skipped.between(this, from, to);
    }

    public LocalDate dayOf(Instant moment) {
        return moment.atZone(zone()).toLocalDate();
    }

    /** For people: «осталось 2 ч 10 мин раб.» or «просрочено на 1 ч 5 мин раб.»; without «раб.» where none of it is working time. */
    public String remaining(Instant now, Instant due) {
        return now.isBefore(due) ? "осталось " + hours(now, due) : "просрочено на " + hours(due, now);
    }

    /** Outside of working hours there is none of them to count: a term that runs day and night still passes. */
    private String hours(Instant from, Instant to) {
        Duration working = workingTime(from, to);
        return working.toMinutes() == 0
                ? RussianNumbers.hours(Duration.between(from, to))
                : RussianNumbers.hours(working) + " раб.";
    }
}
