package ru.cur.incident;

/** How urgent a case is; decided by {@code incident-severity.dmn}. */
public enum Severity {
    P0("аварийный", 100),
    P1("важный", 75),
    P2("обычный", 50),
    P3("справка или предложение", 25);

    private final String title;
    private final long taskPriority;

    Severity(String title, long taskPriority) {
        this.title = title;
        this.taskPriority = taskPriority;
    }

    /** What people read, in Russian. */
    public String title() {
        return title;
    }

    /** Priority of the case's tasks in the engine, 0 to 100. */
    public long taskPriority() {
        return taskPriority;
    }
}
