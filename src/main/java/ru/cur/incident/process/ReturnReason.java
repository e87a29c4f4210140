package ru.cur.incident.process;

/** Why a body returns a case. */
enum ReturnReason {
    NOT_OUR_TERRITORY("не наша территория"),
    NOT_OUR_COMPETENCE("не наша компетенция"),
    NOT_ENOUGH_DATA("не хватает данных");

    private final String title;

    ReturnReason(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
