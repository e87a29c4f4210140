package ru.cur.incident;

/** How much work a case is; it says how far ahead something may be promised. */
public enum WorkSize {
    SMALL("малая операция"),
    RESOURCE_INTENSIVE("ресурсоёмкая работа");

    private final String title;

    WorkSize(String title) {
        this.title = title;
    }

    /** What people read, in Russian. */
    public String title() {
        return title;
    }
}
