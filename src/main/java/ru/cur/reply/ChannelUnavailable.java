package ru.cur.reply;

/** Some authors can't be reached by a program. The message says which channels, in Russian. */
public final class ChannelUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChannelUnavailable(String message) {
        super(message);
    }
}
