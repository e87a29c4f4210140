package ru.cur.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.ANSWER;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.ENDORSE;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.TOLD_BY_PHONE;
import static ru.cur.CaseSteps.route;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What else becomes of messages, walked in a browser by those who would walk it. */
class LifeBrowserTest extends BrowserStory {

    @Test
    @DisplayName("Мало сведений: вопрос исполнителя проверен и задан, ответ автора возвращает его к работе")
    void question() {
        String text = "Яма во дворе на Баляева, замените асфальт";
        String number = inWork(text, "IMPR-1");
        browser.logsIn("vladivostok")
                .opensTask("Мои задачи", "Выполнить работы", number)
                .chooses("Спросить автора")
                .types("Вопрос*", "Здравствуйте! Подскажите, пожалуйста, у какого дома яма?")
                .completes()
                .logsOut();
        browser.logsIn("curator")
                .opensTask("Задачи моей организации", "Проверить вопрос", number)
                .claims()
                .chooses("Задать вопрос автору");
        assertThat(browser.valueOf("Вопрос автору")).contains("у какого дома яма?");
        browser.completes();
        becomes(number, "CLARIFY");
        browser.opens("/demo/feed").sees("у какого дома яма?");

        String reply =
                arrives("vk", "Баляева, 40, у второго подъезда", Map.of("inReplyTo", "browser-" + text.hashCode()));
        assertThat(reply).isEqualTo(number);
        becomes(number, "IN_PROGRESS");
        browser.opens("/camunda/app/tasklist/")
                .logsOut()
                .logsIn("vladivostok")
                .opensTask("Мои задачи", "Выполнить работы", number)
                .sees("Баляева, 40, у второго подъезда");
    }

    @Test
    @DisplayName("Дело о ребёнке: после разбора его видят только названные люди, остальным его нет")
    void restricted() {
        String number = arrives("Соседи бьют ребёнка, помогите", Map.of("municipality", "Владивосток"));
        browser.logsIn("operator")
                .opensTask("Новые сообщения", "Разобрать сообщение", number)
                .claims()
                .chooses("Направить исполнителю")
                .picks("Ограничить доступ", "Дело о ребёнке")
                .completes()
                .opens("/incidents/" + encoded(number))
                .sees("не найден")
                .picture("hidden")
                .opens("/camunda/app/tasklist/")
                .logsOut();
        browser.logsIn("head")
                .opens("/incidents/" + encoded(number))
                .sees("Соседи бьют ребёнка")
                .sees("дело о ребёнке");
    }

    @Test
    @DisplayName("Массовый инцидент: второй автор присоединён, один ответ получают оба, каждый у себя")
    void mass() {
        String first = inWork("Нет горячей воды на Некрасовской", "IMPR-1");
        String second = arrives("И на Некрасовской, 52 воды нет", Map.of("municipality", "Владивосток"));
        browser.logsIn("operator")
                .opensTask("Новые сообщения", "Разобрать сообщение", second)
                .claims()
                .chooses("Присоединить к массовому инциденту")
                .types("Номер основного инцидента", first)
                .completes();
        becomes(second, "JOINED");
        answer(first, "Горячую воду на Некрасовской подали.");
        becomes(first, "ANSWERED");
        becomes(second, "ANSWERED");
        browser.opens("/demo/feed?text=Некрасовской, 52").sees("Горячую воду на Некрасовской подали.");
    }

    @Test
    @DisplayName("Три возврата «не наше»: руководитель ЦУР решает, кто отвечает, и орган принимает")
    void competence() {
        String number = inWork("Не убирают снег у дома на Баляева", "IMPR-1", false);
        for (int time = 1; time <= 2; time++) {
            complete("vladivostok", "userTask_acceptIncident", number, returned());
            complete(
                    "curator",
                    "userTask_assignBody",
                    number,
                    Map.of("assignOutcome", "ASSIGN", "bodyId", "admVladivostok"));
        }
        browser.logsIn("vladivostok")
                .opensTask("Задачи моей организации", "Принять или вернуть", number)
                .claims()
                .chooses("Вернуть куратору")
                .chooses("Не хватает сведений")
                .types("Пояснение", "Двор обслуживает управляющая компания")
                .completes()
                .logsOut();
        browser.logsIn("head")
                .opensTask("Задачи моей организации", "Решить спор о компетенции", number)
                .sees("Двор обслуживает управляющая компания")
                .claims()
                .picks("Кто отвечает", "Администрация Владивостока")
                .types("Обоснование", "Земля муниципальная: отвечает администрация")
                .completes();
        complete("vladivostok", "userTask_acceptIncident", number, ACCEPT);
        becomes(number, "IN_PROGRESS");
    }

    @Test
    @DisplayName("Автор недоволен ответом: ему звонят, инцидент возобновлён под тем же номером")
    void feedback() {
        String number = inWork("Скамейка в сквере сломана", "IMPR-1");
        answer(number, "Скамейку починили.");
        becomes(number, "ANSWERED");
        browser.logsIn("operator")
                .opens("/incidents/" + encoded(number))
                .expands("Записать отзыв автора")
                .selects("Что сказал автор", "оценка 2")
                .writes("Его словами", "Починили наполовину")
                .presses("Записать")
                .sees("Починили наполовину")
                .picture("feedback")
                .opens("/camunda/app/tasklist/")
                .logsOut();
        browser.logsIn("curator")
                .opensTask("Задачи моей организации", "Позвонить автору", number)
                .sees("Починили наполовину")
                .claims()
                .chooses("Вопрос не решён")
                .types("О чём говорили", "Спинка так и сломана")
                .completes();
        becomes(number, "ROUTED");
        assertThat(card(number).get("number").asText()).isEqualTo(number);
    }

    @Test
    @DisplayName("Обращение по 59-ФЗ: принято, внесено в журнал, переадресовано, автор уведомлён")
    void appeal() {
        browser.logsIn("operator")
                .begins("Зарегистрировать обращение")
                .picks("Муниципальное образование", "Владивостокский городской округ")
                .chooses("Обращение по 59-ФЗ")
                .types("Имя автора", "Иван Сергеевич Лаптев")
                .types("Телефон или почта автора", "laptev@example.ru")
                .types("Что случилось", "Прошу проверить начисление пенсии")
                .starts();
        String number = newestCase();
        browser.opensTask("Задачи моей организации", "Внести обращение в журнал", number)
                .claims()
                .types("Номер в журнале обращений", "Л-17")
                .typesDate("Дата регистрации", RUSSIAN.format(today()))
                .completes()
                .opensTask("Новые сообщения", "Разобрать сообщение", number)
                .claims()
                .chooses("Обращение по 59-ФЗ")
                .chooses("Переадресовать по компетенции")
                .types("Кому переадресовано", "Социальный фонд России, отделение по Приморскому краю")
                .completes();
        complete("operator", "userTask_publishManually", number, TOLD_BY_PHONE);
        becomes(number, "CLOSED");
    }

    @Test
    @DisplayName("Двое завершают одну задачу: второму сказано, что она уже завершена, его текст остался в форме")
    void twoPeople() {
        String number = inWork("Фонарь не горит у школы", "IMPR-1");
        complete("vladivostok", "userTask_doWork", number, MOWN);
        complete("vladivostok", "userTask_prepareResponse", number, ANSWER);
        complete("vladivostokHead", "userTask_endorseResponse", number, ENDORSE);
        try (Workplace slower = anotherBrowser("-slower")) {
            browser.logsIn("curator")
                    .opensTask("Ответы на согласовании", "Согласовать ответ", number)
                    .claims();
            slower.logsIn("curator")
                    .opensTask("Ответы на согласовании", "Согласовать ответ", number)
                    .chooses("Вернуть на доработку")
                    .chooses("Ответили не на все вопросы")
                    .types("Что исправить", "Назовите, когда зажгут фонарь");
            browser.chooses("Согласовать и опубликовать").completes();
            slower.sees("Задачу уже завершили").picture("too-late");
            assertThat(slower.valueOf("Что исправить")).isEqualTo("Назовите, когда зажгут фонарь");
        }
        becomes(number, "ANSWERED");
    }

    private String inWork(String text, String category) {
        return inWork(text, category, true);
    }

    private String inWork(String text, String category, boolean accepted) {
        String number = arrives(text, Map.of("municipality", "Владивосток"));
        complete("operator", "userTask_triageMessage", number, route(category, "VLD"));
        if (accepted) {
            complete("vladivostok", "userTask_acceptIncident", number, ACCEPT);
        }
        return number;
    }

    private static Map<String, Object> returned() {
        return Map.of("acceptanceOutcome", "RETURN", "returnReasonCode", "NOT_ENOUGH_DATA", "returnText", "Какой дом?");
    }

    private void answer(String number, String text) {
        complete("vladivostok", "userTask_doWork", number, MOWN);
        complete("vladivostok", "userTask_prepareResponse", number, Map.of("doneText", text, "responseText", text));
        complete("vladivostokHead", "userTask_endorseResponse", number, ENDORSE);
        complete("curator", "userTask_approveResponse", number, APPROVE);
    }
}
