package ru.cur.sla.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** Who works when, for people. */
@Service
public class OrganisationHours {
    private final CalendarStore store;

    OrganisationHours(CalendarStore store) {
        this.store = store;
    }

    /** The hours of one organisation over the years. @param organisationId null for the region */
    public record Line(String organisationId, String name, String zone, List<Version> versions) {}

    /**
     * Hours from a day on.
     *
     * @param from null: since ever
     * @param holds whether they hold today
     * @param isFuture whether they hold from a later day than today: then they may still be given up
     * @param isOwn not the region's, which hold until an organisation's own begin
     */
    public record Version(LocalDate from, WorkingHours hours, boolean holds, boolean isFuture, boolean isOwn) {

        /** For people: «09:00–13:00, 14:00–18:00», «не работают». */
        public String text(List<WorkingHours.Interval> intervals) {
            return intervals.isEmpty() ? "не работают" : WorkingHours.text(intervals);
        }
    }

    /** The region's hours, then those of the organisations that have their own or a zone of their own, by name. */
    public List<Line> all(LocalDate today) {
        CalendarTables tables = store.read();
        Map<String, Schedule> byName = new TreeMap<>();
        Map<String, String> ids = new LinkedHashMap<>();
        tables.own().forEach((id, schedule) -> {
            byName.put(schedule.name(), schedule);
            ids.put(schedule.name(), id);
        });
        List<Line> lines = new ArrayList<>();
        lines.add(line(null, tables.region(), Map.of(), today));
        Map<LocalDate, WorkingHours> common = tables.region().versions();
        byName.forEach((name, schedule) -> lines.add(line(ids.get(name), schedule, common, today)));
        return lines;
    }

    private static Line line(String id, Schedule schedule, Map<LocalDate, WorkingHours> common, LocalDate today) {
        LocalDate present = schedule.versions().floorKey(today);
        List<Version> lines = schedule.versions().entrySet().stream()
                .map(version -> new Version(
                        version.getKey().equals(LocalDate.MIN) ? null : version.getKey(),
                        version.getValue(),
                        version.getKey().equals(present),
                        version.getKey().isAfter(today),
                        !version.getValue().equals(common.get(version.getKey()))))
                .toList();
        return new Line(id, schedule.name(), schedule.zone().getId(), lines);
    }
}
