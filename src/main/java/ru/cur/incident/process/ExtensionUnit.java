package ru.cur.incident.process;

import ru.cur.sla.TermUnit;

/** In what people ask for more time. */
enum ExtensionUnit {
    WORKING_HOURS(TermUnit.WORKING_HOURS),
    WORKING_DAYS(TermUnit.WORKING_DAYS),
    CALENDAR_DAYS(TermUnit.CALENDAR_DAYS);

    private final TermUnit unit;

    ExtensionUnit(TermUnit unit) {
        this.unit = unit;
    }

    TermUnit unit() {
        return unit;
    }
}
