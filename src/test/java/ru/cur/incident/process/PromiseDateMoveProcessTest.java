package ru.cur.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.ORDERED;
import static ru.cur.CaseSteps.PROOF;
import static ru.cur.CaseSteps.accepted;
import static ru.cur.CaseSteps.endorsed;
import static ru.cur.CaseSteps.move;
import static ru.cur.CaseSteps.promise;
import static ru.cur.CaseSteps.promised;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.Http;
import ru.cur.ProcessJourney;
import ru.cur.reply.Answer;
import ru.cur.reply.Answers;

/** The date of a promise moves only with a reason and the consent of those who may give it. */
class PromiseDateMoveProcessTest extends ClockedTest {
    private static final Map<String, Object> AGREED = Map.of("newDateOutcome", "AGREE");

    @LocalServerPort
    private int port;

    @Autowired
    private Answers answers;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName(
            "Куратор согласовал перенос: новая дата, новые таймеры и напоминания, счётчик переносов, потом подтверждение")
    void theDateIsMoved() {
        ProcessJourney journey = promised(journeys.registered("Люк без крышки"), "2026-12-10")
                .completes("userTask_proveCompletion", "vladivostok", move("2026-12-18"))
                .isWaitingAt("userTask_decideNewDate")
                .hasStatus("ON_CONTROL");
        assertThat(due(journey, "timerEvent_controlDatePassed"))
                .as("the old date holds while the curator decides")
                .isEqualTo(Instant.parse("2026-12-10T08:00:00Z"));
        assertThat(seen(journey, "userTask_decideNewDate", "contextTimeRequest"))
                .isEqualTo("Перенести контрольную дату на 18.12.2026. Причина: Завод не отгрузил крышку."
                        + " Просит Вера Тихонова.");
        journey.completes("userTask_decideNewDate", "curator", AGREED)
                .isWaitingAt("userTask_proveCompletion")
                .hasPassed("serviceTask_moveControlDate", "endEvent_dateMoved");
        assertThat(due(journey, "timerEvent_controlDatePassed")).isEqualTo(Instant.parse("2026-12-18T08:00:00Z"));
        assertThat(due(journey, "timerEvent_oneDayLeft")).isEqualTo(Instant.parse("2026-12-16T23:00:00Z"));
        assertThat(journey.task("userTask_proveCompletion").getDueDate().toInstant())
                .isEqualTo(Instant.parse("2026-12-18T08:00:00Z"));
        assertThat(journey.column("date_moves")).isEqualTo(1);
        assertThat(journey.history())
                .contains(
                        "Контрольная дата перенесена на 18.12.2026: Завод не отгрузил крышку; запросил Вера Тихонова");
        assertThat(notices(journey))
                .as("the author was promised the old date")
                .singleElement()
                .asString()
                .contains("Новый срок: до 18.12.2026");
        journey.hasPassed("endEvent_authorNotified")
                .after(Duration.ofDays(20))
                .completes("userTask_proveCompletion", "vladivostok", PROOF)
                .completes("userTask_approveResponse", "curator", APPROVE)
                .closes()
                .isOver()
                .hasStatus("CLOSED");
        assertThat(journey.column("broken_promises")).isEqualTo(0);
    }

    @Test
    @DisplayName("О новой дате узнают и авторы, которые ждут общего ответа")
    void everyAuthorLearnsOfTheNewDate() {
        ProcessJourney main = promised(journeys.registered("Люк"), "2026-12-10");
        ProcessJourney joined = journeys.registered("Тот же люк")
                .completes(
                        "userTask_triageMessage",
                        "operator",
                        Map.of("triageOutcome", "JOIN", "targetNumber", main.number()));
        main.completes("userTask_proveCompletion", "vladivostok", move("2026-12-18"))
                .completes("userTask_decideNewDate", "curator", AGREED);
        joined.runsJobs().hasPassed("endEvent_authorNotified").hasStatus("JOINED");
        assertThat(notices(joined)).hasSize(1).isEqualTo(notices(main));
    }

    @Test
    @DisplayName("Куратор отказал: дата прежняя, исполнитель видит почему")
    void theCuratorRefuses() {
        ProcessJourney journey = promised(journeys.registered("Люк"), "2026-12-10")
                .completes("userTask_proveCompletion", "vladivostok", move("2026-12-18"));
        refuses(journey, "userTask_decideNewDate", "curator", Map.of(), "Выберите: согласовать перенос");
        refuses(journey, "userTask_decideNewDate", "curator", refused("newDateOutcome", ""), "почему отказываете");
        journey.completes("userTask_decideNewDate", "curator", refused("newDateOutcome", "Крышка есть на складе"))
                .isWaitingAt("userTask_proveCompletion");
        assertThat(due(journey, "timerEvent_controlDatePassed")).isEqualTo(Instant.parse("2026-12-10T08:00:00Z"));
        assertThat(journey.column("date_moves")).isEqualTo(0);
        assertThat(journey.history()).contains("Отказано в переносе контрольной даты: Крышка есть на складе");
    }

    @Test
    @DisplayName("Дата наступила, пока о переносе решают: обещание нарушено, просьба снята, инцидент возобновлён")
    void theDateComesWhileTheCuratorThinks() {
        ProcessJourney journey = promised(journeys.registered("Люк"), "2026-12-10")
                .completes("userTask_proveCompletion", "vladivostok", move("2026-12-18"))
                .fires("timerEvent_controlDatePassed")
                .isWaitingAt("userTask_acceptIncident");
        assertThat(journey.column("broken_promises")).isEqualTo(1);
        assertThat(jdbc.sql("select state from time_request where incident_id ="
                                + " (select id from incident where number = :number)")
                        .param("number", journey.number())
                        .query(String.class)
                        .list())
                .containsExactly("LAPSED");
    }

    @Test
    @DisplayName("Дальше 90 дней: документ, согласие куратора и руководителя ЦУР")
    void aLongDelayTakesTheHead() {
        ProcessJourney journey = roadWorks();
        refuses(
                journey,
                "userTask_proveCompletion",
                "vladivostok",
                move("2027-05-01"),
                "Срок дольше 90 дней: дайте ссылку на документ");
        longMove(journey)
                .completes("userTask_decideNewDate", "curator", AGREED)
                .isWaitingAt("userTask_decideLongDelay");
        refuses(journey, "userTask_decideLongDelay", "curator", Map.of("longDelayOutcome", "AGREE"), "предложена");
        journey.completes("userTask_decideLongDelay", "head", Map.of("longDelayOutcome", "AGREE"))
                .isWaitingAt("userTask_proveCompletion");
        assertThat(due(journey, "timerEvent_controlDatePassed")).isEqualTo(Instant.parse("2027-04-30T08:00:00Z"));
        assertThat(journey.history())
                .filteredOn(line -> line.startsWith("Согласован перенос"))
                .hasSize(2);
    }

    @Test
    @DisplayName("Руководитель ЦУР долгий перенос не согласовал: дата прежняя")
    void theHeadRefuses() {
        ProcessJourney journey = longMove(roadWorks())
                .completes("userTask_decideNewDate", "curator", AGREED)
                .completes("userTask_decideLongDelay", "head", refused("longDelayOutcome", "Найдите деньги"))
                .isWaitingAt("userTask_proveCompletion");
        assertThat(due(journey, "timerEvent_controlDatePassed")).isEqualTo(Instant.parse("2026-12-23T08:00:00Z"));
    }

    @Test
    @DisplayName("Дальше, чем можно было обещать с самого начала, дату не переносят")
    void theHorizonStays() {
        ProcessJourney journey =
                promised(journeys.registered("Люк"), "2026-12-10").after(Duration.ofDays(10));
        Map<String, Object> form = new HashMap<>(Map.of("controlOutcome", "MOVE_DATE"));
        refuses(journey, form, "Укажите, до какой даты");
        form.put("newControlOn", "2026-12-10");
        refuses(journey, form, "Объясните, почему срок надо перенести");
        form.putAll(move("2026-12-10"));
        refuses(journey, form, "Новая дата должна быть позже прежней");
        form.putAll(move("2026-12-24"));
        refuses(journey, form, "можно только по ресурсоёмкой работе: не позже 23.12.2026");
        refuses(journey, Map.of(), "Выберите: обещанное выполнено");
        journey.isWaitingAt("userTask_proveCompletion").hasStatus("ON_CONTROL");
    }

    private ProcessJourney roadWorks() {
        return endorsed(
                        accepted(journeys.registered("Яма"))
                                .needsResources()
                                .completes("userTask_doWork", "vladivostok", ORDERED),
                        promise("2026-12-23"))
                .completes("userTask_approveResponse", "curator", APPROVE);
    }

    private static ProcessJourney longMove(ProcessJourney journey) {
        Map<String, Object> form = new HashMap<>(move("2027-04-30"));
        form.put("promiseDocumentUrl", "https://plan.example/2027.pdf");
        return journey.completes("userTask_proveCompletion", "vladivostok", form);
    }

    private static Map<String, Object> refused(String outcome, String why) {
        return Map.of(outcome, "REFUSE", "decisionText", why);
    }

    private static Instant due(ProcessJourney journey, String timer) {
        return journey.timer(timer).getDuedate().toInstant();
    }

    private List<String> notices(ProcessJourney journey) {
        return answers.all(journey.number()).stream()
                .filter(answer -> answer.kind() == Answer.Kind.NOTICE)
                .map(Answer::text)
                .toList();
    }

    private String seen(ProcessJourney journey, String task, String name) {
        return Http.nobody(port)
                .as("curator")
                .get("/engine-rest/task/" + journey.task(task).getId() + "/form-variables")
                .json()
                .at("/" + name + "/value")
                .asText();
    }

    private static void refuses(ProcessJourney journey, Map<String, Object> form, String sentence) {
        refuses(journey, "userTask_proveCompletion", "vladivostok", form, sentence);
    }

    private static void refuses(
            ProcessJourney journey, String task, String person, Map<String, Object> form, String sentence) {
        assertThatThrownBy(() -> journey.completes(task, person, form)).hasStackTraceContaining(sentence);
    }
}
