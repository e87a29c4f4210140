package ru.cur.incident;

/** What came of a case. */
public enum IncidentResult {
    SOLVED("решено"),
    EXPLAINED("разъяснено"),
    REFUSED("отказано обоснованно"),
    NOT_CONFIRMED("не подтвердилось"),
    NO_REPLY("автор не ответил");

    private final String title;

    IncidentResult(String title) {
        this.title = title;
    }

    /** What people read, in Russian. */
    public String title() {
        return title;
    }
}
