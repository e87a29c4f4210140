package ru.cur.reply;

/** A network did not answer; it is asked again later. The message says in Russian which one, and how far the answer has come. */
public final class PublicationFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PublicationFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
