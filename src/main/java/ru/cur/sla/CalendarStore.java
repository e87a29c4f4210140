package ru.cur.sla;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The production calendar's table, and the published years that come with the program. */
@Component
class CalendarStore implements InitializingBean {
    private final JdbcClient jdbc;

    CalendarStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the published years; what an administrator has entered for a day stays. */
    @Override
    public void afterPropertiesSet() {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (InputStreamReader reader = new InputStreamReader(
                        new ClassPathResource("reference/calendar-days.csv").getInputStream(), StandardCharsets.UTF_8);
                CSVParser rows = format.parse(reader)) {
            Set<Integer> years = new HashSet<>();
            for (CSVRecord row : rows) {
                LocalDate day = LocalDate.parse(row.get("day"));
                years.add(day.getYear());
                add(day, DayKind.valueOf(row.get("kind")), row.get("note"));
            }
            years.forEach(this::markKnown);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(LocalDate day, DayKind kind, String note) {
        jdbc.sql("insert into calendar_day (day, kind, source, note) values (:day, :kind, 'published', :note)"
                        + " on conflict (day) do nothing")
                .param("day", day)
                .param("kind", kind.name())
                .param("note", note)
                .update();
    }

    private void markKnown(int year) {
        jdbc.sql("insert into calendar_year (year, status) values (:year, 'FINAL') on conflict (year) do nothing")
                .param("year", year)
                .update();
    }

    ProductionCalendar read() {
        Map<LocalDate, DayKind> days = new HashMap<>();
        jdbc.sql("select day, kind from calendar_day").query(row -> {
            days.put(row.getObject("day", LocalDate.class), DayKind.valueOf(row.getString("kind")));
        });
        Set<Integer> known = new HashSet<>(jdbc.sql("select year from calendar_year where status = 'FINAL'")
                .query(Integer.class)
                .list());
        return new ProductionCalendar(Map.copyOf(days), Set.copyOf(known));
    }
}
