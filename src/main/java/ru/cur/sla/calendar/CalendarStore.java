package ru.cur.sla.calendar;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.cur.sla.calendar.ProductionCalendar.Day;

/** The tables of working time, and the published years that come with the program. */
@Component
class CalendarStore implements InitializingBean {
    static final String REGION = "Приморский край";
    private static final String PROGRAM = "system";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    CalendarStore(JdbcClient jdbc, Clock clock, ZoneId zone) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
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
            int added = 0;
            for (CSVRecord row : rows) {
                LocalDate day = LocalDate.parse(row.get("day"));
                years.add(day.getYear());
                added += addPublished(day, DayKind.valueOf(row.get("kind")), row.get("note"));
            }
            years.forEach(this::markFinal);
            if (added > 0 || version() == 0) {
                changed(PROGRAM, "Опубликованные календари из поставки программы");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int addPublished(LocalDate day, DayKind kind, String note) {
        return jdbc.sql("insert into calendar_day (day, kind, source, note) values (:day, :kind, 'published', :note)"
                        + " on conflict (day) do nothing")
                .param("day", day)
                .param("kind", kind.name())
                .param("note", note)
                .update();
    }

    void markFinal(int year) {
        jdbc.sql("insert into calendar_year (year, status) values (:year, 'FINAL')"
                        + " on conflict (year) do update set status = 'FINAL'")
                .param("year", year)
                .update();
    }

    /** Puts the day down as decreed or entered, whatever it was. */
    void put(LocalDate day, DayKind kind, String source, String note) {
        jdbc.sql("insert into calendar_day (day, kind, source, note) values (:day, :kind, :source, :note)"
                        + " on conflict (day) do update set kind = excluded.kind, source = excluded.source,"
                        + " note = excluded.note")
                .param("day", day)
                .param("kind", kind.name())
                .param("source", source)
                .param("note", note)
                .update();
    }

    /** The day is again what the plain week makes of it. */
    void remove(LocalDate day) {
        jdbc.sql("delete from calendar_day where day = :day").param("day", day).update();
    }

    /** From now on the tables are of a new version. @param what in Russian, for the administrator */
    void changed(String actor, String what) {
        jdbc.sql("insert into calendar_change (at, actor, what) values (:at, :actor, :what)")
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", actor)
                .param("what", what)
                .update();
    }

    long version() {
        return jdbc.sql("select coalesce(max(version), 0) from calendar_change")
                .query(Long.class)
                .single();
    }

    CalendarTables read() {
        long version = version();
        Map<String, NavigableMap<LocalDate, WorkingHours>> hours = new HashMap<>();
        jdbc.sql("select * from working_hours").query(row -> {
            hours.computeIfAbsent(
                            Optional.ofNullable(row.getString("organisation_id"))
                                    .orElse(""),
                            id -> new TreeMap<>())
                    .put(validFrom(row), hours(row));
        });
        Schedule region = new Schedule(REGION, zone, hours.remove(""));
        Map<String, Schedule> own = new HashMap<>();
        jdbc.sql("select id, short_name, time_zone from organisation").query(row -> {
            String zoneOfItsOwn = row.getString("time_zone");
            NavigableMap<LocalDate, WorkingHours> hoursOfItsOwn = hours.get(row.getString("id"));
            if (hoursOfItsOwn != null || zoneOfItsOwn != null) {
                own.put(
                        row.getString("id"),
                        new Schedule(
                                row.getString("short_name"),
                                zoneOfItsOwn == null ? zone : ZoneId.of(zoneOfItsOwn),
                                hoursOfItsOwn == null ? region.versions() : hoursOfItsOwn));
            }
        });
        return new CalendarTables(version, production(), region, Map.copyOf(own));
    }

    private static LocalDate validFrom(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("valid_from", LocalDate.class);
        return from == null ? LocalDate.MIN : from;
    }

    private static WorkingHours hours(ResultSet row) throws SQLException {
        return WorkingHours.parse(
                row.getString("work_day"),
                row.getString("friday"),
                row.getString("short_day"),
                row.getString("day_off"));
    }

    ProductionCalendar production() {
        Map<LocalDate, Day> days = new HashMap<>();
        jdbc.sql("select day, kind, note from calendar_day").query(row -> {
            days.put(
                    row.getObject("day", LocalDate.class),
                    new Day(DayKind.valueOf(row.getString("kind")), row.getString("note")));
        });
        Set<Integer> known = new HashSet<>(jdbc.sql("select year from calendar_year where status = 'FINAL'")
                .query(Integer.class)
                .list());
        return new ProductionCalendar(Map.copyOf(days), Set.copyOf(known));
    }
}
