package ru.cur.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.ANSWER;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.danger;
import static ru.cur.CaseSteps.promised;
import static ru.cur.CaseSteps.resolved;
import static ru.cur.CaseSteps.route;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import ru.cur.ClockedTest;
import ru.cur.NetworkOutage;
import ru.cur.ProcessJourney;
import ru.cur.incident.CaseOutcome;
import ru.cur.incident.CaseWork;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.LegalRegime;
import ru.cur.incident.TermsRenewal;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Clocks;

class SlaEscalationProcessTest extends ClockedTest {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clocks clocks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TermsRenewal renewal;

    @Autowired
    private CaseOutcome cases;

    @Autowired
    private CaseWork work;

    @Autowired
    private JavaMailSenderImpl mail;

    @Autowired
    private NetworkOutage outage;

    private final GreenMail mailServer = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));

    @AfterEach
    void everyNetworkAndNoMail() {
        outage.end();
        mail.setHost(null);
        mailServer.stop();
    }

    @Test
    @DisplayName(
            "Ответ опаздывает: исполнитель, его руководитель, куратор со звонком, просрочка, руководитель ЦУР, вице-губернатор – по ступени за раз")
    void theLadderReachesTheHead() {
        ProcessJourney journey = accepted().fires("timerEvent_answerHalfPassed");
        step(journey, "2026-11-23T05:00:00Z", "vladivostok");
        assertThat(journey.column("sla_state")).isEqualTo("ON_TIME");
        step(journey, "2026-11-23T07:00:00Z", "vladivostok", "vladivostokHead");
        assertThat(journey.column("sla_state")).isEqualTo("AT_RISK");
        assertThat(journey.task("userTask_doWork").getPriority()).isEqualTo(70);
        step(journey, "2026-11-23T23:12:00Z", "curator");
        journey.isWaitingAt("userTask_doWork", "userTask_callExecutor");
        journey.completes("userTask_callExecutor", "curator", Map.of("callText", "Обещают закончить до обеда"));
        step(journey, "2026-11-24T00:00:00Z", "vladivostokHead");
        assertThat(journey.column("sla_state")).isEqualTo("OVERDUE");
        assertThat(journey.task("userTask_doWork").getPriority()).isEqualTo(72);
        step(journey, "2026-11-24T05:00:00Z", "head");
        journey.isWaitingAt("userTask_doWork", "userTask_resolveBreach");
        step(journey, "2026-11-25T08:00:00Z", "manager");
        assertThat(journey.timer("timerEvent_levelReached").getDuedate())
                .as("no step is left")
                .isAfter("2100-01-01");
        journey.completes("userTask_resolveBreach", "head", resolved("OVERLOAD", "CALL_HEAD"));
        finish(journey).hasNotPassed("timerEvent_sendingTime").isOver();
    }

    @Test
    @DisplayName("Ответ опубликован: лестница останавливается, звонить уже незачем, разбор нарушения остаётся")
    void theLadderStopsWithTheClock() {
        ProcessJourney journey = accepted().fires("timerEvent_answerHalfPassed");
        for (int level = 1; level <= 5; level++) {
            journey.fires("timerEvent_levelReached");
        }
        journey.isWaitingAt("userTask_doWork", "userTask_callExecutor", "userTask_resolveBreach");
        finish(journey)
                .hasPassed("endEvent_clockStopped", "endEvent_callNotNeeded")
                .isWaitingAt("userTask_resolveBreach")
                .completes("userTask_resolveBreach", "head", resolved("OVERLOAD", "KEEP_WORKING"))
                .isOver();
        assertThat(told(journey)).doesNotContain("manager");
    }

    @Test
    @DisplayName("Авария ночью: руководителя органа и куратора зовут сразу, письма без утренней сводки")
    void anAccidentIsToldAtNight() {
        startMail();
        journeys.setClock(Instant.parse("2026-11-23T15:00:00Z"));
        ProcessJourney journey = journeys.registered("На Русской провал, люк без крышки")
                .completes("userTask_triageMessage", "operator", danger("ROAD-1", "VLD"))
                .fires("timerEvent_answerHalfPassed")
                .fires("timerEvent_levelReached");
        // Nobody heads the utility in the system: the curator is told in his place.
        assertThat(told(journey)).containsExactlyInAnyOrder("primvodokanal", "curator");
        assertThat(sendingTimes(journey))
                .as("the moment of the step itself")
                .containsExactly(Instant.parse("2026-11-23T15:30:00Z"));
        journey.fires("timerEvent_sendingTime").hasPassed("serviceTask_sendNotifications");
        assertThat(letters()).containsExactlyInAnyOrder("primvodokanal@cur.example", "curator@cur.example");
        journey.fires("timerEvent_levelReached");
        assertThat(journey.tasks().map(task -> task.getTaskDefinitionKey())).contains("userTask_callExecutor");
        journey.fires("timerEvent_sendingTime").fires("timerEvent_levelReached");
        assertThat(told(journey)).contains("head");
        assertThat(journey.tasks().map(task -> task.getTaskDefinitionKey())).contains("userTask_resolveBreach");
    }

    @Test
    @DisplayName("Важное, но не авария: ступень ночью отмечена сразу, письма ждут утра")
    void theNightWaitsForTheMorning() {
        startMail();
        journeys.setClock(Instant.parse("2026-11-23T15:00:00Z"));
        ProcessJourney journey = coldFlat().fires("timerEvent_answerHalfPassed").fires("timerEvent_levelReached");
        assertThat(told(journey)).contains("vladivostok");
        journey.hasNotPassed("serviceTask_sendNotifications");
        assertThat(sendingTimes(journey))
                .as("nine o'clock in Vladivostok")
                .containsExactly(Instant.parse("2026-11-23T23:00:00Z"));
        assertThat(letters()).isEmpty();
        journey.fires("timerEvent_sendingTime").hasPassed("serviceTask_sendNotifications");
        assertThat(letters()).contains("vladivostok@cur.example");
    }

    @Test
    @DisplayName("Почта не настроена: извещения видны в Tasklist, и ничто не ждёт утра")
    void withoutMailNothingWaits() {
        journeys.setClock(Instant.parse("2026-11-23T15:00:00Z"));
        ProcessJourney journey = coldFlat().fires("timerEvent_answerHalfPassed").fires("timerEvent_levelReached");
        assertThat(told(journey)).contains("vladivostok");
        assertThat(sendingTimes(journey)).isEmpty();
    }

    @Test
    @DisplayName("Разбор не начат в срок: узнают операторы и руководитель ЦУР, сообщение всё ещё ждёт оператора")
    void theTriageIsLate() {
        ProcessJourney journey = journeys.registered("Мусор не вывозят").fires("timerEvent_triageHalfPassed");
        for (int level = 1; level <= 5; level++) {
            journey.fires("timerEvent_levelReached");
        }
        journey.isWaitingAt("userTask_triageMessage", "userTask_callExecutor", "userTask_resolveBreach");
        assertThat(told(journey)).contains("operator", "curator", "head").doesNotContain("vladivostok");
        assertThat(journey.column("sla_state"))
                .as("the author's answer is not late yet")
                .isEqualTo("ON_TIME");
        journey.completes("userTask_resolveBreach", "head", resolved("CUR_DELAY", "KEEP_WORKING"))
                .completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"))
                .isWaitingAt("userTask_acceptIncident");
    }

    @Test
    @DisplayName("Орган не принимает, куратор не согласует, ответ не передан автору: у каждого срока своя лестница")
    void everyClockHasItsLadder() {
        ProcessJourney journey = journeys.registered("phone", "Трава")
                .completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"))
                .fires("timerEvent_acceptanceHalfPassed")
                .fires("timerEvent_levelReached");
        assertThat(told(journey)).containsExactlyInAnyOrder("vladivostok", "vladivostokHead");
        journey.completes("userTask_acceptIncident", "vladivostok", ACCEPT)
                .hasPassed("endEvent_clockStopped")
                .completes("userTask_doWork", "vladivostok", MOWN)
                .completes("userTask_prepareResponse", "vladivostok", ANSWER)
                .fires("timerEvent_approvalHalfPassed")
                .fires("timerEvent_levelReached");
        assertThat(told(journey)).contains("curator");
        journey.completes("userTask_approveResponse", "curator", APPROVE)
                .fires("timerEvent_publicationHalfPassed")
                .fires("timerEvent_levelReached");
        assertThat(told(journey)).contains("operator");
        journey.completes("userTask_publishManually", "operator", Map.of("publishText", "Позвонили автору"))
                .isOver();
    }

    @Test
    @DisplayName("Сеть недоступна, публикация не удаётся: срок публикации идёт, об этом узнают операторы")
    void theLadderOfPublicationBeginsWhileTheNetworkIsDown() {
        ProcessJourney journey = accepted()
                .completes("userTask_doWork", "vladivostok", MOWN)
                .completes("userTask_prepareResponse", "vladivostok", ANSWER);
        outage.begin("vk");
        assertThatThrownBy(() -> journey.completes("userTask_approveResponse", "curator", APPROVE))
                .hasStackTraceContaining("The network vk is down");
        journey.isWaitingAt()
                .fires("timerEvent_publicationHalfPassed")
                .hasPassed("messageEndEvent_publicationEscalated")
                .fires("timerEvent_levelReached");
        assertThat(told(journey)).contains("operator");
        assertThatThrownBy(journey::triesAgain).hasStackTraceContaining("The network vk is down");
        outage.end();
        journey.triesAgain()
                .hasPassed("endEvent_clockStopped", "endEvent_authorAnswered")
                .isOver()
                .hasStatus("CLOSED");
    }

    @Test
    @DisplayName("Орган не найден, куратор медлит: напоминают ему, а не операторам")
    void theAssignmentIsLate() {
        ProcessJourney journey = journeys.registered("Трава")
                .completes("userTask_triageMessage", "operator", route("OTHR", "VLD"))
                .isWaitingAt("userTask_assignBody")
                .fires("timerEvent_assignmentHalfPassed")
                .fires("timerEvent_levelReached");
        assertThat(told(journey)).containsExactly("curator");
        journey.completes("userTask_assignBody", "curator", Map.of("bodyId", "minZhkh"))
                .hasPassed("endEvent_clockStopped")
                .isWaitingAt("userTask_acceptIncident");
    }

    @Test
    @DisplayName("Орган вернул инцидент, куратор медлит: напоминают ему, а не операторам")
    void theAssignmentAfterAReturnIsLate() {
        ProcessJourney journey = journeys.registered("Трава")
                .completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"))
                .completes(
                        "userTask_acceptIncident",
                        "vladivostok",
                        Map.of(
                                "acceptanceOutcome",
                                "RETURN",
                                "returnReasonCode",
                                "NOT_OUR_COMPETENCE",
                                "returnText",
                                "Участок не наш",
                                "suggestedBodyId",
                                "minZhkh"))
                .isWaitingAt("userTask_assignBody")
                .fires("timerEvent_assignmentHalfPassed")
                .fires("timerEvent_levelReached");
        assertThat(told(journey)).containsExactly("curator");
    }

    @Test
    @DisplayName("Пауза: ступени не наступают, после неё лестница идёт с того, что осталось")
    void aPausedClockReachesNoStep() {
        ProcessJourney journey = accepted().fires("timerEvent_answerHalfPassed").fires("timerEvent_levelReached");
        clocks.change(journey.number(), "curator", change -> change.pause("ожидание ответа автора"));
        assertThat(journey.timer("timerEvent_levelReached").getDuedate()).isAfter("2100-01-01");
        assertThat(journey.task("userTask_doWork").getDueDate()).isNull();
        journey.after(Duration.ofDays(2));
        clocks.change(journey.number(), "curator", change -> change.resume());
        assertThat(journey.timer("timerEvent_levelReached").getDuedate().toInstant())
                .isEqualTo(Instant.parse("2026-11-25T07:00:00Z"));
        assertThat(journey.task("userTask_doWork").getDueDate().toInstant())
                .isEqualTo(Instant.parse("2026-11-26T00:00:00Z"));
    }

    @Test
    @DisplayName(
            "Просрочку продлили: отметка снята, новый срок прошёл – о нём узнают снова, со ступени, до которой было далеко")
    void anExtendedTermIsClimbedAgain() {
        ProcessJourney journey = accepted().fires("timerEvent_answerHalfPassed");
        for (int level = 1; level <= 4; level++) {
            journey.fires("timerEvent_levelReached");
        }
        assertThat(journey.column("sla_state")).isEqualTo("OVERDUE");
        clocks.change(
                journey.number(),
                "curator",
                change -> change.extend(
                        ClockKind.FIRST_ANSWER, new Term(8, TermUnit.WORKING_HOURS), "Ждём технику", "curator"));
        assertThat(journey.column("sla_state")).isEqualTo("ON_TIME");
        // Sixteen hours in all, eight of them behind.
        step(journey, "2026-11-24T05:00:00Z", "vladivostok", "vladivostokHead");
        assertThat(journey.column("sla_state")).isEqualTo("AT_RISK");
        step(journey, "2026-11-24T07:24:00Z", "curator");
        step(journey, "2026-11-25T00:00:00Z", "vladivostokHead");
        assertThat(journey.column("sla_state")).isEqualTo("OVERDUE");
    }

    @Test
    @DisplayName("Инцидент стал аварией на полпути: лестница аварии начинается с первой ступени, ни одна не пропущена")
    void anAccidentOnTheWayClimbsItsOwnLadder() {
        ProcessJourney journey = accepted().fires("timerEvent_answerHalfPassed");
        for (int level = 1; level <= 3; level++) {
            journey.fires("timerEvent_levelReached");
        }
        int before = told(journey).size();
        renewal.reclassify(
                new IncidentNumber(journey.number()), "HEAT-1", LegalRegime.SOCIAL_MESSAGE, "curator", "батареи");
        assertThat(journey.column("severity")).isEqualTo("P0");
        journey.fires("timerEvent_levelReached");
        assertThat(told(journey).subList(before, before + 2))
                .containsExactlyInAnyOrder("vladivostok", "vladivostokHead");
        journey.fires("timerEvent_levelReached").fires("timerEvent_levelReached");
        assertThat(journey.column("sla_state")).isEqualTo("OVERDUE");
        assertThat(told(journey).subList(before, told(journey).size())).contains("head", "curator");
        journey.isWaitingAt(
                "userTask_doWork", "userTask_callExecutor", "userTask_callExecutor", "userTask_resolveBreach");
    }

    @Test
    @DisplayName("Письма одной ступени ждут утра, у следующей писем нет: срок меняют, и обе идут своим чередом")
    void waitingLettersDoNotHoldTheCaseUp() {
        startMail();
        journeys.setClock(Instant.parse("2026-11-23T15:00:00Z"));
        ProcessJourney journey = coldFlat()
                .completes("userTask_acceptIncident", "vladivostok", ACCEPT)
                .fires("timerEvent_answerHalfPassed")
                .fires("timerEvent_levelReached");
        Date morning = journey.timer("timerEvent_sendingTime").getDuedate();
        mail.setHost(null);
        journey.fires("timerEvent_levelReached").fires("timerEvent_levelReached");
        Date call = journey.task("userTask_callExecutor").getDueDate();
        journey.fires("timerEvent_levelReached");
        assertThat(journey.column("sla_state")).isEqualTo("OVERDUE");
        clocks.change(journey.number(), "curator", change -> change.pause("ожидание ответа автора"));
        assertThat(journey.timer("timerEvent_sendingTime").getDuedate()).isEqualTo(morning);
        assertThat(journey.task("userTask_callExecutor").getDueDate()).isEqualTo(call);
    }

    @Test
    @DisplayName("Новый орган ещё не принял: напоминают его исполнителям, а не тому, кто работал раньше")
    void theFormerExecutorIsToldNoMore() {
        ProcessJourney journey = accepted();
        cases.reopen(new IncidentNumber(journey.number()));
        assertThat(journey.column("executor_id")).isNull();
        work.accepted(new IncidentNumber(journey.number()), "vladivostok");
        work.send(new IncidentNumber(journey.number()), "primvodokanal", "curator", "сети водоканала");
        assertThat(journey.column("executor_id")).isNull();
    }

    @Test
    @DisplayName("Сообщение ПОС: рядом со сроком ответа идёт срок по закону, у него своя лестница, и на контроле тоже")
    void theLawHasItsOwnLadder() {
        ProcessJourney journey = journeys.registered("pos", "Яма на дороге", LegalRegime.POS_MESSAGE)
                .completes("userTask_triageMessage", "operator", route("ROAD-2", "VLD"));
        assertThat(clocks.open(journey.number(), ClockKind.LEGAL).orElseThrow().due())
                .as("thirty days end on 23 December, a working day")
                .isEqualTo(Instant.parse("2026-12-23T00:00:00Z"));
        journey.fires("timerEvent_legalHalfPassed").fires("timerEvent_levelReached");
        assertThat(told(journey)).isNotEmpty();
    }

    @Test
    @DisplayName("Обещание на контроле, а закон ждать не будет: его лестница начинается и здесь")
    void theLawGoesOnWhileAPromiseIsWatched() {
        ProcessJourney journey = journeys.registered("vk", "Яма на дороге", LegalRegime.POS_MESSAGE);
        promised(journey, "2027-01-29").isWaitingAt("userTask_proveCompletion");
        journey.fires("timerEvent_controlLegalHalfPassed")
                .hasPassed("messageEndEvent_controlLegalEscalated")
                .fires("timerEvent_levelReached");
        assertThat(told(journey)).contains("vladivostok");
    }

    @Test
    @DisplayName("Две лестницы для одного срока не начинаются")
    void aClockIsClimbedOnce() {
        ProcessJourney journey = accepted().fires("timerEvent_answerHalfPassed").fires("timerEvent_levelReached");
        runtime.createMessageCorrelation(SlaEscalationProcess.HALF_PASSED)
                .processInstanceBusinessKey(journey.number())
                .setVariables(Map.of("incidentNumber", journey.number(), "clockKind", "FIRST_ANSWER", "severity", "P2"))
                .correlateStartMessage();
        journey.runsJobs().hasPassed("endEvent_notNeeded");
        assertThat(journey.timers().stream()
                        .filter(timer -> journey.activityOf(timer).equals("timerEvent_levelReached")))
                .hasSize(1);
    }

    @Test
    @DisplayName("Срок остановлен в тот же миг, когда наступила ступень: никто не извещён")
    void aStepOfAStoppedClockTellsNobody() {
        ProcessJourney journey = accepted().fires("timerEvent_answerHalfPassed");
        jdbc.sql("update sla_clock set state = 'STOPPED' where incident_number = :number and kind = 'FIRST_ANSWER'")
                .param("number", journey.number())
                .update();
        journey.fires("timerEvent_levelReached").hasPassed("endEvent_stoppedMeanwhile");
        assertThat(told(journey)).isEmpty();
    }

    @Test
    @DisplayName("Присоединённые сообщения эскалируются как одно: у них нет своих сроков")
    void aMassIncidentIsOne() {
        ProcessJourney master = journeys.registered("На Русской нет воды");
        ProcessJourney child = journeys.registered("И у нас на Русской нет воды")
                .fires("timerEvent_triageHalfPassed")
                .completes(
                        "userTask_triageMessage",
                        "operator",
                        Map.of("triageOutcome", "MERGE", "targetNumber", master.number()))
                .isOver();
        assertThat(clocks.of(child.number()))
                .allMatch(reading -> reading.clock().isStopped());
        assertThat(clocks.of(master.number()))
                .noneMatch(reading -> reading.clock().isStopped());
    }

    @Test
    @DisplayName("Звонок без записи, о чём договорились, не принимается")
    void aCallIsWrittenDown() {
        ProcessJourney journey = accepted().fires("timerEvent_answerHalfPassed");
        for (int level = 1; level <= 3; level++) {
            journey.fires("timerEvent_levelReached");
        }
        assertThatThrownBy(() -> journey.completes("userTask_callExecutor", "curator", Map.of()))
                .hasStackTraceContaining("Запишите, с кем говорили");
        journey.isWaitingAt("userTask_doWork", "userTask_callExecutor");
    }

    private void startMail() {
        mailServer.start();
        mail.setHost("localhost");
        mail.setPort(mailServer.getSmtp().getPort());
    }

    private List<String> letters() {
        return Stream.of(mailServer.getReceivedMessages())
                .map(SlaEscalationProcessTest::addressee)
                .toList();
    }

    private static String addressee(MimeMessage letter) {
        try {
            return letter.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Instant> sendingTimes(ProcessJourney journey) {
        return journey.timers().stream()
                .filter(timer -> journey.activityOf(timer).equals("timerEvent_sendingTime"))
                .map(timer -> timer.getDuedate().toInstant())
                .toList();
    }

    private ProcessJourney coldFlat() {
        Map<String, Object> form = new HashMap<>(route("HEAT-2", "VLD"));
        form.put("bodyId", "admVladivostok");
        return journeys.registered("Холодно в квартире").completes("userTask_triageMessage", "operator", form);
    }

    private ProcessJourney accepted() {
        return journeys.registered("Трава")
                .completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"))
                .completes("userTask_acceptIncident", "vladivostok", ACCEPT);
    }

    private static ProcessJourney finish(ProcessJourney journey) {
        return journey.completes("userTask_doWork", "vladivostok", MOWN)
                .completes("userTask_prepareResponse", "vladivostok", ANSWER)
                .completes("userTask_approveResponse", "curator", APPROVE)
                .hasStatus("CLOSED");
    }

    /** The next step comes at that moment, and these people learn of it, once each. */
    private void step(ProcessJourney journey, String moment, String... people) {
        List<String> before = told(journey);
        assertThat(journey.timer("timerEvent_levelReached").getDuedate().toInstant())
                .isEqualTo(Instant.parse(moment));
        journey.fires("timerEvent_levelReached");
        List<String> after = told(journey);
        assertThat(after.subList(before.size(), after.size())).containsExactlyInAnyOrder(people);
    }

    /** In the order in which they were told. */
    private List<String> told(ProcessJourney journey) {
        return jdbc.sql("select recipient from notification where incident_number = :number order by id")
                .param("number", journey.number())
                .query(String.class)
                .list();
    }
}
