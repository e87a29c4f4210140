package ru.cur.reporting;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * A period that people ask for often.
 *
 * @param label Russian, for a link
 */
record PeriodChoice(String label, ReportPeriod period) {

    static List<PeriodChoice> at(LocalDate today) {
        LocalDate month = today.withDayOfMonth(1);
        LocalDate quarter = month.withMonth((today.getMonthValue() - 1) / 3 * 3 + 1);
        LocalDate lastMonth = month.minusMonths(1);
        return List.of(
                new PeriodChoice("7 дней", new ReportPeriod(today.minusDays(6), today)),
                new PeriodChoice("30 дней", ReportPeriod.lastDays(today)),
                new PeriodChoice("Этот месяц", new ReportPeriod(month, today)),
                new PeriodChoice(
                        "Прошлый месяц",
                        new ReportPeriod(lastMonth, lastMonth.with(TemporalAdjusters.lastDayOfMonth()))),
                new PeriodChoice("Квартал", new ReportPeriod(quarter, today)));
    }
}
