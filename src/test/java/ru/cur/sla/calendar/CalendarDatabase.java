package ru.cur.sla.calendar;

import static ru.cur.sla.calendar.PublishedCalendar.VLADIVOSTOK;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The calendars of a test's own database, with the years that come with the program. */
public final class CalendarDatabase {
    private final CalendarWriter writer;
    private final WorkingCalendars calendars;

    public CalendarDatabase(JdbcClient jdbc, Clock clock) {
        writer = new CalendarWriter(jdbc, clock);
        CalendarStore store = new CalendarStore(jdbc, writer, VLADIVOSTOK);
        store.afterPropertiesSet();
        calendars = new WorkingCalendars(store);
    }

    public WorkingCalendars calendars() {
        return calendars;
    }

    /** A decree makes a day off of the date. */
    public void declareDayOff(LocalDate date) {
        writer.decree(date, DayKind.OFF, "Тайфун");
        writer.changed("admin", "Нерабочий день");
        calendars.refresh();
    }
}
