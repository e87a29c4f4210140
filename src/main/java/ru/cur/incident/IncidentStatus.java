package ru.cur.incident;

/** Where the process of a case stands, in the words of its users. Set by the process, never computed beside it. */
public enum IncidentStatus {
    NEW("Новое"),
    REGISTERED("Зарегистрировано"),
    ROUTED("Направлено исполнителю"),
    RETURNED("Возвращено: не наша компетенция"),
    IN_PROGRESS("В работе"),
    APPROVAL("Ответ на согласовании"),
    REWORK("Ответ на доработке"),
    APPROVED("Согласовано, к публикации"),
    PUBLISH_FAILED("Публикуется вручную"),
    ON_CONTROL("На контроле"),
    REOPENED("Возобновлено"),
    CLOSED("Закрыто"),
    REJECTED("Отклонено"),
    MERGED("Присоединено");

    private final String title;

    IncidentStatus(String title) {
        this.title = title;
    }

    /** What people read, in Russian. */
    public String title() {
        return title;
    }

    /** Whether nothing more happens to the case. */
    public boolean isFinal() {
        return this == CLOSED || this == REJECTED || this == MERGED;
    }
}
