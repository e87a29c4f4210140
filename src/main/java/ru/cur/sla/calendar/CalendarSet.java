package ru.cur.sla.calendar;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The calendars of one version; those of organisations are made when they are first asked for. */
public final class CalendarSet {
    private final CalendarTables tables;
    private final WorkingCalendar region;
    private final Map<String, WorkingCalendar> own = new ConcurrentHashMap<>();

    CalendarSet(CalendarTables tables) {
        this.tables = tables;
        this.region = new WorkingCalendar(tables.version(), tables.production(), tables.region());
    }

    /** Grows with each change. */
    public long version() {
        return tables.version();
    }

    /** The calendar of the region: the hours of everybody who has none of his own. */
    public WorkingCalendar region() {
        return region;
    }

    /** @param organisationId null, or one without hours of its own, gives the region's */
    public WorkingCalendar of(String organisationId) {
        return organisationId == null || !tables.own().containsKey(organisationId)
                ? region
                : own.computeIfAbsent(organisationId, tables::calendarOf);
    }

    CalendarTables tables() {
        return tables;
    }
}
