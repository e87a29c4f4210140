package ru.cur.escalation.process;

/** What the head of the CUR does about it. */
enum BreachDecision {
    KEEP_WORKING("работа продолжается"),
    CALL_HEAD("разговор с руководителем органа"),
    PERSONAL_CONTROL("личный контроль руководителя ЦУР");

    private final String title;

    BreachDecision(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
