package ru.cur.channel.network;

import java.time.Duration;

/** A network asks to be left alone for a while: too many calls. Nothing of the call was done. */
public final class NetworkPause extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration pause;

    /** @param message without secrets @param pause for so long */
    public NetworkPause(String message, Duration pause) {
        super(message);
        this.pause = pause;
    }

    public Duration pause() {
        return pause;
    }
}
