package ru.cur.sla.ledger;

/** To whom the time of a case is charged. */
public enum Party {
    CUR("ЦУР"),
    BODY("исполнитель"),
    CO_EXECUTOR("соисполнитель"),
    APPROVAL("согласование"),
    PUBLICATION("публикация"),
    WAITING_AUTHOR("ожидание автора"),
    /** A promised date is watched. */
    UNDER_CONTROL("на контроле"),
    /** The final answer is out, and the author may still say that nothing is solved. */
    FEEDBACK("отзыв автора"),
    SUSPENDED("приостановлено");

    private final String title;

    Party(String title) {
        this.title = title;
    }

    /** What people read, in Russian. */
    public String title() {
        return title;
    }

    /** Whether the time is of nobody who could work: the case goes back to the one who had it before. */
    public boolean isPause() {
        return this == WAITING_AUTHOR || this == SUSPENDED;
    }
}
