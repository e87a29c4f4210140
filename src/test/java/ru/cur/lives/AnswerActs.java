package ru.cur.lives;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How an answer is written, approved, published and, if it promises something, kept. */
final class AnswerActs {
    private static final List<String> REASONS =
            List.of("INCOMPLETE", "NO_EVIDENCE", "TONE", "PERSONAL_DATA", "NO_DATE");
    private static final String PLAN = "https://plan.example/1.pdf";
    private static final String RETURN = "RETURN";

    private AnswerActs() {}

    static Map<String, Ways> all() {
        Map<String, Ways> acts = new HashMap<>(ofPromises());
        acts.put("userTask_prepareResponse", Ways.only(AnswerActs::draft));
        acts.put(
                "userTask_endorseResponse",
                Ways.of("endorsementOutcome")
                        .forward("ENDORSE", 6, moment -> Map.of())
                        .forward(RETURN, 1, moment -> Map.of("returnText", "Добавьте дату покоса")));
        acts.put(
                "userTask_allowLongPromise",
                Ways.of("longPromiseOutcome")
                        .forward("ALLOW", 2, moment -> Map.of())
                        .forward("REFUSE", 1, moment -> Map.of("decisionText", "Найдите подрядчика раньше")));
        acts.put("userTask_approveResponse", approval("approvalOutcome"));
        acts.put("userTask_approveByViceGovernor", approval("viceGovernorOutcome"));
        acts.put("userTask_publishManually", publication());
        return acts;
    }

    private static Map<String, Object> draft(Moment moment) {
        int dice = moment.random().nextInt(100);
        if (dice < 35) {
            return promise(moment);
        }
        if (dice < 50) {
            return Map.of("refusalText", "Выплата не положена.", "legalGroundText", "статья 9 закона № 81-ФЗ");
        }
        return Map.of("doneText", "Траву скосили и вывезли.", "responseText", "");
    }

    private static Map<String, Object> promise(Moment moment) {
        Map<String, Object> form = new HashMap<>();
        int days = days(moment);
        form.put("planText", "Новую крышку установим.");
        form.put("promisedOn", moment.today().plusDays(days).toString());
        if (days > 90) {
            form.put("promiseDocumentUrl", PLAN);
        }
        return form;
    }

    private static int days(Moment moment) {
        int longest =
                switch (moment.column("severity")) {
                    case "P0" -> 7;
                    case "P1" -> 30;
                    default -> "RESOURCE_INTENSIVE".equals(moment.column("work_size")) ? 350 : 30;
                };
        return longest > 90
                ? 20 + moment.random().nextInt(longest - 50)
                : 1 + moment.random().nextInt(longest);
    }

    private static Ways approval(String field) {
        return Ways.of(field)
                .forwardIf("APPROVE", 7, moment -> !moment.sight().isTooLate(moment.number()), moment -> Map.of())
                .forward(
                        RETURN,
                        1,
                        moment ->
                                Map.of("reworkReasonCode", moment.any(REASONS), "returnText", "Добавьте дату покоса"));
    }

    private static Ways publication() {
        return Ways.of("publishWayCode")
                .forwardIf(
                        "SAME_WAY", 1, moment -> moment.sight().hasPrivateMessages(moment.task()), moment -> Map.of())
                .forwardIf(
                        "PRIVATE_MESSAGE",
                        1,
                        moment -> moment.sight().hasPrivateMessages(moment.task()),
                        moment -> Map.of())
                .forwardIf(
                        "OTHER_CHANNEL",
                        8,
                        moment -> !moment.sight().otherMessages(moment.task()).isEmpty(),
                        moment -> Map.of(
                                "otherMessageId", moment.any(moment.sight().otherMessages(moment.task()))))
                .forward("BY_HAND", 2, moment -> Map.of("publishedUrl", "https://vk.example/wall-1"))
                .forward("BY_PHONE", 2, moment -> Map.of("publishText", "Позвонили автору, ответ зачитан"));
    }

    private static Map<String, Ways> ofPromises() {
        return Map.of(
                "userTask_proveCompletion",
                        Ways.of("controlOutcome")
                                .forward(
                                        "PROVED",
                                        3,
                                        moment -> Map.of(
                                                "proofText",
                                                "Здравствуйте! Новую крышку установили сегодня.",
                                                "completedOn",
                                                moment.today().toString(),
                                                "evidenceUrl",
                                                "https://photo.example/2.jpg"))
                                .forwardIf("MOVE_DATE", 1, AnswerActs::mayMove, AnswerActs::move),
                "userTask_decideNewDate",
                        Ways.of("newDateOutcome")
                                .forward("AGREE", 2, moment -> Map.of())
                                .forward("REFUSE", 1, moment -> Map.of("decisionText", "Обещали – сделайте")),
                "userTask_decideLongDelay",
                        Ways.of("longDelayOutcome")
                                .forward("AGREE", 1, moment -> Map.of())
                                .forward("REFUSE", 1, moment -> Map.of("decisionText", "Так долго ждать нельзя")));
    }

    /** A clock that stands still has no date to be moved from. */
    private static boolean mayMove(Moment moment) {
        return moment.sight()
                .clock(moment.number(), "CONTROL")
                .filter(control -> control.dueOn() != null)
                .filter(control -> control.dueOn().isBefore(lastDay(moment, control)))
                .isPresent();
    }

    private static LocalDate lastDay(Moment moment, CaseSight.ClockSight control) {
        LocalDate given = control.startedOn();
        return switch (moment.column("severity")) {
            case "P0" -> given.plusDays(7);
            case "P1" -> given.plusDays(30);
            default ->
                "RESOURCE_INTENSIVE".equals(moment.column("work_size")) ? given.plusYears(1) : given.plusDays(30);
        };
    }

    private static Map<String, Object> move(Moment moment) {
        CaseSight.ClockSight control =
                moment.sight().clock(moment.number(), "CONTROL").orElseThrow();
        int possible = (int) control.dueOn().until(lastDay(moment, control), java.time.temporal.ChronoUnit.DAYS);
        LocalDate day = control.dueOn().plusDays(1 + moment.random().nextInt(possible));
        Map<String, Object> form = new HashMap<>();
        form.put("newControlOn", day.toString());
        form.put("moveText", "Завод не отгрузил крышку");
        if (day.isAfter(moment.today().plusDays(90))) {
            form.put("promiseDocumentUrl", PLAN);
        }
        return form;
    }
}
