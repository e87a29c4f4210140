package ru.cur;

import java.util.HashMap;
import java.util.Map;

/** What the people of the demo usually fill in; a story names only what is special to it. */
public final class CaseSteps {
    public static final Map<String, Object> ACCEPT = Map.of("acceptanceOutcome", "ACCEPT");
    public static final Map<String, Object> APPROVE = Map.of("approvalOutcome", "APPROVE");
    public static final Map<String, Object> REWORK = Map.of(
            "approvalOutcome",
            "RETURN",
            "reworkReasonCode",
            "INCOMPLETE",
            "returnText",
            "Добавьте дату следующего покоса");
    public static final Map<String, Object> MOWN = Map.of(
            "workOutcome",
            "DONE",
            "workText",
            "Трава скошена и вывезена",
            "photoBeforeUrl",
            "https://photo.example/0.jpg",
            "evidenceUrl",
            "https://photo.example/1.jpg",
            "workPlaceText",
            "Стадион школы № 54",
            "workDoneOn",
            "2026-11-23");
    public static final Map<String, Object> ORDERED = Map.of("workOutcome", "PLANNED", "workText", "Заказано");
    public static final Map<String, Object> ENDORSE = Map.of("endorsementOutcome", "ENDORSE");
    public static final Map<String, Object> PROOF = Map.of(
            "controlOutcome",
            "PROVED",
            "proofText",
            "Крышка установлена.",
            "completedOn",
            "2026-12-12",
            "evidenceUrl",
            "https://photo.example/2.jpg");
    public static final Map<String, Object> SPAM =
            Map.of("triageOutcome", "REJECT", "rejectReasonCode", "SPAM", "rejectText", "Реклама мебели");
    public static final Map<String, Object> ANSWER =
            Map.of("doneText", "Траву скосили и вывезли.", "responseText", "Здравствуйте! Траву скосили и вывезли.");
    public static final Map<String, Object> TOLD_BY_PHONE =
            Map.of("publishWayCode", "BY_PHONE", "publishText", "Позвонили автору, ответ зачитан");

    public static final Map<String, Object> EMERGENCY_CALL = Map.of(
            "emergencyServiceCode",
            "EDDS",
            "emergencyOutcome",
            "ACCEPTED",
            "spokeWithText",
            "Диспетчер Иванова, вызов 118",
            "callText",
            "Бригада выехала");

    private CaseSteps() {}

    /** A curator has found a body. */
    public static Map<String, Object> assigned(String body) {
        return Map.of("assignOutcome", "ASSIGN", "bodyId", body);
    }

    /** Sorted to a category of a municipality; the directory finds the body. */
    public static Map<String, Object> route(String category, String municipality) {
        return Map.of(
                "triageOutcome",
                "ROUTE",
                "categoryCode",
                category,
                "municipalityCode",
                municipality,
                "addressText",
                "ул. Пацаева, школа № 54");
    }

    public static Map<String, Object> danger(String category, String municipality) {
        Map<String, Object> form = new HashMap<>(route(category, municipality));
        form.put("triageOutcome", "DANGER");
        return form;
    }

    /** "Not ours", says the person of the body. */
    public static ProcessJourney returned(ProcessJourney journey, String person) {
        return journey.completes(
                "userTask_acceptIncident",
                person,
                Map.of(
                        "acceptanceOutcome",
                        "RETURN",
                        "returnReasonCode",
                        "NOT_OUR_TERRITORY",
                        "returnText",
                        "Не наш участок",
                        "suggestedBodyId",
                        "minZhkh"));
    }

    /** The Vladivostok administration, to which the case was sent, accepts it, works and answers. */
    public static ProcessJourney works(ProcessJourney journey) {
        return endorsed(
                journey.completes("userTask_acceptIncident", "vladivostok", ACCEPT)
                        .completes("userTask_doWork", "vladivostok", MOWN),
                ANSWER);
    }

    /** The executor asks another body for a part of the work. */
    public static Map<String, Object> involve(String body) {
        return Map.of("workOutcome", "INVOLVE_BODY", "coExecutorId", body, "partText", "Проверить колодец");
    }

    /** The executor asks another body for documents. */
    public static Map<String, Object> documentsOf(String body) {
        return Map.of("workOutcome", "REQUEST_DOCUMENTS", "documentsBodyId", body, "documentsText", "Схема сетей");
    }

    /** The executor cannot prove in time what was promised. */
    public static Map<String, Object> move(String date) {
        return Map.of("controlOutcome", "MOVE_DATE", "newControlOn", date, "moveText", "Завод не отгрузил крышку");
    }

    /** What the head of the CUR decides about a broken term. */
    public static Map<String, Object> resolved(String cause, String decision) {
        return Map.of(
                "breachCauseCode", cause, "breachDecisionCode", decision, "breachText", "Поговорили, ждём к вечеру");
    }

    public static Map<String, Object> promise(String date) {
        return Map.of("planText", "Новую крышку установим.", "promisedOn", date, "responseText", "");
    }

    /** The Vladivostok administration works on it. */
    public static ProcessJourney accepted(ProcessJourney journey) {
        return journey.completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"))
                .completes("userTask_acceptIncident", "vladivostok", ACCEPT);
    }

    /** A case of the Vladivostok administration whose answer waits for the curator. */
    public static ProcessJourney answered(ProcessJourney journey) {
        return works(journey.completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD")));
    }

    /** A draft of the Vladivostok administration, by which its head stands. */
    public static ProcessJourney endorsed(ProcessJourney journey, Map<String, Object> draft) {
        return journey.completes("userTask_prepareResponse", "vladivostok", draft)
                .completes("userTask_endorseResponse", "vladivostokHead", ENDORSE);
    }

    /** A case of the Vladivostok administration under control until the date. */
    public static ProcessJourney promised(ProcessJourney journey, String date) {
        return endorsed(accepted(journey).completes("userTask_doWork", "vladivostok", ORDERED), promise(date))
                .completes("userTask_approveResponse", "curator", APPROVE);
    }
}
