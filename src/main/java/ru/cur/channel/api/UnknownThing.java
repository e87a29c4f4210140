package ru.cur.channel.api;

/** The path names a message or a case that was never taken in; the message is one Russian sentence. */
final class UnknownThing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownThing(String message) {
        super(message);
    }
}
