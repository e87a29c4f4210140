package ru.cur.sla.calendar;

import static ru.cur.sla.calendar.PublishedCalendar.VLADIVOSTOK;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The calendars of a test's own database, with the years that come with the program. */
public final class CalendarDatabase {
    private final CalendarStore store;
    private final WorkingCalendars calendars;

    public CalendarDatabase(JdbcClient jdbc, Clock clock) {
        store = new CalendarStore(jdbc, clock, VLADIVOSTOK);
        store.afterPropertiesSet();
        calendars = new WorkingCalendars(store);
    }

    public WorkingCalendars calendars() {
        return calendars;
    }

    /** A decree makes a day off of the date. */
    public void declareDayOff(LocalDate date) {
        store.put(date, DayKind.OFF, "decree", "Тайфун");
        store.changed("admin", "Нерабочий день");
        calendars.refresh();
    }
}
