package ru.cur.lives;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ru.cur.incident.NoAnswerGround;

/** What operators do with a message. */
final class TriageActs {
    private static final int MOST_CASES = 4;
    private static final List<String> USUAL = List.of("IMPR-1", "IMPR-4", "ROAD-6", "WATR-6", "HLTH-2");
    private static final List<String> PLACES = List.of("VLD", "VLD", "VLD", "ARS", "USS");
    private static final List<String> SERVICES = List.of("S112", "EDDS", "FIRE", "POLICE", "AMBULANCE", "GAS");
    private static final List<String> REASONS =
            List.of("SPAM", "OFFENSIVE", "NOT_A_PROBLEM", "OTHER_REGION", "ALREADY_ANSWERED");

    private final List<String> categories;

    TriageActs(List<String> categories) {
        this.categories = categories;
    }

    Map<String, Ways> all() {
        return Map.of(
                "userTask_triageMessage", triage(),
                "userTask_registerAppeal",
                        Ways.only(moment -> {
                            Map<String, Object> form = new HashMap<>();
                            form.put("appealNumberText", "Ж-" + moment.number());
                            form.put("appealRegisteredOn", moment.today().toString());
                            if (moment.chance(20)) {
                                form.put("complaintAgainstId", moment.any(Staff.bodies()));
                            }
                            return form;
                        }),
                "userTask_handOverToEmergency",
                        Ways.of("emergencyOutcome")
                                .forward("ACCEPTED", 3, TriageActs::call)
                                .aside("NOT_ACCEPTED", 1, TriageActs::call),
                "userTask_approveNoAnswer",
                        Ways.of("noAnswerOutcome")
                                .forward("AGREED", 3, moment -> Map.of())
                                .forward("REFUSED", 1, moment -> Map.of("noAnswerText", "Вопрос есть, ответьте")));
    }

    private Ways triage() {
        return Ways.of("triageOutcome")
                .forward("ROUTE", 60, this::finding)
                .aside("DANGER", 7, this::finding)
                .asideIf("SPLIT", 6, TriageActs::maySplit, moment -> Map.of("splitText", questions(moment)))
                .aside("ASK", 8, moment -> Map.of("questionText", "Здравствуйте! Уточните, пожалуйста, адрес."))
                .forwardIf(
                        "JOIN", 25, moment -> !joinable(moment).isEmpty(), moment -> target(moment, joinable(moment)))
                .forwardIf("MERGE", 15, moment -> !open(moment).isEmpty(), moment -> target(moment, open(moment)))
                .forwardIf("DISPOSE", 40, TriageActs::isAppeal, TriageActs::disposal)
                .forward(
                        "REJECT",
                        4,
                        moment -> Map.of(
                                "rejectReasonCode", moment.any(REASONS), "rejectText", "Вопроса к органам власти нет"));
    }

    private Map<String, Object> finding(Moment moment) {
        Map<String, Object> form = new HashMap<>();
        form.put("categoryCode", moment.any(moment.chance(70) ? USUAL : categories));
        form.put("municipalityCode", moment.any(PLACES));
        form.put("addressText", "ул. Русская, " + (1 + moment.random().nextInt(90)));
        if (moment.chance(12)) {
            form.put("restrictionCode", moment.any("CHILD", "SUICIDE", "CORRUPTION"));
        }
        if (moment.chance(60)) {
            form.put("workSizeCode", moment.any("SMALL", "RESOURCE_INTENSIVE", "RESOURCE_INTENSIVE"));
        }
        return form;
    }

    private static boolean maySplit(Moment moment) {
        return moment.family().size() < MOST_CASES;
    }

    private static String questions(Moment moment) {
        return moment.chance(70) ? "В подъезде темно\nВо дворе яма" : "Темно\nСыро\n\n  Холодно";
    }

    private static List<String> joinable(Moment moment) {
        return moment.sight().joinable(moment.family(), moment.number());
    }

    private static List<String> open(Moment moment) {
        return moment.sight().open(moment.family(), moment.number());
    }

    private static Map<String, Object> target(Moment moment, List<String> numbers) {
        return Map.of("targetNumber", moment.any(numbers));
    }

    private static boolean isAppeal(Moment moment) {
        return "APPEAL_59FZ".equals(moment.column("legal_regime"));
    }

    private static Map<String, Object> disposal(Moment moment) {
        return moment.chance(40)
                ? Map.of("disposalCode", "REDIRECT", "redirectedToText", "Управление Росреестра")
                : Map.of(
                        "disposalCode",
                        "NO_ANSWER",
                        "noAnswerGroundCode",
                        moment.any(NoAnswerGround.values()).name(),
                        "noAnswerText",
                        "Из текста нельзя понять, о чём он");
    }

    private static Map<String, Object> call(Moment moment) {
        return Map.of("emergencyServiceCode", moment.any(SERVICES), "spokeWithText", "Диспетчер Иванова");
    }
}
