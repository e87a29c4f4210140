package ru.cur.reply;

/**
 * The answer can't go out for now, and trying at once would not help: its network stands still, an earlier answer in the same
 * conversation is not out, a person must act first. It is no failure; the answer waits and is tried again later.
 */
public final class ReplyWaits extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean ofNetwork;

    /** This answer alone waits. @param reason for what, in Russian */
    public ReplyWaits(String reason) {
        super(reason);
        this.ofNetwork = false;
    }

    private ReplyWaits(String reason, Throwable cause) {
        super(reason, cause);
        this.ofNetwork = true;
    }

    /** Every answer in the network waits. @param cause why it stands still; null when it has asked for a pause */
    public static ReplyWaits forNetwork(String reason, Throwable cause) {
        return new ReplyWaits(reason, cause);
    }

    boolean isOfNetwork() {
        return ofNetwork;
    }
}
