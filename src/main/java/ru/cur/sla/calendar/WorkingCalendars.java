package ru.cur.sla.calendar;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Service;

/** The calendars by which terms are computed: one for each organisation with hours of its own, one for the region. */
@Service
public class WorkingCalendars {
    /** A change of the calendar reaches every node within this time; until then it may compute with the version before. */
    private static final long REREAD_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final CalendarStore store;
    private final AtomicReference<Known> known = new AtomicReference<>();

    WorkingCalendars(CalendarStore store) {
        this.store = store;
    }

    /** The calendars of one version; those of organisations are made when they are first asked for. */
    private record Known(
            CalendarTables tables, WorkingCalendar region, Map<String, WorkingCalendar> own, long atNanos) {

        static Known of(CalendarTables tables) {
            return new Known(
                    tables,
                    new WorkingCalendar(tables.version(), tables.production(), tables.region()),
                    new ConcurrentHashMap<>(),
                    System.nanoTime());
        }

        Known again() {
            return new Known(tables, region, own, System.nanoTime());
        }
    }

    /** The calendar of the region: the hours of everybody who has none of his own. */
    public WorkingCalendar region() {
        return current().region();
    }

    /** @param organisationId null, or one without hours of its own, gives the region's */
    public WorkingCalendar of(String organisationId) {
        Known current = current();
        if (organisationId == null || !current.tables().own().containsKey(organisationId)) {
            return current.region();
        }
        return current.own()
                .computeIfAbsent(organisationId, id -> current.tables().calendarOf(id));
    }

    /** Takes up what has been changed, now; for whoever has changed it or must not miss a change. */
    public void refresh() {
        known.set(Known.of(store.read()));
    }

    private Known current() {
        Known read = known.get();
        if (read == null || System.nanoTime() - read.atNanos() > REREAD_NANOS) {
            read = read != null && read.tables().version() == store.version() ? read.again() : Known.of(store.read());
            known.set(read);
        }
        return read;
    }
}
