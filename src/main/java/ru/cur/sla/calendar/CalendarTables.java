package ru.cur.sla.calendar;

import java.util.Map;

/**
 * What the tables say of working time, in one version.
 *
 * @param version grows with each change
 * @param region the hours of whoever has none of his own
 * @param own by id of organisation
 */
record CalendarTables(long version, ProductionCalendar production, Schedule region, Map<String, Schedule> own) {

    WorkingCalendar calendarOf(String organisationId) {
        return new WorkingCalendar(version, production, own.getOrDefault(organisationId, region));
    }

    /** Whether they say the same, whatever their versions are. */
    boolean sameAs(CalendarTables other) {
        return production.equals(other.production) && region.equals(other.region) && own.equals(other.own);
    }
}
