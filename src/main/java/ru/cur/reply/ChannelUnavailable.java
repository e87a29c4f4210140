package ru.cur.reply;

/** Some networks have refused the answer for good: a person must bring it to those authors. The message says why, in Russian. */
public final class ChannelUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChannelUnavailable(String message) {
        super(message);
    }
}
