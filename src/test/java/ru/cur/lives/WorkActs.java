package ru.cur.lives;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How a body is found, and what it and those whom it asks do. */
final class WorkActs {
    private static final List<String> GROUNDS = List.of(
            "NORM_IS_MET", "NOT_PROVIDED_BY_LAW", "FORBIDDEN_BY_LAW", "PRIVATE_PROPERTY", "IN_COURT", "NOT_IN_BUDGET");
    private static final String PART = "PART";
    private static final String DOCUMENTS = "DOCUMENTS";
    private static final String PHOTO = "https://photo.example/1.jpg";

    private WorkActs() {}

    static Map<String, Ways> all() {
        Map<String, Ways> acts = new HashMap<>(ofBodiesAsked());
        acts.put("userTask_assignBody", assignment());
        acts.put(
                "userTask_settleCompetence",
                Ways.only(moment -> Map.of("bodyId", other(moment), "assignText", "Это территория органа")));
        acts.put("userTask_acceptIncident", acceptance());
        acts.put("userTask_doWork", work());
        acts.put(
                "userTask_decideExtension",
                Ways.of("extensionOutcome")
                        .forward("GRANT", 1, moment -> Map.of())
                        .forward("REFUSE", 1, moment -> Map.of("decisionText", "Времени достаточно")));
        return acts;
    }

    private static Ways assignment() {
        return Ways.of("assignOutcome")
                .forward("ASSIGN", 4, moment -> Map.of("bodyId", other(moment)))
                .aside("BACK_TO_TRIAGE", 1, moment -> Map.of("assignText", "Направлять некому"));
    }

    /** Neither the one that has the case nor the one that the appeal complains about. */
    private static String other(Moment moment) {
        String complaint = moment.column("complaint_against_id");
        return moment.any(
                Staff.bodies().stream().filter(body -> !body.equals(complaint)).toList());
    }

    private static Ways acceptance() {
        return Ways.of("acceptanceOutcome")
                .forward("ACCEPT", 6, moment -> moment.chance(20) ? named(moment) : Map.of())
                .aside("RETURN", 4, moment -> {
                    Map<String, Object> form = new HashMap<>();
                    form.put("returnReasonCode", moment.any("NOT_OUR_TERRITORY", "NOT_OUR_COMPETENCE"));
                    form.put("suggestedBodyId", stranger(moment, List.of()));
                    form.put("returnText", "Участок не обслуживаем");
                    if (moment.chance(30)) {
                        form.put("returnReasonCode", "NOT_ENOUGH_DATA");
                        form.remove("suggestedBodyId");
                    }
                    return form;
                });
    }

    private static Map<String, Object> named(Moment moment) {
        String body = moment.column("body_id");
        List<String> people = Staff.people(body);
        return people.contains(body + "Worker") ? Map.of() : Map.of("namedExecutorId", moment.any(people));
    }

    private static Ways work() {
        return Ways.of("workOutcome")
                .forward("DONE", 30, WorkActs::done)
                .forward("PLANNED", 12, moment -> Map.of("workText", "Работы в плане"))
                .forward(
                        "IMPOSSIBLE",
                        8,
                        moment -> Map.of(
                                "workText",
                                "Сделать нельзя",
                                "refusalGroundCode",
                                moment.any(GROUNDS),
                                "refusalNormText",
                                "статья 168 ЖК РФ"))
                .asideIf(
                        "INVOLVE_BODY",
                        25,
                        moment -> mayAsk(moment, PART),
                        moment -> Map.of("coExecutorId", asked(moment, PART), "partText", "Проверить колодец"))
                .asideIf(
                        "REQUEST_DOCUMENTS",
                        10,
                        moment -> mayAsk(moment, DOCUMENTS),
                        moment -> Map.of("documentsBodyId", asked(moment, DOCUMENTS), "documentsText", "Схема сетей"))
                .aside("MORE_TIME", 6, WorkActs::moreTime)
                .aside("ASK_AUTHOR", 6, moment -> Map.of("questionText", "Здравствуйте! Какой подъезд?"));
    }

    private static Map<String, Object> done(Moment moment) {
        return Map.of(
                "workText",
                "Трава скошена и вывезена",
                "photoBeforeUrl",
                PHOTO,
                "evidenceUrl",
                PHOTO,
                "workPlaceText",
                "Стадион школы",
                "workDoneOn",
                moment.today().toString());
    }

    private static Map<String, Object> moreTime(Moment moment) {
        return Map.of(
                "extensionAmount",
                1 + moment.random().nextInt(20),
                "extensionUnitCode",
                moment.any("WORKING_HOURS", "WORKING_DAYS", "CALENDAR_DAYS"),
                "extensionText",
                "Нет техники до конца недели");
    }

    private static boolean mayAsk(Moment moment, String kind) {
        return !moment.restricted()
                && moment.sight().asked(moment.number(), kind, "body_id").size() < 2;
    }

    private static String asked(Moment moment, String kind) {
        return stranger(moment, moment.sight().asked(moment.number(), kind, "body_id"));
    }

    private static String stranger(Moment moment, List<String> but) {
        String own = moment.column("body_id");
        return moment.any(Staff.bodies().stream()
                .filter(body -> !Objects.equals(body, own) && !but.contains(body))
                .toList());
    }

    private static Map<String, Ways> ofBodiesAsked() {
        return Map.of(
                "userTask_doPart",
                        Ways.of("partOutcome")
                                .forward("DONE", 2, moment -> Map.of("partReportText", "Колодец проверен"))
                                .forward("DECLINE", 1, moment -> Map.of("partReportText", "Колодец не наш")),
                "userTask_awaitCoExecutors",
                        Ways.of("waitOutcome")
                                .forward(
                                        "WITHDRAW",
                                        1,
                                        moment -> Map.of(
                                                "partRequestId",
                                                moment.any(moment.sight().asked(moment.number(), PART, "id")),
                                                "withdrawalText",
                                                "Справились сами"))
                                .forward("BACK_TO_WORK", 1, moment -> Map.of()),
                "userTask_provideDocuments",
                        Ways.of("documentsOutcome")
                                .forward(
                                        "PROVIDE",
                                        2,
                                        moment -> Map.of(
                                                "documentsAnswerText", "Схема сетей 2020 года", "documentsUrl", PHOTO))
                                .forward("UNAVAILABLE", 1, moment -> Map.of("documentsAnswerText", "Схемы у нас нет")),
                "userTask_awaitDocuments", Ways.only(moment -> Map.of("withdrawalText", "Нашли у себя в архиве")));
    }
}
