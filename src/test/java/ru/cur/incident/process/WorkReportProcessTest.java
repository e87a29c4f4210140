package ru.cur.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.accepted;
import static ru.cur.CaseSteps.route;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Clocks;

/** What the executor reports, and what he asks the curator for. */
class WorkReportProcessTest extends ClockedTest {
    private static final Map<String, Object> TWO_MORE_DAYS = Map.of(
            "workOutcome",
            "MORE_TIME",
            "extensionAmount",
            2,
            "extensionUnitCode",
            "WORKING_DAYS",
            "extensionText",
            "Ждём технику");

    @Autowired
    private Clocks clocks;

    @Test
    @DisplayName("Тема требует подтверждений: без фото «до» и «после», места и даты «устранено» не принимают")
    void theCategoryDemandsEvidence() {
        ProcessJourney journey = accepted(journeys.registered("Трава"));
        Map<String, Object> form = new HashMap<>(MOWN);
        form.remove("photoBeforeUrl");
        form.remove("workPlaceText");
        refuses(journey, form, "Не хватает: фото «до», место работ");
        form.putAll(MOWN);
        form.put("workDoneOn", "2026-11-24");
        refuses(journey, form, "ещё не наступила");
        journey.completes("userTask_doWork", "vladivostok", MOWN).isWaitingAt("userTask_prepareResponse");
        assertThat(journey.history())
                .contains("Отчёт о работе: Трава скошена и вывезена (место: Стадион школы № 54; выполнено 23.11.2026)");
    }

    @Test
    @DisplayName("Тема подтверждений не требует: достаточно слов")
    void otherCategoriesDoNot() {
        Map<String, Object> form = new HashMap<>(route("HEAT-2", "VLD"));
        form.put("bodyId", "admVladivostok");
        journeys.registered("Холодно в квартире")
                .completes("userTask_triageMessage", "operator", form)
                .completes("userTask_acceptIncident", "vladivostok", ACCEPT)
                .completes("userTask_doWork", "vladivostok", Map.of("workOutcome", "DONE", "workText", "Стояк прогрет"))
                .isWaitingAt("userTask_prepareResponse");
    }

    @Test
    @DisplayName("Сделать нельзя: нужны основание из списка и норма")
    void aRefusalHasAGround() {
        ProcessJourney journey = accepted(journeys.registered("Трава"));
        Map<String, Object> form = new HashMap<>(Map.of("workOutcome", "IMPOSSIBLE", "workText", "Участок частный"));
        refuses(journey, form, "Выберите основание отказа");
        form.put("refusalGroundCode", "BECAUSE");
        refuses(journey, form, "Выберите основание отказа");
        form.put("refusalGroundCode", "PRIVATE_PROPERTY");
        refuses(journey, form, "Назовите норму");
        form.put("refusalNormText", "статья 209 ГК РФ");
        journey.completes("userTask_doWork", "vladivostok", form).isWaitingAt("userTask_prepareResponse");
        assertThat(journey.column("result")).isEqualTo("REFUSED");
        assertThat(journey.column("refusal_ground")).isEqualTo("PRIVATE_PROPERTY");
        assertThat(journey.history())
                .contains("Отчёт о работе: Участок частный\nОснование отказа: частная земля или имущество."
                        + " Норма: статья 209 ГК РФ");
    }

    @Test
    @DisplayName("Нужно больше времени: куратор продлевает срок ответа от своего имени, пока решает – срок идёт")
    void theCuratorGrantsMoreTime() {
        ProcessJourney journey = accepted(journeys.registered("Трава"));
        Object due = journey.column("first_answer_due");
        journey.completes("userTask_doWork", "vladivostok", TWO_MORE_DAYS)
                .isWaitingAt("userTask_decideExtension")
                .hasStatus("IN_PROGRESS");
        assertThat(journey.column("first_answer_due")).isEqualTo(due);
        assertThatThrownBy(() -> journey.completes("userTask_decideExtension", "vladivostok", granted()))
                .hasStackTraceContaining("только тот, кому она предложена");
        journey.completes("userTask_decideExtension", "curator", granted()).isWaitingAt("userTask_doWork");
        assertThat(clocks.open(journey.number(), ClockKind.FIRST_ANSWER)
                        .orElseThrow()
                        .due())
                .as("ten in the morning of Tuesday and two working days")
                .isEqualTo(Instant.parse("2026-11-26T08:00:00Z"));
        assertThat(journey.task("userTask_doWork").getDueDate().toInstant())
                .isEqualTo(Instant.parse("2026-11-26T08:00:00Z"));
        assertThat(journey.history())
                .contains("Запрошено продление срока: 2 рабочих дня: Ждём технику")
                .anyMatch(line -> line.startsWith("Срок «первый ответ» продлён: 2 рабочих дня: Ждём технику"));
    }

    @Test
    @DisplayName("Куратор отказал: срок прежний, исполнитель видит почему")
    void theCuratorRefusesMoreTime() {
        ProcessJourney journey = accepted(journeys.registered("Трава"));
        Object due = journey.column("first_answer_due");
        journey.completes("userTask_doWork", "vladivostok", TWO_MORE_DAYS);
        assertThatThrownBy(() ->
                        journey.completes("userTask_decideExtension", "curator", Map.of("extensionOutcome", "REFUSE")))
                .hasStackTraceContaining("Напишите органу, почему отказываете");
        journey.completes(
                        "userTask_decideExtension",
                        "curator",
                        Map.of("extensionOutcome", "REFUSE", "decisionText", "Техника есть в соседнем районе"))
                .isWaitingAt("userTask_doWork");
        assertThat(journey.column("first_answer_due")).isEqualTo(due);
        assertThat(journey.history()).contains("Отказано в продлении срока: Техника есть в соседнем районе");
    }

    @Test
    @DisplayName("Без величины, единицы и причины время не просят")
    void nonsenseIsRefused() {
        ProcessJourney journey = accepted(journeys.registered("Трава"));
        Map<String, Object> form = new HashMap<>(Map.of("workOutcome", "MORE_TIME"));
        refuses(journey, form, "На сколько продлить");
        for (Object amount : new Object[] {0, -1, 2.5, "много"}) {
            form.put("extensionAmount", amount);
            refuses(journey, form, "На сколько продлить");
        }
        form.put("extensionAmount", 800);
        refuses(journey, form, "Выберите, в чём считать");
        form.put("extensionUnitCode", "CALENDAR_DAYS");
        refuses(journey, form, "не больше чем на 731 день");
        form.put("extensionAmount", 8);
        refuses(journey, form, "Объясните, почему нужно больше времени");
        journey.isWaitingAt("userTask_doWork");
    }

    private static Map<String, Object> granted() {
        return Map.of("extensionOutcome", "GRANT");
    }

    private static void refuses(ProcessJourney journey, Map<String, Object> form, String sentence) {
        assertThatThrownBy(() -> journey.completes("userTask_doWork", "vladivostok", form))
                .hasStackTraceContaining(sentence);
    }
}
