package ru.cur.channel.network;

/** A network did not answer as it should; trying again later may help. */
public final class NetworkFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean untouched;

    /**
     * @param message without secrets
     * @param untouched whether the network certainly has nothing of what was asked
     * @param cause may be null
     */
    public NetworkFailure(String message, boolean untouched, Throwable cause) {
        super(message, cause);
        this.untouched = untouched;
    }

    public boolean isUntouched() {
        return untouched;
    }
}
