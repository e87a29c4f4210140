package ru.cur.sla.calendar;

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

    private record Known(CalendarSet set, long atNanos) {

        static Known now(CalendarSet set) {
            return new Known(set, System.nanoTime());
        }
    }

    /** The calendar of the region: the hours of everybody who has none of his own. */
    public WorkingCalendar region() {
        return current().region();
    }

    /** @param organisationId null, or one without hours of its own, gives the region's */
    public WorkingCalendar of(String organisationId) {
        return current().of(organisationId);
    }

    /** Takes up what has been changed, now; for whoever has changed it or must not miss a change. */
    public void refresh() {
        known.set(Known.now(new CalendarSet(store.read())));
    }

    /**
     * Begins a new version in which working time is what it was: whatever was computed before counts as computed by an old one.
     *
     * @param why in Russian, for the administrator
     * @return the new version, which other transactions see when this one has ended
     */
    public long again(String actor, String why) {
        return store.changed(actor, why);
    }

    /** All calendars of the present version, for whoever needs several of the same. */
    public CalendarSet current() {
        Known read = known.get();
        if (read == null || System.nanoTime() - read.atNanos() > REREAD_NANOS) {
            read = Known.now(
                    read != null && read.set().version() == store.version()
                            ? read.set()
                            : new CalendarSet(store.read()));
            known.set(read);
        }
        return read.set();
    }

    /** The same, but of this version or a later one, whenever this node would have noticed. */
    public CalendarSet current(long atLeast) {
        if (current().version() < atLeast) {
            refresh();
        }
        return current();
    }
}
