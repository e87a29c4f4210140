package ru.cur.incident;

/** How the term of the current answer stands. */
public enum SlaState {
    ON_TIME("в срок"),
    /** Three quarters of the term have passed. */
    AT_RISK("под угрозой"),
    OVERDUE("просрочен");

    private static final int AT_RISK_LIFT = 20;
    private static final int OVERDUE_LIFT = 22;
    private static final int HIGHEST_PRIORITY = 100;

    private final String title;

    SlaState(String title) {
        this.title = title;
    }

    /** The priority of a task whose case is in this state. An ordinary case at risk does not pass an important one. */
    long lift(long priority) {
        return Math.min(
                HIGHEST_PRIORITY,
                switch (this) {
                    case ON_TIME -> priority;
                    case AT_RISK -> priority + AT_RISK_LIFT;
                    case OVERDUE -> priority + OVERDUE_LIFT;
                });
    }

    /** What people read, in Russian. */
    public String title() {
        return title;
    }
}
