package ru.cur.channel.exchange;

/** What a page was asked for does not exist; the message is Russian and for the person who asked. */
final class NothingThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NothingThere(String message) {
        super(message);
    }
}
