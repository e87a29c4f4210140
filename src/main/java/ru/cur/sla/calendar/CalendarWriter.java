package ru.cur.sla.calendar;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.cur.sla.RussianDates;
import ru.cur.sla.calendar.ProductionCalendar.Day;

/** Writes the tables of working time. */
@Component
class CalendarWriter {
    private final JdbcClient jdbc;
    private final Clock clock;

    CalendarWriter(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The year is these days and nothing else, for good. */
    void publish(int year, Map<LocalDate, Day> days) {
        jdbc.sql("delete from calendar_day where extract(year from day) = :year")
                .param("year", year)
                .update();
        days.forEach((day, what) -> jdbc.sql(
                        "insert into calendar_day (day, kind, source, note) values (:day, :kind, 'imported', :note)")
                .param("day", day)
                .param("kind", what.kind().name())
                .param("note", what.note())
                .update());
        markFinal(year);
    }

    void markFinal(int year) {
        jdbc.sql("insert into calendar_year (year, status) values (:year, 'FINAL')"
                        + " on conflict (year) do update set status = 'FINAL'")
                .param("year", year)
                .update();
    }

    void decree(LocalDate day, DayKind kind, String note) {
        jdbc.sql("insert into calendar_decree (day, kind, note) values (:day, :kind, :note)"
                        + " on conflict (day) do update set kind = excluded.kind, note = excluded.note")
                .param("day", day)
                .param("kind", kind.name())
                .param("note", note)
                .update();
    }

    void removeDecree(LocalDate day) {
        int removed = jdbc.sql("delete from calendar_decree where day = :day")
                .param("day", day)
                .update();
        if (removed == 0) {
            throw new CalendarRefusal("На %s отдельного решения нет.".formatted(RussianDates.day(day)));
        }
    }

    /** Hours from the same day on that the organisation has already were wrong: these take their place. */
    void addHours(CalendarEdit.Hours hours) {
        jdbc.sql("insert into working_hours"
                        + " (organisation_id, valid_from, work_day, friday, short_day, day_off, note)"
                        + " values (:organisation, :from, :workDay, :friday, :shortDay, :dayOff, :note)"
                        + " on conflict (organisation_id, valid_from) do update set work_day = excluded.work_day,"
                        + " friday = excluded.friday, short_day = excluded.short_day, day_off = excluded.day_off,"
                        + " note = excluded.note")
                .param("organisation", hours.organisationId())
                .param("from", hours.from())
                .param("workDay", hours.workDay())
                .param("friday", hours.friday())
                .param("shortDay", hours.shortDay())
                .param("dayOff", hours.dayOff())
                .param("note", hours.note())
                .update();
    }

    void removeHours(String organisationId, LocalDate from) {
        int removed = jdbc.sql("delete from working_hours where valid_from = :from"
                        + " and organisation_id is not distinct from cast(:organisation as text)")
                .param("from", from)
                .param("organisation", organisationId)
                .update();
        if (removed == 0) {
            throw new CalendarRefusal("Часов с %s нет.".formatted(RussianDates.day(from)));
        }
    }

    void setZone(String organisationId, String zone) {
        jdbc.sql("update organisation set time_zone = :zone where id = :id")
                .param("zone", zone)
                .param("id", organisationId)
                .update();
    }

    /** From now on the tables are of a new version. @param what in Russian, for the administrator @return the version */
    long changed(String actor, String what) {
        return jdbc.sql("insert into calendar_change (at, actor, what) values (:at, :actor, :what) returning version")
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", actor)
                .param("what", what)
                .query(Long.class)
                .single();
    }
}
