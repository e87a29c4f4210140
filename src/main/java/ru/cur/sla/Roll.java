package ru.cur.sla;

/** Where a term of calendar days ends whose last day is off. */
public enum Roll {
    /** On that day all the same. */
    NONE(""),
    /** With the last working day before it: how answers under Federal Law 59-FZ are given. */
    BACKWARD("если последний день нерабочий – до конца предыдущего рабочего дня"),
    /** With the first working day after it (the rule of the Civil Code, article 193). */
    FORWARD("если последний день нерабочий – до конца следующего рабочего дня");

    private final String title;

    Roll(String title) {
        this.title = title;
    }

    /** What people read, in Russian; empty for {@link #NONE}. */
    public String title() {
        return title;
    }
}
