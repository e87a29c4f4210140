package ru.cur.sla.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Set;

/**
 * Working days and days off of the country. A year that is not in the table yet is computed: weekends and the holidays of
 * the Labour Code, without transfers, which the government decrees year by year.
 *
 * @param exceptions the days on which a known year differs from the plain week, and the administrator's own
 * @param knownYears years whose calendar is final
 */
public record ProductionCalendar(Map<LocalDate, Day> exceptions, Set<Integer> knownYears) {
    /** Labour Code of the Russian Federation, article 112. */
    private static final Map<MonthDay, String> HOLIDAYS = Map.ofEntries(
            Map.entry(MonthDay.of(1, 1), "Новогодние каникулы"),
            Map.entry(MonthDay.of(1, 2), "Новогодние каникулы"),
            Map.entry(MonthDay.of(1, 3), "Новогодние каникулы"),
            Map.entry(MonthDay.of(1, 4), "Новогодние каникулы"),
            Map.entry(MonthDay.of(1, 5), "Новогодние каникулы"),
            Map.entry(MonthDay.of(1, 6), "Новогодние каникулы"),
            Map.entry(MonthDay.of(1, 7), "Рождество Христово"),
            Map.entry(MonthDay.of(1, 8), "Новогодние каникулы"),
            Map.entry(MonthDay.of(2, 23), "День защитника Отечества"),
            Map.entry(MonthDay.of(3, 8), "Международный женский день"),
            Map.entry(MonthDay.of(5, 1), "Праздник Весны и Труда"),
            Map.entry(MonthDay.of(5, 9), "День Победы"),
            Map.entry(MonthDay.of(6, 12), "День России"),
            Map.entry(MonthDay.of(11, 4), "День народного единства"));

    /** @param note why, in Russian; null when nothing is known */
    public record Day(DayKind kind, String note) {}

    public DayKind kindOf(LocalDate date) {
        return dayOf(date).kind();
    }

    /** What the date is, and why. */
    public Day dayOf(LocalDate date) {
        Day exception = exceptions.get(date);
        if (exception != null) {
            return exception;
        }
        String holiday = HOLIDAYS.get(MonthDay.from(date));
        if (isProvisional(date.getYear()) && holiday != null) {
            return new Day(DayKind.OFF, holiday);
        }
        return new Day(isWeekend(date) ? DayKind.OFF : DayKind.WORK, null);
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Whether dates of this year may still change. */
    public boolean isProvisional(int year) {
        return !knownYears.contains(year);
    }
}
