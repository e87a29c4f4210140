package ru.cur.platform.background;

import java.time.Duration;

/** What a node does beside its requests, from the moment at which the program is ready until it ends. */
public interface BackgroundWork {

    /** Names the thread. */
    String name();

    /** How long to rest when there was nothing to do. */
    Duration pause();

    /** How many threads of a node do it side by side. */
    default int threads() {
        return 1;
    }

    /** @return whether there may be more to do at once @throws Exception it is logged, and tried again after a while */
    boolean work() throws Exception;
}
