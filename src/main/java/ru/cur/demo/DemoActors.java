package ru.cur.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.camunda.bpm.engine.task.Task;
import ru.cur.demo.DemoCase.Behaviour;

/** How the people of the demo behave: who completes a task, after how long, and what he fills in. */
final class DemoActors {
    /** @param login who completes the task @param after how long after its creation @param form what he fills in */
    record Act(String login, Duration after, Map<String, Object> form) {}

    private final DemoCase demoCase;
    private final RandomGenerator random;
    private final Map<String, Boolean> waiting = new HashMap<>();
    private boolean returnedOnce;
    private boolean reworkedOnce;

    DemoActors(DemoCase demoCase, RandomGenerator random) {
        this.demoCase = demoCase;
        this.random = random;
    }

    /** The younger a task, the likelier that its person has not got to it yet; danger is never left. */
    boolean leavesForLater(Task task, Instant now) {
        return waiting.computeIfAbsent(task.getId(), id -> {
            long hours = Duration.between(task.getCreateTime().toInstant(), now).toHours();
            int chance = hours < 20 ? 45 : hours < 24 * 4 ? 8 : 1;
            return !demoCase.danger() && random.nextInt(100) < chance;
        });
    }

    /** Empty when nobody of the demo will ever do it. */
    Optional<Act> actOn(Task task, Instant now) {
        return Optional.ofNullable(
                switch (task.getTaskDefinitionKey()) {
                    case "userTask_triageMessage" -> act("operator", 25, false, triage());
                    case "userTask_handOverToEmergency" ->
                        act(
                                "operator",
                                6,
                                false,
                                form("emergencyServiceCode", "EDDS", "callText", "Приняла диспетчер, бригада выехала"));
                    case "userTask_assignBody" ->
                        act(
                                "curator",
                                40,
                                false,
                                form("bodyId", demoCase.body(), "assignText", "Уточнено по балансодержателю"));
                    case "userTask_acceptIncident" -> act(executor(), 30, true, acceptance());
                    case "userTask_doWork" -> act(executor(), 80, true, work());
                    case "userTask_prepareResponse" -> act(executor(), 25, true, response(now));
                    case "userTask_approveResponse" -> act("curator", 20, false, approval());
                    case "userTask_publishManually" ->
                        act("operator", 30, false, form("publishText", "Ответ передан автору по телефону"));
                    case "userTask_proveCompletion" -> proof(task);
                    case "userTask_resolveBreach" ->
                        act(
                                "head",
                                150,
                                false,
                                form(
                                        "breachCauseCode",
                                        "OVERLOAD",
                                        "breachDecisionCode",
                                        "CALL_HEAD",
                                        "breachText",
                                        "Руководитель органа предупреждён, срок держим на контроле"));
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

    private Map<String, Object> work() {
        Map<String, Object> form = form(
                "workOutcome",
                demoCase.story().outcome(),
                "workText",
                demoCase.story().work());
        if (demoCase.story().outcome().equals("DONE")) {
            form.put("evidenceUrl", "https://photo.example/primorye/%d.jpg".formatted(demoCase.index()));
        }
        return form;
    }

    private Map<String, Object> response(Instant now) {
        boolean promise = demoCase.promisedOn() != null
                && demoCase.promisedOn()
                        .isAfter(now.atOffset(java.time.ZoneOffset.UTC).toLocalDate());
        Map<String, Object> form = form("promiseGiven", promise);
        if (promise) {
            form.put("promisedOn", demoCase.promisedOn().toString());
            form.put("responseText", demoCase.story().answerPromising(demoCase.promisedOn()));
        } else {
            form.put(
                    "responseText",
                    demoCase.story()
                            .answerPromising(
                                    now.atOffset(java.time.ZoneOffset.UTC).toLocalDate()));
        }
        return form;
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

    /** Some prove a day or two before the date; those who break their word do nothing until the timer speaks. */
    private Act proof(Task task) {
        if (demoCase.behaviour() == Behaviour.PROMISE_BROKEN || task.getDueDate() == null) {
            return null;
        }
        Duration whole = Duration.between(
                task.getCreateTime().toInstant(), task.getDueDate().toInstant());
        return new Act(
                executor(),
                whole.multipliedBy(70 + random.nextInt(25)).dividedBy(100),
                form(
                        "proofText",
                        "Здравствуйте! Обещанное выполнено, работы приняты. Спасибо за терпение.",
                        "evidenceUrl",
                        "https://photo.example/primorye/%d-after.jpg".formatted(demoCase.index())));
    }

    private static Map<String, Object> form(Object... keysAndValues) {
        Map<String, Object> form = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            form.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return form;
    }
}
