package ru.cur.sla.calendar;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    private final CalendarWriter writer;
    private final ZoneId zone;

    CalendarStore(JdbcClient jdbc, CalendarWriter writer, ZoneId zone) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.zone = zone;
    }

    long changed(String actor, String what) {
        return writer.changed(actor, what);
    }

    /** Adds the published years that are not known yet; a year that is final stays as it is. */
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
            Set<Integer> known = finalYears();
            Set<Integer> added = new TreeSet<>();
            for (CSVRecord row : rows) {
                LocalDate day = LocalDate.parse(row.get("day"));
                if (!known.contains(day.getYear())) {
                    addPublished(day, DayKind.valueOf(row.get("kind")), row.get("note"));
                    added.add(day.getYear());
                }
            }
            added.forEach(writer::markFinal);
            if (!added.isEmpty()) {
                writer.changed(
                        PROGRAM,
                        "Опубликованные календари из поставки программы: "
                                + added.stream().map(String::valueOf).collect(Collectors.joining(", ")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Two nodes may start together.
    private void addPublished(LocalDate day, DayKind kind, String note) {
        jdbc.sql("insert into calendar_day (day, kind, source, note) values (:day, :kind, 'published', :note)"
                        + " on conflict (day) do nothing")
                .param("day", day)
                .param("kind", kind.name())
                .param("note", note)
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
                                hoursOfItsOwn == null ? region.versions() : after(region, hoursOfItsOwn)));
            }
        });
        return new CalendarTables(version, production(), region, Map.copyOf(own));
    }

    /** Until its first own hours begin an organisation works as the region does. */
    private static NavigableMap<LocalDate, WorkingHours> after(
            Schedule region, NavigableMap<LocalDate, WorkingHours> own) {
        NavigableMap<LocalDate, WorkingHours> all =
                new TreeMap<>(region.versions().headMap(own.firstKey(), false));
        all.putAll(own);
        return all;
    }

    /** Whether the organisation has hours of its own that begin on the day. @param organisationId null for the region's */
    boolean hasHoursFrom(String organisationId, LocalDate day) {
        return jdbc.sql("select exists (select 1 from working_hours where valid_from = :day"
                        + " and organisation_id is not distinct from cast(:organisation as text))")
                .param("day", day)
                .param("organisation", organisationId)
                .query(Boolean.class)
                .single();
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

    private ProductionCalendar production() {
        Map<LocalDate, Day> days = new HashMap<>();
        jdbc.sql("select day, kind, note from calendar_day").query(row -> {
            days.put(row.getObject("day", LocalDate.class), day(row));
        });
        decrees().forEach(days::put);
        return new ProductionCalendar(Map.copyOf(days), Set.copyOf(finalYears()));
    }

    /** Where it is known from what the days of the year are; a day that is not among them is computed. */
    Map<LocalDate, DaySource> sources(int year) {
        Map<LocalDate, DaySource> sources = new HashMap<>();
        jdbc.sql("select day, source from calendar_day where extract(year from day) = :year")
                .param("year", year)
                .query(row -> {
                    sources.put(row.getObject("day", LocalDate.class), source(row));
                });
        decrees().keySet().forEach(day -> sources.put(day, DaySource.DECREED));
        return sources;
    }

    private static DaySource source(ResultSet row) throws SQLException {
        return DaySource.valueOf(row.getString("source").toUpperCase(Locale.ROOT));
    }

    /** The administrator's own days. */
    Map<LocalDate, Day> decrees() {
        Map<LocalDate, Day> days = new TreeMap<>();
        jdbc.sql("select day, kind, note from calendar_decree").query(row -> {
            days.put(row.getObject("day", LocalDate.class), day(row));
        });
        return days;
    }

    private static Day day(ResultSet row) throws SQLException {
        return new Day(DayKind.valueOf(row.getString("kind")), row.getString("note"));
    }

    Set<Integer> finalYears() {
        return jdbc.sql("select year from calendar_year where status = 'FINAL'")
                .query(Integer.class)
                .set();
    }
}
