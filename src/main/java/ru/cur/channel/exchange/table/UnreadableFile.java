package ru.cur.channel.exchange.table;

/** A file that is no table, or none that we look for. The message is Russian and for the person who sent it. */
public final class UnreadableFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableFile(String message) {
        super(message);
    }

    UnreadableFile(String message, Throwable cause) {
        super(message, cause);
    }
}
