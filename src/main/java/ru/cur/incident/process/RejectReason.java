package ru.cur.incident.process;

/** Why a message is none of ours. */
enum RejectReason {
    SPAM("спам или реклама"),
    OFFENSIVE("оскорбления без вопроса"),
    NOT_A_PROBLEM("нет вопроса или проблемы"),
    OTHER_REGION("другой регион"),
    ALREADY_ANSWERED("ответ уже дан");

    private final String title;

    RejectReason(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
