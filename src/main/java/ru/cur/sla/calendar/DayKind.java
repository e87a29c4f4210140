package ru.cur.sla.calendar;

/** What the production calendar makes of a date. */
public enum DayKind {
    WORK("рабочий"),
    /** A working day that ends an hour earlier: the eve of a holiday (Labour Code, article 95). */
    SHORT("сокращённый"),
    OFF("выходной");

    private final String title;

    DayKind(String title) {
        this.title = title;
    }

    /** What people read, in Russian. */
    public String title() {
        return title;
    }
}
