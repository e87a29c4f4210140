package ru.cur.reply;

/** The answer can't be out yet, and nothing is wrong: the network is asked again in some minutes. The message says why, in Russian. */
public final class ReplyWaits extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReplyWaits(String reason) {
        super(reason);
    }
}
