package ru.cur.reporting;

import static java.util.Map.entry;

import java.util.Map;

/** What people call the statuses of a case. Reports read tables, not the incident module, so they have the words here. */
final class StatusNames {

    private static final Map<String, String> NAMES = Map.ofEntries(
            entry("NEW", "Новое"),
            entry("MODERATION", "На модерации"),
            entry("REGISTERED", "Зарегистрировано"),
            entry("ROUTED", "Направлено исполнителю"),
            entry("RETURNED", "Возвращено: не наша компетенция"),
            entry("IN_PROGRESS", "В работе"),
            entry("CLARIFY", "Уточнение у автора"),
            entry("APPROVAL", "Ответ на согласовании"),
            entry("REWORK", "Ответ на доработке"),
            entry("APPROVED", "Согласовано, к публикации"),
            entry("PUBLISH_FAILED", "Публикуется вручную"),
            entry("INTERIM", "Промежуточный ответ опубликован"),
            entry("ON_CONTROL", "На контроле"),
            entry("ANSWERED", "Окончательный ответ опубликован"),
            entry("REOPENED", "Возобновлено"),
            entry("CLOSED", "Закрыто"),
            entry("JOINED", "Ждёт ответа массового инцидента"),
            entry("REJECTED", "Отклонено"),
            entry("MERGED", "Присоединено"));

    private StatusNames() {}

    /** The code itself where no word is known, so that a new status is seen at once. */
    static String of(String status) {
        return NAMES.getOrDefault(status, status);
    }
}
