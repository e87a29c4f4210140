package ru.cur.incident;

/** How the term of the current answer stands. */
public enum SlaState {
    ON_TIME("в срок"),
    /** Three quarters of the term have passed. */
    AT_RISK("под угрозой"),
    OVERDUE("просрочен");

    private final String title;

    SlaState(String title) {
        this.title = title;
    }

    /** What people read, in Russian. */
    public String title() {
        return title;
    }
}
