package ru.cur.incident.process;

import ru.cur.incident.IncidentResult;

/** What comes of a body's work, and what that makes of the case if nothing changes it. */
enum WorkOutcome {
    DONE(IncidentResult.SOLVED),
    PLANNED(IncidentResult.EXPLAINED),
    IMPOSSIBLE(IncidentResult.REFUSED),
    INVOLVE_BODY(null),
    REQUEST_DOCUMENTS(null),
    MORE_TIME(null),
    ASK_AUTHOR(null);

    private final IncidentResult result;

    WorkOutcome(IncidentResult result) {
        this.result = result;
    }

    /** Null while the work goes on. */
    IncidentResult result() {
        return result;
    }
}
