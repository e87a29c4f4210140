package ru.cur.sla;

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
 * @param knownYears years whose calendar is in the table
 */
record ProductionCalendar(Map<LocalDate, DayKind> exceptions, Set<Integer> knownYears) {
    /** Labour Code of the Russian Federation, article 112. */
    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(1, 2),
            MonthDay.of(1, 3),
            MonthDay.of(1, 4),
            MonthDay.of(1, 5),
            MonthDay.of(1, 6),
            MonthDay.of(1, 7),
            MonthDay.of(1, 8),
            MonthDay.of(2, 23),
            MonthDay.of(3, 8),
            MonthDay.of(5, 1),
            MonthDay.of(5, 9),
            MonthDay.of(6, 12),
            MonthDay.of(11, 4));

    DayKind kindOf(LocalDate date) {
        DayKind exception = exceptions.get(date);
        if (exception != null) {
            return exception;
        }
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        boolean holiday = isProvisional(date.getYear()) && HOLIDAYS.contains(MonthDay.from(date));
        return weekend || holiday ? DayKind.OFF : DayKind.WORK;
    }

    /** Whether dates of this year may still change. */
    boolean isProvisional(int year) {
        return !knownYears.contains(year);
    }
}
