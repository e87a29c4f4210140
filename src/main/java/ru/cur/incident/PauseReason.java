package ru.cur.incident;

import ru.cur.sla.ledger.Party;

/** Why nobody can work on a case. */
public enum PauseReason {
    WAITING_AUTHOR("ожидание ответа автора", Party.WAITING_AUTHOR),
    /** A court or an emergency has stopped the work. */
    SUSPENDED("суд или чрезвычайная ситуация", Party.SUSPENDED);

    private final String title;
    private final Party party;

    PauseReason(String title, Party party) {
        this.title = title;
        this.party = party;
    }

    /** What people read, in Russian. */
    public String title() {
        return title;
    }

    Party party() {
        return party;
    }
}
