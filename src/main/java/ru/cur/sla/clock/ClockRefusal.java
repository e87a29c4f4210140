package ru.cur.sla.clock;

/** A clock was asked for what it can't do; the message is one Russian sentence, nothing has changed. */
public final class ClockRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClockRefusal(String message) {
        super(message);
    }
}
