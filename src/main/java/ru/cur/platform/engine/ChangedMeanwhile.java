package ru.cur.platform.engine;

import org.camunda.bpm.engine.OptimisticLockingException;

/** Somebody else has changed the same tasks or timers at the same moment; what was being done has been undone. */
public final class ChangedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ChangedMeanwhile(OptimisticLockingException cause) {
        super(cause);
    }

    /**
     * Lets a person act. Jobs need no such care: the engine itself tries them again.
     *
     * @param act a whole transaction
     * @throws ChangedMeanwhile when the engine has found that somebody else was faster
     */
    public static void watch(Runnable act) {
        try {
            act.run();
        } catch (OptimisticLockingException slower) {
            throw new ChangedMeanwhile(slower);
        }
    }
}
