package ru.cur.channel.inbox;

/** An event that can't be understood, and will not be by trying again. The message says why, without words of authors. */
public final class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String message) {
        super(message);
    }

    public UnreadableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
