package ru.cur.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The two stories from which the project was born, and what goes wrong, walked in a browser by those who would walk them. */
class StoriesBrowserTest extends BrowserStory {

    @Test
    @DisplayName("Стадион школы № 54: зарос травой – скошен, ответ один раз доработан и опубликован")
    void stadium() {
        String number = arrives(
                "Стадион школы № 54 на Пацаева зарос травой выше колена, физкультура в коридоре. Покосите!",
                Map.of("address", "ул. Пацаева, школа № 54", "municipality", "Владивосток"));

        browser.logsIn("operator")
                .opensTask("Новые сообщения", "Разобрать сообщение", number)
                .sees("Стадион школы № 54 на Пацаева")
                .claims()
                .chooses("Направить исполнителю")
                .completes()
                .logsOut();

        browser.logsIn("vladivostok")
                .opensTask("Задачи моей организации", "Принять или вернуть", number)
                .claims()
                .chooses("Принять в работу")
                .completes()
                .opensTask("Мои задачи", "Выполнить работы", number)
                .chooses("Проблема устранена")
                .types("Что сделано", "Трава на стадионе скошена и вывезена.")
                .types("Ссылка на фото «до»", "https://photo.example/stadium-before.jpg")
                .types("Ссылка на фото «после» или акт", "https://photo.example/stadium.jpg")
                .types("Место работ", "Стадион школы № 54")
                .typesDate("Дата выполнения", RUSSIAN.format(today()))
                .completes()
                .opensTask("Мои задачи", "Подготовить ответ", number)
                .types("Что сделано", "Стадион скосили.")
                .composes("Здравствуйте, Светлана!\n\nСтадион скосили.")
                .completes()
                .logsOut();
        endorses(number, "Стадион скосили.");

        browser.logsIn("curator")
                .opensTask("Ответы на согласовании", "Согласовать ответ", number)
                .sees("Стадион скосили.")
                .claims()
                .chooses("Вернуть на доработку")
                .chooses("Ответили не на все вопросы")
                .types("Что исправить", "Скажите, когда косить будут в следующий раз")
                .completes()
                .logsOut();

        browser.logsIn("vladivostok")
                .opensTask("Мои задачи", "Подготовить ответ", number)
                .sees("когда косить будут в следующий раз")
                .types("Что сделано", "Стадион скосили, следующий покос через три недели.")
                .composes("Здравствуйте, Светлана!\n\nСтадион скосили, следующий покос через три недели.")
                .completes()
                .logsOut();
        endorses(number, "следующий покос через три недели");

        browser.logsIn("curator")
                .opensTask("Ответы на согласовании", "Согласовать ответ", number)
                .claims()
                .chooses("Согласовать и опубликовать")
                .completes();
        becomes(number, "ANSWERED");
        browser.opens("/demo/feed?text=ПАЦАЕВА")
                .sees("следующий покос через три недели")
                .opens("/demo/feed?text=такого никто не писал")
                .sees("Таких сообщений нет.");

        browser.opens("/reports").sees("Администрация Владивостока").picture("reports");
    }

    @Test
    @DisplayName("Люк без крышки в Арсеньеве: опасность, обещание с датой на контроле, подтверждение, итоговый ответ")
    void manhole() {
        String number = arrives(
                "На Октябрьской, 16 люк без крышки прямо у тротуара! Дети ходят в школу.",
                Map.of("address", "ул. Октябрьская, 16", "municipality", "Арсеньев"));
        LocalDate today = today();
        String date = RUSSIAN.format(today.plusDays(5));

        browser.logsIn("operator")
                .opensTask("Новые сообщения", "Разобрать сообщение", number)
                .sees("Возможна опасность для жизни")
                .claims()
                .chooses("Опасность для жизни")
                .completes()
                .opensTask("Задачи моей организации", "Передать в 112/ЕДДС", number)
                .claims()
                .chooses("ЕДДС муниципального образования")
                .chooses("Да, служба выезжает")
                .types("С кем говорили", "Диспетчер Иванова, вызов 118")
                .types("Что сказали", "Выезжает бригада, колодец оградят")
                .completes()
                .logsOut();

        browser.logsIn("primvodokanal")
                .opensTask("Задачи моей организации", "Принять или вернуть", number)
                .claims()
                .chooses("Принять в работу")
                .completes()
                .opensTask("Мои задачи", "Выполнить работы", number)
                .chooses("Работа запланирована")
                .types("Что и когда будет сделано", "Колодец ограждён, крышка заказана")
                .completes()
                .opensTask("Мои задачи", "Подготовить ответ", number)
                .types("Что сделано", "Колодец оградили.")
                .types("Что будет сделано", "Установим новую крышку.")
                .typesDate("К какому дню", date)
                .composes("Здравствуйте, Светлана!\n\nКолодец оградили.\n\nУстановим новую крышку. Срок: до " + date
                        + ".")
                .completes()
                .logsOut();

        browser.logsIn("curator")
                .opensTask("Ответы на согласовании", "Согласовать ответ", number)
                .claims()
                .chooses("Согласовать и опубликовать")
                .completes()
                .logsOut();
        becomes(number, "ON_CONTROL");

        browser.logsIn("primvodokanal")
                .opensTask("На контроле", "Подтвердить выполнение", number)
                .chooses("Обещанное выполнено")
                .types("Что сделано", "Здравствуйте! Новая крышка люка установлена.")
                .typesDate("Дата выполнения", RUSSIAN.format(today))
                .types("Ссылка на фото или акт", "https://photo.example/cover.jpg")
                .completes()
                .logsOut();

        browser.logsIn("curator")
                .opensTask("Ответы на согласовании", "Согласовать ответ", number)
                .sees("Новая крышка люка установлена.")
                .claims()
                .chooses("Согласовать и опубликовать")
                .completes();
        becomes(number, "ANSWERED");
        browser.opens("/demo/feed")
                .sees("Новая крышка люка установлена.")
                .sees("Установим новую крышку. Срок: до " + date);
    }

    @Test
    @DisplayName("Звонок принят и вовремя не разобран: руководитель ЦУР разбирает нарушение и скачивает отчёт")
    void breach() {
        browser.logsIn("operator")
                .begins("Зарегистрировать обращение")
                .picks("Муниципальное образование", "Находкинский городской округ")
                .types("Имя автора", "Пётр Звонков")
                .types("Телефон или почта автора", "+7 900 000-00-00")
                .types("Что случилось", "Третий день не вывозят мусор на Пограничной, 5")
                .starts()
                .logsOut();
        String number = newestCase();
        String instance = last("/engine-rest/process-instance?businessKey=" + encoded(number), "id");
        execute(last("/engine-rest/job?activityId=timerEvent_triageHalfPassed&processInstanceId=" + instance, "id"));
        climb(number, 5);

        browser.logsIn("head")
                .opensTask("Нарушения сроков", "Разобрать нарушение срока", number)
                .sees("разбор и направление")
                .claims()
                .chooses("Задержка в ЦУР")
                .chooses("Связаться с руководителем органа")
                .types("Пояснение", "Оператор разберёт до полудня, проверю сама")
                .completes()
                .follows("Отчёты")
                .sees("Сроки первого ответа");
        assertThat(browser.beginningOfFile("Скачать XLSX")).isEqualTo("PK");
        assertThat(status(number)).isEqualTo("NEW");
    }

    /** The head of the Vladivostok administration stands by the draft. */
    private void endorses(String number, String draft) {
        browser.logsIn("vladivostokHead")
                .opensTask("Задачи моей организации", "Утвердить ответ", number)
                .sees(draft)
                .claims()
                .chooses("Утвердить")
                .completes()
                .logsOut();
    }

    private void execute(String job) {
        assertThat(http.as("admin")
                        .post("/engine-rest/job/" + job + "/execute", Map.of())
                        .status())
                .isEqualTo(204);
    }

    /** The steps of the ladder come early. */
    private void climb(String number, int steps) {
        Set<String> done = new HashSet<>();
        for (int step = 0; step < steps; step++) {
            String timer = await().atMost(Duration.ofSeconds(60))
                    .until(() -> levelOf(number), found -> found != null && !done.contains(found));
            done.add(timer);
            execute(timer);
        }
    }

    private String levelOf(String number) {
        JsonNode ladders = http.as("admin")
                .get("/engine-rest/process-instance?processDefinitionKey=sla-escalation&businessKey=" + encoded(number))
                .json();
        if (ladders.isEmpty()) {
            return null;
        }
        JsonNode timers = http.as("admin")
                .get("/engine-rest/job?activityId=timerEvent_levelReached&processInstanceId="
                        + ladders.get(0).get("id").asText())
                .json();
        return timers.isEmpty() ? null : timers.get(0).get("id").asText();
    }

    @Test
    @DisplayName("Отказ формы – русское предложение, введённое не пропадает")
    void refusal() {
        String number = arrives("Мусор не вывозят неделю", Map.of("municipality", "Владивосток"));
        browser.logsIn("operator")
                .opensTask("Новые сообщения", "Разобрать сообщение", number)
                .claims()
                .chooses("Присоединить")
                .types("Номер основного инцидента", "ПК-2026-999999")
                .completesInVain("Инцидент ПК-2026-999999 не найден");
        assertThat(status(number)).isEqualTo("MODERATION");
    }
}
