package ru.cur.channel.citizen;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import ru.cur.channel.PublicAnswer;
import ru.cur.channel.PublicCase;
import ru.cur.reply.Answer;
import ru.cur.sla.RussianDates;

/** How the page of a case says what it shows, in words that are not those of an office. */
@Component
@ConditionalOnBooleanProperty("cur.channel.citizen.enabled")
class StatusWords {
    private final ZoneId zone;

    StatusWords(ZoneId zone) {
        this.zone = zone;
    }

    public String moment(Instant moment) {
        return RussianDates.moment(moment, zone);
    }

    /** Of the moment, in the region's zone. */
    public String day(Instant moment) {
        return RussianDates.day(LocalDate.ofInstant(moment, zone));
    }

    public String day(LocalDate day) {
        return RussianDates.day(day);
    }

    /** In two or three words. */
    public String status(PublicCase shown) {
        return switch (shown.status()) {
            case NEW, MODERATION -> "Получено";
            case REGISTERED, ROUTED, RETURNED -> "Передаём исполнителю";
            case IN_PROGRESS -> "В работе";
            case CLARIFY -> "Ждём вашего уточнения";
            case APPROVAL, REWORK, APPROVED, PUBLISH_FAILED -> "Готовим ответ";
            case INTERIM, ON_CONTROL -> "Работы обещаны";
            case ANSWERED -> "Ответ дан";
            case REOPENED -> "Возобновлено";
            case CLOSED -> "Закрыто";
            case REJECTED -> "Не принято";
            case MERGED, JOINED -> "Ждёт общего ответа";
        };
    }

    /** In a sentence. */
    public String explanation(PublicCase shown) {
        return switch (shown.status()) {
            case NEW, MODERATION -> "Сообщение зарегистрировано, его читает оператор.";
            case REGISTERED, ROUTED, RETURNED ->
                "Сообщение разобрано. Определяем, кто должен решить вопрос, или ждём, когда он примет его в работу.";
            case IN_PROGRESS -> "Исполнитель занимается вопросом.";
            case CLARIFY -> "Чтобы решить вопрос, не хватает сведений. Автора попросили их прислать.";
            case APPROVAL, REWORK, APPROVED, PUBLISH_FAILED -> "Ответ написан, его проверяют перед публикацией.";
            case INTERIM, ON_CONTROL -> "Исполнитель назвал срок работ. Мы проверим, что они сделаны.";
            case ANSWERED -> "Окончательный ответ опубликован.";
            case REOPENED -> "Вопрос снова в работе.";
            case CLOSED ->
                shown.result() == null
                        ? "Работа закончена."
                        : "Работа закончена: %s.".formatted(shown.result().title());
            case REJECTED ->
                "Оператор не принял сообщение к работе. Если это ошибка, напишите нам ещё раз и объясните подробнее.";
            case MERGED, JOINED -> "О том же написали и другие жители. Ответ будет общим, он появится здесь.";
        };
    }

    public String title(PublicAnswer answer) {
        if (answer.kind() == Answer.Kind.QUESTION) {
            return "Вопрос к вам";
        }
        if (answer.kind() == Answer.Kind.NOTICE) {
            return "Уведомление";
        }
        return answer.kind() == Answer.Kind.FINAL ? "Ответ" : "Промежуточный ответ";
    }

    /** What the author has just done; null for anything that is not known. */
    public String done(String what) {
        return switch (what == null ? "" : what) {
            case "sent" ->
                "Сообщение отправлено. Сохраните эту страницу: по её адресу вы увидите ответ и сможете его оценить.";
            case "marked" -> "Спасибо, оценка записана.";
            case "unsolved" -> "Записали: вопрос не решён. Работа по нему возобновится.";
            case "added" -> "Добавлено к сообщению.";
            case "another" ->
                "Работа по прежнему сообщению закончена, поэтому зарегистрировали новое. Сохраните эту страницу.";
            default -> null;
        };
    }
}
