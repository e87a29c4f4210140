package ru.cur.channel.exchange;

/** How far an import has come. */
public enum RunState {
    PREVIEW("Ждёт подтверждения"),
    RUNNING("Идёт"),
    STOPPED("Остановлена"),
    DONE("Закончена"),
    CANCELLED("Отменена");

    private final String title;

    RunState(String title) {
        this.title = title;
    }

    /** What people read. */
    public String title() {
        return title;
    }
}
