package ru.cur.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Service;

/** Deadlines by the production calendar and the working hours of the region; all moments in UTC. */
@Service
public class WorkingCalendar {
    /** An administrator's change of the calendar reaches every node within this time. */
    private static final long REREAD_NANOS = TimeUnit.MINUTES.toNanos(1);

    private static final int FIRST_YEAR = 2020;
    private static final int LAST_YEAR = 2045;

    private final CalendarStore store;
    private final ZoneId zone;
    private final AtomicReference<Read> current = new AtomicReference<>();

    private record Read(ProductionCalendar calendar, WorkingTime time, long atNanos) {}

    WorkingCalendar(CalendarStore store, ZoneId zone) {
        this.store = store;
        this.zone = zone;
    }

    /**
     * The moment at which the term ends. Working days count from the day after the start and end with the working day;
     * calendar days keep the time of day.
     *
     * @throws IllegalArgumentException when the deadline lies beyond {@value #LAST_YEAR}
     */
    public Instant deadline(Instant start, Term term) {
        return switch (term.unit()) {
            case WORKING_MINUTES -> afterWorking(start, Duration.ofMinutes(term.amount()));
            case WORKING_HOURS -> afterWorking(start, Duration.ofHours(term.amount()));
            case WORKING_DAYS -> time().endOfWorkingDay(start.atZone(zone).toLocalDate(), term.amount());
            case CALENDAR_MINUTES -> start.plus(Duration.ofMinutes(term.amount()));
            case CALENDAR_HOURS -> start.plus(Duration.ofHours(term.amount()));
            case CALENDAR_DAYS -> start.atZone(zone).plusDays(term.amount()).toInstant();
        };
    }

    /** The moment at which three quarters of the term have passed, counted in the time that the term counts. */
    public Instant at75Percent(Instant start, Instant deadline, Term term) {
        return switch (term.unit()) {
            case WORKING_MINUTES, WORKING_HOURS, WORKING_DAYS ->
                afterWorking(start, workingTime(start, deadline).multipliedBy(3).dividedBy(4));
            case CALENDAR_MINUTES, CALENDAR_HOURS, CALENDAR_DAYS ->
                start.plus(Duration.between(start, deadline).multipliedBy(3).dividedBy(4));
        };
    }

    /** Working time between two moments; zero when they are the wrong way round. */
    public Duration workingTime(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Duration.ZERO;
        }
        WorkingTime time = time();
        return Duration.ofSeconds(time.at(to) - time.at(from));
    }

    /** The end of work on the date, or on the next working day when the date is off. */
    public Instant endOfWorkingDay(LocalDate date) {
        return time().endOfWorkingDay(date, 0);
    }

    /** For people: «осталось 2 ч 10 мин раб.» or «просрочено на 1 ч 5 мин раб.»; without «раб.» where none of it is working time. */
    public String remaining(Instant now, Instant due) {
        return now.isBefore(due) ? "осталось " + hours(now, due) : "просрочено на " + hours(due, now);
    }

    /** Outside of working hours there is none of them to count: a term that runs day and night still passes. */
    private String hours(Instant from, Instant to) {
        Duration working = workingTime(from, to);
        return working.toMinutes() == 0 ? words(Duration.between(from, to)) : words(working) + " раб.";
    }

    private static String words(Duration duration) {
        return duration.toHours() == 0
                ? duration.toMinutesPart() + " мин"
                : "%d ч %d мин".formatted(duration.toHours(), duration.toMinutesPart());
    }

    private Instant afterWorking(Instant start, Duration duration) {
        WorkingTime time = time();
        return time.when(time.at(start) + duration.toSeconds());
    }

    private WorkingTime time() {
        Read read = current.get();
        if (read == null || System.nanoTime() - read.atNanos() > REREAD_NANOS) {
            read = reread(read);
            current.set(read);
        }
        return read.time();
    }

    private Read reread(Read before) {
        ProductionCalendar calendar = store.read();
        WorkingTime time = before != null && before.calendar().equals(calendar)
                ? before.time()
                : new WorkingTime(calendar, WorkingHours.DEFAULT, zone, FIRST_YEAR, LAST_YEAR);
        return new Read(calendar, time, System.nanoTime());
    }
}
