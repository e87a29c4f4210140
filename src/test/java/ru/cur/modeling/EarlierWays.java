package ru.cur.modeling;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.ANSWER;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.REWORK;
import static ru.cur.CaseSteps.danger;
import static ru.cur.CaseSteps.promise;
import static ru.cur.CaseSteps.route;

import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import ru.cur.NetworkOutage;
import ru.cur.ProcessJourney;
import ru.cur.ProcessJourneys;
import ru.cur.incident.LegalRegime;

/** How cases come to each place where the diagrams of before-life wait. */
final class EarlierWays {
    private static final Duration EMERGENCY_CALL = Duration.ofMinutes(15);

    private final ProcessJourneys journeys;
    private final ProcessEngineConfigurationImpl engine;
    private final RuntimeService runtime;
    private final JavaDelegate clearForPublication;
    private final NetworkOutage outage;
    private final JavaMailSenderImpl mail;

    /** @param clearForPublication what the approval itself did at that time */
    EarlierWays(
            ProcessJourneys journeys,
            ProcessEngineConfigurationImpl engine,
            JavaDelegate clearForPublication,
            NetworkOutage outage,
            JavaMailSenderImpl mail) {
        this.journeys = journeys;
        this.engine = engine;
        this.runtime = engine.getRuntimeService();
        this.clearForPublication = clearForPublication;
        this.outage = outage;
        this.mail = mail;
    }

    ProcessJourney received() {
        return journeys.received("author", "vk", "Трава по пояс", LegalRegime.SOCIAL_MESSAGE);
    }

    ProcessJourney registered() {
        return journeys.registered("Трава по пояс");
    }

    /** The ladder of the triage has begun and has not taken its first step. */
    ProcessJourney ladderBegun() {
        ProcessJourney journey = registered();
        comes(journey, "timerEvent_triageHalfPassed");
        return journey;
    }

    ProcessJourney ladderWaiting() {
        return registered().fires("timerEvent_triageHalfPassed");
    }

    /** There is mail, and its time has not come. */
    ProcessJourney lettersWaiting() {
        ProcessJourney journey = routed().fires("timerEvent_answerHalfPassed");
        mail.setHost("localhost");
        try {
            return journey.fires("timerEvent_levelReached");
        } finally {
            mail.setHost(null);
        }
    }

    ProcessJourney ladderClimbed() {
        ProcessJourney journey = ladderWaiting();
        for (int level = 1; level <= 5; level++) {
            journey.fires("timerEvent_levelReached");
        }
        return journey.isWaitingAt("userTask_triageMessage", "userTask_callExecutor", "userTask_resolveBreach");
    }

    ProcessJourney inDanger() {
        ProcessJourney journey = journeys.registered("Люк без крышки");
        // The triage of that time left it for the diagram of that time.
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(journey.number())
                .list()
                .forEach(instance -> runtime.setVariable(
                        instance.getId(),
                        "emergencyDeadline",
                        Date.from(ClockUtil.getCurrentTime().toInstant().plus(EMERGENCY_CALL))));
        return journey.completes("userTask_triageMessage", "operator", danger("IMPR-1", "VLD"))
                .isWaitingAt("userTask_handOverToEmergency", "userTask_acceptIncident");
    }

    ProcessJourney withoutBody() {
        return registered().completes("userTask_triageMessage", "operator", route("OTHR", "VLD"));
    }

    ProcessJourney routed() {
        return routed(registered());
    }

    /** A message with a term of the law. */
    ProcessJourney routedByLaw() {
        return routed(underLaw());
    }

    private ProcessJourney underLaw() {
        return journeys.registered("vk", "Яма на дороге", LegalRegime.POS_MESSAGE);
    }

    private static ProcessJourney routed(ProcessJourney journey) {
        return journey.completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"))
                .isWaitingAt("userTask_acceptIncident");
    }

    ProcessJourney returned() {
        return routed().completes(
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
                .isWaitingAt("userTask_assignBody");
    }

    ProcessJourney accepted() {
        return accepted(registered());
    }

    private static ProcessJourney accepted(ProcessJourney journey) {
        return routed(journey)
                .completes("userTask_acceptIncident", "vladivostok", ACCEPT)
                .isWaitingAt("userTask_doWork");
    }

    ProcessJourney worked() {
        return worked(registered());
    }

    private static ProcessJourney worked(ProcessJourney journey) {
        return accepted(journey)
                .completes("userTask_doWork", "vladivostok", MOWN)
                .isWaitingAt("userTask_prepareResponse");
    }

    ProcessJourney answered() {
        return answered(registered(), ANSWER);
    }

    private static ProcessJourney answered(ProcessJourney journey, Map<String, Object> answer) {
        return worked(journey)
                .completes("userTask_prepareResponse", "vladivostok", answer)
                .isWaitingAt("userTask_approveResponse");
    }

    ProcessJourney sentBack() {
        return answered()
                .completes("userTask_approveResponse", "curator", REWORK)
                .isWaitingAt("userTask_prepareResponse");
    }

    /** The network is down; the outage must be ended. */
    ProcessJourney unpublished() {
        ProcessJourney journey = answered();
        outage.begin("vk");
        assertThatThrownBy(() -> approved(journey)).hasStackTraceContaining("The network vk is down");
        return journey;
    }

    ProcessJourney toldByHand() {
        return approved(answered(journeys.registered("phone", "Трава"), ANSWER))
                .isWaitingAt("userTask_publishManually");
    }

    /** A message with a term of the law; its author has been promised something. */
    ProcessJourney promised() {
        return approved(answered(underLaw(), promise("2026-12-18"))).isWaitingAt("userTask_proveCompletion");
    }

    private ProcessJourney approved(ProcessJourney journey) {
        Task task = journey.task("userTask_approveResponse");
        journey.as("curator", () -> {
            engine.getTaskService().claim(task.getId(), "curator");
            engine.getFormService().submitTaskForm(task.getId(), APPROVE);
            return null;
        });
        engine.getCommandExecutorTxRequired().execute(context -> {
            try {
                clearForPublication.execute(
                        context.getExecutionManager().findExecutionById(task.getProcessInstanceId()));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return null;
        });
        return journey.runsJobs();
    }

    /** The date has passed, and what follows has not run yet. */
    ProcessJourney breaking() {
        ProcessJourney journey = promised();
        comes(journey, "timerEvent_controlDatePassed");
        return journey;
    }

    ProcessJourney broken() {
        return promised().fires("timerEvent_controlDatePassed").isWaitingAt("userTask_acceptIncident");
    }

    private void comes(ProcessJourney journey, String timer) {
        ClockUtil.setCurrentTime(journey.timer(timer).getDuedate());
        engine.getManagementService().executeJob(journey.timer(timer).getId());
    }
}
