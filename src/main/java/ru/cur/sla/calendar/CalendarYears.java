package ru.cur.sla.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The production calendar year by year, for people. */
@Service
public class CalendarYears {
    private final CalendarStore store;
    private final JdbcClient jdbc;

    CalendarYears(CalendarStore store, JdbcClient jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    /**
     * A year.
     *
     * @param isProvisional whether it is computed from weekends and the Labour Code, because nothing is published yet
     * @param workingHours of the week of 40 hours
     */
    public record YearOfDays(
            int year, boolean isProvisional, List<MonthOfDays> months, int workingDays, int workingHours) {

        /** What differs from the plain week, or has something to say. */
        public List<DayOfYear> specialDays() {
            return months.stream()
                    .flatMap(month -> month.days().stream())
                    .filter(day -> day.note() != null || day.kind() == DayKind.SHORT || day.isWorkingWeekend())
                    .toList();
        }
    }

    /** @param workingDays short ones too */
    public record MonthOfDays(YearMonth month, int workingDays, List<DayOfYear> days) {

        /** Weeks from Monday to Sunday; null where another month has the day. */
        public List<List<DayOfYear>> weeks() {
            int before = month.atDay(1).getDayOfWeek().getValue() - 1;
            int cells = before + days.size();
            return IntStream.iterate(0, monday -> monday < cells, monday -> monday + DayOfWeek.values().length)
                    .mapToObj(monday -> IntStream.range(monday, monday + DayOfWeek.values().length)
                            .mapToObj(cell -> cell < before || cell >= cells ? null : days.get(cell - before))
                            .toList())
                    .toList();
        }
    }

    /** @param note why, in Russian; null where there is nothing to say */
    public record DayOfYear(LocalDate day, DayKind kind, String note, DaySource source) {

        /** Whether the administrator decided so. */
        public boolean isDecreed() {
            return source == DaySource.DECREED;
        }

        boolean isWorking() {
            return kind != DayKind.OFF;
        }

        /** A working Saturday or Sunday. */
        public boolean isWorkingWeekend() {
            return isWorking() && ProductionCalendar.isWeekend(day);
        }
    }

    /** One version of working time. @param actor login @param what in Russian */
    public record Change(long version, Instant at, String actor, String what) {}

    /** @throws CalendarRefusal for a year with which nobody computes */
    public YearOfDays of(int year) {
        EditRules.mustBeInReach(year);
        ProductionCalendar calendar = store.read().production();
        Map<LocalDate, DaySource> sources = store.sources(year);
        List<MonthOfDays> months = Arrays.stream(Month.values())
                .map(month -> month(YearMonth.of(year, month), calendar, sources))
                .toList();
        List<DayOfYear> working = months.stream()
                .flatMap(month -> month.days().stream())
                .filter(DayOfYear::isWorking)
                .toList();
        int minutes = working.stream().mapToInt(CalendarYears::minutes).sum();
        return new YearOfDays(year, calendar.isProvisional(year), months, working.size(), minutes / 60);
    }

    private static MonthOfDays month(YearMonth month, ProductionCalendar calendar, Map<LocalDate, DaySource> sources) {
        List<DayOfYear> days = month.atDay(1)
                .datesUntil(month.atEndOfMonth().plusDays(1))
                .map(day -> new DayOfYear(
                        day,
                        calendar.kindOf(day),
                        calendar.dayOf(day).note(),
                        sources.getOrDefault(day, DaySource.COMPUTED)))
                .toList();
        return new MonthOfDays(
                month, (int) days.stream().filter(DayOfYear::isWorking).count(), days);
    }

    private static int minutes(DayOfYear day) {
        return WorkingHours.DEFAULT.of(day.kind(), day.day().getDayOfWeek()).stream()
                .mapToInt(interval -> interval.to() - interval.from())
                .sum();
    }

    /**
     * The year whose calendar has to be loaded: this one, or from October on the next one.
     *
     * @return empty when everything that is needed is final
     */
    public Optional<Integer> missing(LocalDate today) {
        Set<Integer> known = store.finalYears();
        if (!known.contains(today.getYear())) {
            return Optional.of(today.getYear());
        }
        int next = today.getYear() + 1;
        return today.getMonthValue() >= Month.OCTOBER.getValue() && !known.contains(next)
                ? Optional.of(next)
                : Optional.empty();
    }

    /** The latest changes of days and hours, the newest first. */
    public List<Change> changes(int limit) {
        return jdbc.sql("select version, at, actor, what from calendar_change order by version desc limit :limit")
                .param("limit", limit)
                .query((row, i) -> new Change(
                        row.getLong("version"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("what")))
                .list();
    }
}
