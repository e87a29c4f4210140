package ru.cur.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.accepted;
import static ru.cur.CaseSteps.answered;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;
import ru.cur.incident.AuthorWords;
import ru.cur.incident.CaseClockActs;
import ru.cur.incident.CaseMarks;
import ru.cur.incident.CaseRefusal;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.LegalRegime;
import ru.cur.incident.MessagePresence;
import ru.cur.incident.PauseReason;
import ru.cur.incident.Requalification;
import ru.cur.incident.Requalifications;

class AnyMomentProcessTest extends ClockedTest {
    private static final CaseClockActs.Decider CURATOR = new CaseClockActs.Decider("curator", false);

    @Autowired
    private AuthorWords words;

    @Autowired
    private CaseMarks marks;

    @Autowired
    private MessagePresence presence;

    @Autowired
    private CaseClockActs acts;

    @Autowired
    private Requalifications requalifications;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("Автор пишет ещё: дополнение читают, работа тем временем идёт, ответ он получит один")
    void theAuthorAddsSomething() {
        ProcessJourney journey = accepted(journeys.registered("Трава"));
        journeys.authorReplies(journey, "И ещё мусор");
        journey.isWaitingAt("userTask_doWork", "userTask_readFollowUp")
                .completes("userTask_readFollowUp", "operator", Map.of("followUpOutcome", "NOTED"))
                .isWaitingAt("userTask_doWork");
        words.add(number(journey), "По телефону: трава и у забора", "operator");
        journey.runsJobs().isWaitingAt("userTask_doWork", "userTask_readFollowUp");
        assertThat(jdbc.sql(
                                "select count(*) from message join incident on incident.id = incident_id where number = ? and follow_up")
                        .param(journey.number())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("Автор отозвал сообщение: всё останавливается, инцидент закрыт с этим результатом")
    void theAuthorWithdraws() {
        ProcessJourney journey = accepted(journeys.registered("Трава")).fires("timerEvent_answerHalfPassed");
        words.add(number(journey), "Уже скосили, спасибо, не надо", "operator");
        journey.runsJobs();
        assertThatThrownBy(() ->
                        journey.completes("userTask_readFollowUp", "operator", Map.of("followUpOutcome", "WITHDRAWN")))
                .hasStackTraceContaining("какими словами");
        journey.completes(
                        "userTask_readFollowUp",
                        "operator",
                        Map.of("followUpOutcome", "WITHDRAWN", "followUpText", "«Не надо»"))
                .hasPassed("errorEndEvent_withdrawn", "endEvent_withdrawn")
                .isOver()
                .hasStatus("CLOSED");
        assertThat(journey.column("result")).isEqualTo("WITHDRAWN");
        assertThatThrownBy(() -> words.add(number(journey), "Ещё", "operator")).isInstanceOf(CaseRefusal.class);
    }

    @Test
    @DisplayName("Суд остановил работу: сроки стоят, задача куратора пускает их дальше")
    void theWorkIsSuspended() {
        ProcessJourney journey = accepted(journeys.registered("Трава"));
        acts.pause(number(journey), PauseReason.SUSPENDED, "определение суда", CURATOR);
        journey.runsJobs()
                .isWaitingAt("userTask_doWork", "userTask_resumeWork")
                .after(Duration.ofDays(3))
                .completes("userTask_resumeWork", "curator", Map.of("resumeText", "Суд отменил запрет"))
                .hasPassed("endEvent_workResumed")
                .isWaitingAt("userTask_doWork");
        assertThat(journey.task("userTask_doWork").getDueDate()).isNotNull();
    }

    @Test
    @DisplayName("Сроки пустили со страницы инцидента или ответ вышел раньше: задача «Возобновить» снимается сама")
    void theSuspensionEndsByItself() {
        ProcessJourney journey = accepted(journeys.registered("Трава"));
        acts.pause(number(journey), PauseReason.SUSPENDED, "паводок", CURATOR);
        journey.runsJobs();
        acts.resume(number(journey), CURATOR);
        journey.runsJobs().hasPassed("messageEvent_workResumed").isWaitingAt("userTask_doWork");
        ProcessJourney answered = answered(journeys.registered("Трава"));
        acts.pause(number(answered), PauseReason.SUSPENDED, "паводок", CURATOR);
        answered.runsJobs()
                .completes("userTask_approveResponse", "curator", APPROVE)
                .isWaitingAt()
                .closes()
                .isOver();
    }

    @Test
    @DisplayName("Губернатор взял на личный контроль: задачи поднялись, пометка в истории; дважды не взять")
    void theGovernorFollows() {
        ProcessJourney journey = accepted(journeys.registered("Трава"));
        marks.personalControl(number(journey), true, "поручение", "governor");
        assertThat(journey.variable("userTask_doWork", "incidentNumber")).isEqualTo(journey.number());
        assertThat(journey.column("personal_control")).isEqualTo(true);
        assertThatThrownBy(() -> marks.personalControl(number(journey), true, "ещё раз", "governor"))
                .hasMessageContaining("уже на личном контроле");
        assertThatThrownBy(() -> marks.personalControl(number(journey), false, " ", "governor"))
                .hasMessageContaining("причину");
        marks.personalControl(number(journey), false, "решено", "governor");
        assertThat(journey.column("personal_control")).isEqualTo(false);
    }

    @Test
    @DisplayName("Автор удалил сообщение в сети: пометка, а не конец")
    void theOriginalIsDeleted() {
        ProcessJourney journey = accepted(journeys.registered("Яма"));
        String externalId = jdbc.sql(
                        "select external_id from message join incident on incident.id = incident_id where number = ?")
                .param(journey.number())
                .query(String.class)
                .single();
        assertThat(presence.gone("vk", externalId)).isTrue();
        assertThat(presence.gone("vk", externalId)).isTrue();
        assertThat(presence.gone("vk", "unknown")).isFalse();
        assertThat(journey.column("original_deleted_at")).isNotNull();
        journey.isWaitingAt("userTask_doWork");
    }

    @Test
    @DisplayName("Место другое, отвечает другой город: прежний орган больше не работает, срок от регистрации")
    void anotherPlaceAnotherBody() {
        ProcessJourney journey = accepted(journeys.registered("Трава"));
        requalifications.apply(
                number(journey),
                new Requalification(
                        "IMPR-1", LegalRegime.SOCIAL_MESSAGE, "ARS", "ул. Октябрьская, 16", null, "это Арсеньев"),
                "curator");
        journey.runsJobs().hasPassed("messageEvent_caseRerouted").isWaitingAt("userTask_acceptIncident");
        assertThat(journey.column("body_id")).isEqualTo("admArsenyev");
        assertThat(journey.column("municipality_code")).isEqualTo("ARS");
        journey.completes("userTask_acceptIncident", "arsenyev", ACCEPT).isWaitingAt("userTask_doWork");
    }

    private static IncidentNumber number(ProcessJourney journey) {
        return new IncidentNumber(journey.number());
    }
}
