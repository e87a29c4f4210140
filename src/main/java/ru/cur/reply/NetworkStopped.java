package ru.cur.reply;

/** Some authors wait for the answer, since their network stands still: it is tried again after a pause. The message says which one, in Russian. */
public final class NetworkStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NetworkStopped(String message) {
        super(message);
    }
}
