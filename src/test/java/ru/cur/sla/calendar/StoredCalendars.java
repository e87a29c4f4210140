package ru.cur.sla.calendar;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The calendars of a database of a test, with the years that come with the program. */
public final class StoredCalendars {
    private StoredCalendars() {}

    public static WorkingCalendars in(JdbcClient jdbc, Clock clock) {
        CalendarStore store = new CalendarStore(jdbc, clock, PublishedCalendar.VLADIVOSTOK);
        store.afterPropertiesSet();
        return new WorkingCalendars(store);
    }
}
