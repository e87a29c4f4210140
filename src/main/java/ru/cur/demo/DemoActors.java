package ru.cur.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.camunda.bpm.engine.task.Task;
import ru.cur.demo.DemoCase.Behaviour;

/** How the people of the demo behave: who completes a task, after how long, and what he fills in. */
final class DemoActors {
    /** @param login who completes the task @param after how long after its creation @param form what he fills in */
    record Act(String login, Duration after, Map<String, Object> form) {}

    private static final Set<String> OF_BODIES =
            Set.of("userTask_acceptIncident", "userTask_doWork", "userTask_prepareResponse");

    /** Hours since the head of the CUR has last looked into her tasks. */
    private static final int HEAD_IS_AWAY = 72;

    private final DemoCase demoCase;
    private final RandomGenerator random;
    private final ZoneId zone;
    private final Map<String, Boolean> waiting = new HashMap<>();
    private boolean returnedOnce;
    private boolean reworkedOnce;
    private boolean reopened;
    private boolean worked;

    DemoActors(DemoCase demoCase, RandomGenerator random, ZoneId zone) {
        this.demoCase = demoCase;
        this.zone = zone;
        this.random = random;
    }

    /** What is left is mostly young; the work on a danger is never left, and the CUR leaves nothing for days. */
    boolean leavesForLater(Task task, Instant now) {
        long hours = Duration.between(task.getCreateTime().toInstant(), now).toHours();
        if (task.getTaskDefinitionKey().equals("userTask_resolveBreach")) {
            return hours < HEAD_IS_AWAY;
        }
        if (demoCase.waitsAt() != null) {
            return demoCase.waitsAt().equals(task.getTaskDefinitionKey());
        }
        return waiting.computeIfAbsent(task.getId(), id -> {
            int old = OF_BODIES.contains(task.getTaskDefinitionKey()) ? 1 : 0;
            int chance = hours < 24 * 4 ? 8 : old;
            return !demoCase.danger() && random.nextInt(100) < chance;
        });
    }

    /** Empty when nobody of the demo will ever do it. */
    Optional<Act> actOn(Task task, Instant now) {
        return Optional.ofNullable(
                switch (task.getTaskDefinitionKey()) {
                    case "userTask_triageMessage" -> act("operator", 25, false, triage());
                    case "userTask_handOverToEmergency" -> act("operator", 6, false, emergencyCall());
                    case "userTask_assignBody" -> act("curator", 40, false, assignment());
                    case "userTask_acceptIncident" -> act(executor(), 30, true, acceptance());
                    case "userTask_doWork" -> act(executor(), 80, true, work(now));
                    case "userTask_prepareResponse" -> act(executor(), 25, true, response(now));
                    case "userTask_endorseResponse" ->
                        act(DemoPeople.headOf(demoCase.body()), 15, true, form("endorsementOutcome", "ENDORSE"));
                    case "userTask_approveResponse" -> act("curator", 20, false, approval());
                    case "userTask_approveByViceGovernor" ->
                        act("manager", 60, false, form("viceGovernorOutcome", "APPROVE"));
                    case "userTask_callExecutor" -> act("curator", 20, false, call());
                    case "userTask_publishManually" -> act("operator", 30, false, publication());
                    case "userTask_callAuthor" -> act("curator", 90, false, callToAuthor());
                    case "userTask_proveCompletion" -> proof(task);
                    case "userTask_resolveBreach" -> act("head", 150, false, breachDecision());
                    default -> null;
                });
    }

    private Act act(String login, int usualMinutes, boolean body, Map<String, Object> form) {
        return new Act(login, demoCase.takes(Duration.ofMinutes(usualMinutes), body, random), form);
    }

    private String executor() {
        return DemoPeople.executorOf(demoCase.body());
    }

    private Map<String, Object> triage() {
        if (demoCase.behaviour() == Behaviour.REJECTED) {
            return form(
                    "triageOutcome",
                    "REJECT",
                    "rejectReasonCode",
                    "NOT_A_PROBLEM",
                    "rejectText",
                    "Вопроса к органам власти нет");
        }
        return form(
                "triageOutcome",
                demoCase.danger() ? "DANGER" : "ROUTE",
                "categoryCode",
                demoCase.story().category(),
                "municipalityCode",
                demoCase.municipality(),
                "addressText",
                demoCase.story().address(),
                "bodyId",
                demoCase.body());
    }

    private static Map<String, Object> emergencyCall() {
        return form(
                "emergencyServiceCode",
                "EDDS",
                "emergencyOutcome",
                "ACCEPTED",
                "spokeWithText",
                "Диспетчер ЕДДС, вызов принят",
                "callText",
                "Бригада выехала");
    }

    private Map<String, Object> assignment() {
        return form("assignOutcome", "ASSIGN", "bodyId", demoCase.body(), "assignText", "Уточнено по балансодержателю");
    }

    private Map<String, Object> acceptance() {
        if (demoCase.behaviour() == Behaviour.RETURNED && !returnedOnce) {
            returnedOnce = true;
            return form(
                    "acceptanceOutcome",
                    "RETURN",
                    "returnReasonCode",
                    "NOT_ENOUGH_DATA",
                    "returnText",
                    "Не указан подъезд, уточните адрес");
        }
        return form("acceptanceOutcome", "ACCEPT");
    }

    /** What can no longer be promised is done at last. */
    private Map<String, Object> work(Instant now) {
        reopened = worked;
        worked = true;
        if (demoCase.story().promises() && !promises(now)) {
            return done("Обещанные работы выполнены и приняты.", now);
        }
        return switch (demoCase.story().outcome()) {
            case "DONE" -> done(demoCase.story().work(), now);
            case "IMPOSSIBLE" ->
                form(
                        "workOutcome",
                        "IMPOSSIBLE",
                        "workText",
                        demoCase.story().work(),
                        "refusalGroundCode",
                        "NOT_PROVIDED_BY_LAW",
                        "refusalNormText",
                        "статья 1 закона 418-ФЗ от 28.12.2017");
            default ->
                form(
                        "workOutcome",
                        demoCase.story().outcome(),
                        "workText",
                        demoCase.story().work());
        };
    }

    private Map<String, Object> done(String work, Instant now) {
        return form(
                "workOutcome",
                "DONE",
                "workText",
                work,
                "photoBeforeUrl",
                photo("before"),
                "evidenceUrl",
                photo("after"),
                "workPlaceText",
                demoCase.story().address(),
                "workDoneOn",
                day(now).toString());
    }

    private Map<String, Object> response(Instant now) {
        if (promises(now)) {
            return form(
                    "planText",
                    demoCase.story().work(),
                    "promisedOn",
                    demoCase.promisedOn().toString(),
                    "responseText",
                    demoCase.story().answerPromising(demoCase.promisedOn()));
        }
        String text = demoCase.story().promises()
                ? "Здравствуйте! Обещанные работы выполнены. Приносим извинения за задержку."
                : demoCase.story().answer();
        return demoCase.story().outcome().equals("IMPOSSIBLE")
                ? form("refusalText", text, "legalGroundText", "статья 9 Федерального закона № 81-ФЗ")
                : form("doneText", demoCase.story().work(), "responseText", text);
    }

    /** Nobody promises twice, nor a day that may have come before the curator has read of it. */
    private boolean promises(Instant now) {
        return demoCase.promisedOn() != null
                && !reopened
                && demoCase.promisedOn().isAfter(day(now).plusDays(2));
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    private Map<String, Object> approval() {
        if (demoCase.behaviour() == Behaviour.REWORK && !reworkedOnce) {
            reworkedOnce = true;
            return form(
                    "approvalOutcome",
                    "RETURN",
                    "reworkReasonCode",
                    "INCOMPLETE",
                    "returnText",
                    "Добавьте, что дальше: когда и кто проверит");
        }
        return form("approvalOutcome", "APPROVE");
    }

    private static Map<String, Object> call() {
        return form("callText", "Исполнитель на месте, ответ обещает подготовить в течение часа");
    }

    private static Map<String, Object> callToAuthor() {
        return form("callOutcome", "SOLVED", "callText", "Извинились за задержку, по существу вопросов нет");
    }

    private static Map<String, Object> publication() {
        return form("publishWayCode", "BY_PHONE", "publishText", "Ответ зачитан автору по телефону");
    }

    private static Map<String, Object> breachDecision() {
        return form(
                "breachCauseCode",
                "OVERLOAD",
                "breachDecisionCode",
                "CALL_HEAD",
                "breachText",
                "Руководитель органа предупреждён, срок держим на контроле");
    }

    /** Some prove a day or two before the date; those who break their word do nothing until the timer speaks. */
    private Act proof(Task task) {
        if (demoCase.behaviour() == Behaviour.PROMISE_BROKEN || task.getDueDate() == null) {
            return null;
        }
        Duration whole = Duration.between(
                task.getCreateTime().toInstant(), task.getDueDate().toInstant());
        Duration after = whole.multipliedBy(70 + random.nextInt(25)).dividedBy(100);
        return new Act(
                executor(),
                after,
                form(
                        "controlOutcome",
                        "PROVED",
                        "proofText",
                        "Здравствуйте! Обещанное выполнено, работы приняты. Спасибо за терпение.",
                        "completedOn",
                        day(task.getCreateTime().toInstant().plus(after)).toString(),
                        "evidenceUrl",
                        photo("done")));
    }

    private String photo(String what) {
        return "https://photo.example/primorye/%d-%s.jpg".formatted(demoCase.index(), what);
    }

    private static Map<String, Object> form(Object... keysAndValues) {
        Map<String, Object> form = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            form.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return form;
    }
}
