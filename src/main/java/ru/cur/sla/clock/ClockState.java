package ru.cur.sla.clock;

/** How a clock stands. */
public enum ClockState {
    RUNNING("идёт"),
    /** It stands still and will go on. */
    PAUSED("приостановлен"),
    STOPPED("остановлен");

    private final String title;

    ClockState(String title) {
        this.title = title;
    }

    /** What people read, in Russian. */
    public String title() {
        return title;
    }
}
