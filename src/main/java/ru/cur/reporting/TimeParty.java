package ru.cur.reporting;

/** To whom the time of a case is charged, as the ledger names them. */
enum TimeParty {
    CUR("ЦУР"),
    BODY("исполнитель"),
    CO_EXECUTOR("соисполнитель"),
    APPROVAL("согласование"),
    PUBLICATION("публикация"),
    WAITING_AUTHOR("ожидание автора"),
    UNDER_CONTROL("на контроле"),
    FEEDBACK("отзыв автора"),
    SUSPENDED("приостановлено");

    private final String label;

    TimeParty(String label) {
        this.label = label;
    }

    /** Russian, for people. */
    public String label() {
        return label;
    }
}
