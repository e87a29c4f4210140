package ru.cur.lives;

import java.util.Map;

/** What the CUR does beside the work of a body: it reads, calls and watches terms. */
final class CurActs {
    private CurActs() {}

    static Map<String, Ways> all() {
        return Map.of(
                "userTask_readFollowUp", followUp(),
                "userTask_resumeWork", Ways.only(moment -> Map.of("resumeText", "Суд отменил запрет")),
                "userTask_approveQuestion",
                        Ways.of("questionDecisionOutcome")
                                .forward("ASK", 3, moment -> Map.of("questionText", "Здравствуйте! Какой подъезд?"))
                                .forward("REFUSE", 1, moment -> Map.of("returnText", "Подъезд назван в сообщении")),
                "userTask_callAuthor",
                        Ways.of("callOutcome")
                                .forward("SOLVED", 1, moment -> Map.of("callText", "Претензий больше нет"))
                                .forward("NOT_SOLVED", 1, moment -> Map.of("callText", "Скосили только половину")),
                "userTask_callExecutor", Ways.only(moment -> Map.of("callText", "Будет готово к вечеру")),
                "userTask_resolveBreach",
                        Ways.of("breachDecisionCode")
                                .forward("KEEP_WORKING", 1, CurActs::breach)
                                .forward("CALL_HEAD", 1, CurActs::breach)
                                .forward("PERSONAL_CONTROL", 1, CurActs::breach));
    }

    private static Map<String, Object> breach(Moment moment) {
        return Map.of(
                "breachCauseCode",
                moment.any("OVERLOAD", "NO_EXECUTOR", "WRONG_BODY", "CONTRACTOR", "CUR_DELAY"),
                "breachText",
                "Поговорили, ждём к вечеру");
    }

    private static Ways followUp() {
        return Ways.of("followUpOutcome")
                .forward("NOTED", 6, moment -> Map.of())
                .forwardIf(
                        "NOT_SOLVED",
                        4,
                        moment -> moment.sight()
                                .clock(moment.number(), "FEEDBACK")
                                .isPresent(),
                        moment -> Map.of("followUpText", "Трава на месте"))
                .asideIf(
                        "WITHDRAWN",
                        2,
                        moment -> moment.column("closed_at") == null,
                        moment -> Map.of("followUpText", "«Уже скосили, не надо»"));
    }
}
