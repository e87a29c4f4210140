package ru.cur.incident.process;

import ru.cur.incident.IncidentResult;

/** What came of a body's work, and what that makes of the case if nothing changes it. */
enum WorkOutcome {
    DONE(IncidentResult.SOLVED),
    PLANNED(IncidentResult.EXPLAINED),
    IMPOSSIBLE(IncidentResult.REFUSED);

    private final IncidentResult result;

    WorkOutcome(IncidentResult result) {
        this.result = result;
    }

    IncidentResult result() {
        return result;
    }
}
