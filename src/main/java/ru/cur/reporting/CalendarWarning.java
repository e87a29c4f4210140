package ru.cur.reporting;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether terms may still move because nobody has loaded the production calendar. */
@Component
class CalendarWarning {

    private final JdbcClient jdbc;

    CalendarWarning(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The year whose calendar is needed and not final: this one, or from October on the next one. */
    Optional<Integer> missingYear(LocalDate today) {
        List<Integer> known = jdbc.sql("select year from calendar_year where status = 'FINAL'")
                .query(Integer.class)
                .list();
        int needed = today.getMonthValue() >= Month.OCTOBER.getValue() ? today.getYear() + 1 : today.getYear();
        return known.contains(today.getYear())
                ? Optional.of(needed).filter(year -> !known.contains(year))
                : Optional.of(today.getYear());
    }
}
