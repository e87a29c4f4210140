package ru.cur.incident.process;

/** What a curator decides about more time for the answer. */
enum ExtensionOutcome {
    GRANT,
    REFUSE
}
