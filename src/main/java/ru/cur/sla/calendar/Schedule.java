package ru.cur.sla.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The working hours of an organisation over the years.
 *
 * @param name of the organisation, for people
 * @param zone in which its hours are meant
 * @param versions hours by the first day on which they hold; before the first of them they hold too
 */
record Schedule(String name, ZoneId zone, NavigableMap<LocalDate, WorkingHours> versions) {

    Schedule {
        if (versions.isEmpty() || versions.values().stream().allMatch(WorkingHours::isEmpty)) {
            throw new IllegalArgumentException("У организации «%s» нет рабочих часов".formatted(name));
        }
        versions = new TreeMap<>(versions);
    }

    WorkingHours on(LocalDate date) {
        Map.Entry<LocalDate, WorkingHours> version = versions.floorEntry(date);
        return (version == null ? versions.firstEntry() : version).getValue();
    }
}
