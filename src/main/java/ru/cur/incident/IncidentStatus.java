package ru.cur.incident;

/** Where the process of a case stands, in the words of its users. Written by the diagrams, see {@link CaseStatus}. */
public enum IncidentStatus {
    NEW("Новое"),
    MODERATION("На модерации"),
    REGISTERED("Зарегистрировано"),
    ROUTED("Направлено исполнителю"),
    RETURNED("Возвращено: не наша компетенция"),
    IN_PROGRESS("В работе"),
    CLARIFY("Уточнение у автора"),
    APPROVAL("Ответ на согласовании"),
    REWORK("Ответ на доработке"),
    APPROVED("Согласовано, к публикации"),
    PUBLISH_FAILED("Публикуется вручную"),
    INTERIM("Промежуточный ответ опубликован"),
    ON_CONTROL("На контроле"),
    ANSWERED("Окончательный ответ опубликован"),
    REOPENED("Возобновлено"),
    CLOSED("Закрыто"),
    REJECTED("Отклонено"),
    MERGED("Присоединено"),
    /** The answer of a mass incident is this author's, too. */
    JOINED("Ждёт ответа массового инцидента");

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
