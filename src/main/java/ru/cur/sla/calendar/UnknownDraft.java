package ru.cur.sla.calendar;

/** There is no such draft; the message is Russian and for people. */
public final class UnknownDraft extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownDraft() {
        super("Такого черновика нет.");
    }
}
