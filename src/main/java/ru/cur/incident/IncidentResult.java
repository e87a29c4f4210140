package ru.cur.incident;

/** What came of a case. */
public enum IncidentResult {
    SOLVED("решено"),
    EXPLAINED("разъяснено"),
    REFUSED("отказано обоснованно"),
    NOT_CONFIRMED("не подтвердилось"),
    NO_REPLY("автор не ответил"),
    /** An appeal that others must answer (59-FZ, article 8). */
    REDIRECTED("переадресовано"),
    /** An appeal with a ground of article 11 of 59-FZ. */
    LEFT_UNANSWERED("оставлено без ответа"),
    WITHDRAWN("отозвано автором");

    private final String title;

    IncidentResult(String title) {
        this.title = title;
    }

    /** What people read, in Russian. */
    public String title() {
        return title;
    }
}
