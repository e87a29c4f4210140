package ru.cur.modeling;

import java.util.List;
import java.util.function.Function;
import ru.cur.ProcessJourney;

/** Where the diagrams of before-life wait: each task, each timer, each job and message, the call activities around them, the ladder. */
enum EarlierWait {
    RECEIVED(EarlierWays::received, "messageStartEvent_incidentRegistered"),
    REGISTERED(EarlierWays::registered, "userTask_triageMessage", "timerEvent_triageHalfPassed"),
    LADDER_BEGUN(EarlierWays::ladderBegun, "messageStartEvent_halfPassed"),
    LADDER_WAITING(
            EarlierWays::ladderWaiting,
            "timerEvent_levelReached",
            "messageEvent_clockStopped",
            "messageEvent_clockMoved"),
    LADDER_CLIMBED(
            EarlierWays::ladderClimbed,
            "userTask_callExecutor",
            "messageEvent_callNotNeeded",
            "userTask_resolveBreach"),
    LETTERS_WAITING(EarlierWays::lettersWaiting, "timerEvent_sendingTime"),
    IN_DANGER(EarlierWays::inDanger, "userTask_handOverToEmergency"),
    WITHOUT_BODY(
            EarlierWays::withoutBody,
            "userTask_assignBody",
            "timerEvent_assignmentHalfPassed",
            "timerEvent_answerHalfPassed"),
    ROUTED(EarlierWays::routed, "callActivity_execution", "userTask_acceptIncident", "timerEvent_acceptanceHalfPassed"),
    ROUTED_BY_LAW(EarlierWays::routedByLaw, "timerEvent_legalHalfPassed"),
    RETURNED(EarlierWays::returned, "userTask_assignBody"),
    ACCEPTED(EarlierWays::accepted, "userTask_doWork"),
    WORKED(EarlierWays::worked, "userTask_prepareResponse"),
    ANSWERED(
            EarlierWays::answered,
            "callActivity_replyPublication",
            "userTask_approveResponse",
            "timerEvent_approvalHalfPassed"),
    SENT_BACK(EarlierWays::sentBack, "userTask_prepareResponse"),
    UNPUBLISHED(EarlierWays::unpublished, "serviceTask_publishResponse", "timerEvent_publicationHalfPassed"),
    TOLD_BY_HAND(EarlierWays::toldByHand, "userTask_publishManually"),
    PROMISED(
            EarlierWays::promised,
            "callActivity_promiseControl",
            "userTask_proveCompletion",
            "timerEvent_controlDatePassed",
            "timerEvent_controlHalfPassed",
            "timerEvent_controlLegalHalfPassed"),
    BROKEN(EarlierWays::broken, "userTask_acceptIncident");

    private final Function<EarlierWays, ProcessJourney> way;
    private final List<String> elements;

    EarlierWait(Function<EarlierWays, ProcessJourney> way, String... elements) {
        this.way = way;
        this.elements = List.of(elements);
    }

    ProcessJourney reached(EarlierWays ways) {
        return way.apply(ways);
    }

    /** Ids of what waits then, among others. */
    List<String> elements() {
        return elements;
    }
}
