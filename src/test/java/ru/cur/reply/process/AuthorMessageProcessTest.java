package ru.cur.reply.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.ANSWER;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.ENDORSE;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.TOLD_BY_PHONE;
import static ru.cur.CaseSteps.accepted;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.NetworkOutage;
import ru.cur.ProcessJourney;
import ru.cur.reply.Answer;
import ru.cur.reply.Answers;
import ru.cur.reply.Publications;
import ru.cur.reply.ReplyRefused;
import ru.cur.reply.ReplyWay;

class AuthorMessageProcessTest extends ClockedTest {
    @Autowired
    private RuntimeService runtime;

    @Autowired
    private NetworkOutage network;

    @Autowired
    private Answers answers;

    @Autowired
    private Publications publications;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void theNetworkIsWell() {
        network.end();
    }

    @Test
    @DisplayName("Вопрос уходит автору в его канал: сроки идут, первого ответа нет, ответы нумеруются дальше")
    void aQuestionStopsNothing() {
        network.serve("vk");
        ProcessJourney journey = accepted(journeys.registered("Трава"));
        List<String> clocks = openClocks(journey);
        int version = send(journey, Answer.Kind.QUESTION, "Здравствуйте! В каком дворе трава?");
        journey.runsJobs().isWaitingAt("userTask_doWork").hasPassed("endEvent_authorInformed");
        assertThat(network.taken().values()).singleElement().satisfies(reply -> assertThat(reply.text())
                .isEqualTo("Здравствуйте! В каком дворе трава?"));
        assertThat(openClocks(journey)).isEqualTo(clocks);
        assertThat(journey.column("first_published_at")).isNull();
        assertThat(history(journey)).contains("Автору задан вопрос, версия " + version);
        assertThat(answers.latest(journey.number())).isEmpty();
        assertThat(answers.version(journey.number(), version).state()).isEqualTo(Answer.State.PUBLISHED);
        journey.completes("userTask_doWork", "vladivostok", MOWN)
                .completes("userTask_prepareResponse", "vladivostok", ANSWER)
                .completes("userTask_endorseResponse", "vladivostokHead", ENDORSE)
                .completes("userTask_approveResponse", "curator", APPROVE)
                .closes()
                .isOver();
        assertThat(answers.latest(journey.number()).orElseThrow().version()).isEqualTo(version + 1);
    }

    @Test
    @DisplayName("Сеть отказала: уведомление передаёт сотрудник, в задаче текст уведомления, а не ответа")
    void aNoticeIsDeliveredByHand() {
        ProcessJourney journey = accepted(journeys.registered("phone", "Трава"));
        int version = send(journey, Answer.Kind.NOTICE, "Здравствуйте! Срок ответа продлён до 20.12.2026.");
        journey.runsJobs().isWaitingAt("userTask_doWork", "userTask_publishManually");
        assertThat(publications.next(journey.number(), version).orElseThrow().text())
                .contains("Срок ответа продлён");
        assertThat(publications.next(journey.number(), null)).isEmpty();
        journey.completes("userTask_publishManually", "operator", TOLD_BY_PHONE)
                .isWaitingAt("userTask_doWork")
                .hasStatus("IN_PROGRESS");
        assertThat(history(journey)).contains("Автор уведомлён, версия " + version);
    }

    @Test
    @DisplayName("Сеть не отвечает, потом отказывает двоим: личное сообщение одному, звонок другому")
    void theMessageLooksForItsWay() {
        ProcessJourney journey = accepted(journeys.registered("Трава"));
        journeys.registered("Трава по пояс")
                .completes(
                        "userTask_triageMessage",
                        "operator",
                        Map.of("triageOutcome", "MERGE", "targetNumber", journey.number()));
        List<String> ids = jdbc.sql(
                        "select external_id from message where incident_id = (select id from incident where number = :number)")
                .param("number", journey.number())
                .query(String.class)
                .list();
        network.begin("vk");
        send(journey, Answer.Kind.QUESTION, "Здравствуйте! В каком дворе?");
        assertThatThrownBy(journey::runsJobs).hasStackTraceContaining("Сеть не отвечает (ВКонтакте)");
        network.end();
        ids.forEach(id -> network.refuse("vk", id, ReplyWay.REPLY, ReplyRefused.Kind.COMMENTS_CLOSED));
        journey.triesAgain()
                .completes("userTask_publishManually", "operator", TOLD_BY_PHONE)
                .completes("userTask_publishManually", "operator", Map.of("publishWayCode", "PRIVATE_MESSAGE"))
                .isWaitingAt("userTask_doWork");
        assertThat(network.taken().values()).singleElement().satisfies(reply -> assertThat(reply.way())
                .isEqualTo(ReplyWay.PRIVATE_MESSAGE));
    }

    @Test
    @DisplayName("Сеть стоит: вопрос ждёт её по 5 минут и уходит один раз")
    void theMessageWaitsForItsNetwork() {
        ProcessJourney journey = accepted(journeys.registered("Трава"));
        network.serve("vk");
        network.stop("vk");
        send(journey, Answer.Kind.QUESTION, "Здравствуйте! В каком дворе?");
        journey.runsJobs().hasPassed("errorEvent_networkStopped");
        journey.fires("timerEvent_networkPause").runsJobs();
        assertThat(network.taken()).isEmpty();
        network.stop("");
        journey.fires("timerEvent_networkPause")
                .runsJobs()
                .hasPassed("endEvent_authorInformed")
                .isWaitingAt("userTask_doWork");
        assertThat(network.taken()).hasSize(1);
    }

    @Test
    @DisplayName("Личные данные автора и ответ под видом вопроса не принимаются")
    void aMessageIsCheckedToo() {
        ProcessJourney journey = accepted(journeys.registered("Трава, мой телефон 89141234567"));
        assertThatThrownBy(() -> answers.addMessage(
                        journey.number(), Answer.Kind.QUESTION, "Позвонить вам на 8 914 123 45 67?", "curator"))
                .hasMessageContaining("телефон или почта автора");
        assertThatThrownBy(() -> answers.addMessage(journey.number(), Answer.Kind.FINAL, "Готово", "curator"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(answers.all(journey.number())).isEmpty();
    }

    private int send(ProcessJourney journey, Answer.Kind kind, String text) {
        int version = answers.addMessage(journey.number(), kind, text, "curator");
        runtime.startProcessInstanceByKey(
                AuthorMessageProcess.ID,
                journey.number(),
                Map.of("incidentNumber", journey.number(), "messageVersion", (long) version));
        return version;
    }

    private List<String> openClocks(ProcessJourney journey) {
        return jdbc.sql(
                        "select kind || due_at from sla_clock where incident_number = :number and state <> 'STOPPED' order by 1")
                .param("number", journey.number())
                .query(String.class)
                .list();
    }

    private List<String> history(ProcessJourney journey) {
        return jdbc.sql(
                        "select kind from incident_event where incident_id = (select id from incident where number = :number)")
                .param("number", journey.number())
                .query(String.class)
                .list();
    }
}
