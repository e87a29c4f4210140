package ru.cur.escalation.process;

/** Why a term was broken, by the word of the head of the CUR. */
enum BreachCause {
    OVERLOAD("перегрузка исполнителя"),
    NO_EXECUTOR("нет исполнителя на месте"),
    WRONG_BODY("направлено не тому"),
    CONTRACTOR("подрядчик"),
    CUR_DELAY("задержка в ЦУР");

    private final String title;

    BreachCause(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
