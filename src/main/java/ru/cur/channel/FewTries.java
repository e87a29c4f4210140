package ru.cur.channel;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import ru.cur.platform.engine.ChangedMeanwhile;

/** A program need not know that its case was moved by somebody else just then: what it brings is taken in once more. */
public final class FewTries {
    private static final int MOST = 5;

    private FewTries() {}

    /**
     * @param act a whole transaction
     * @throws ChangedMeanwhile when others are faster each time
     */
    public static void run(Runnable act) {
        for (int left = MOST; left > 0; left--) {
            try {
                ChangedMeanwhile.watch(act);
                return;
            } catch (ChangedMeanwhile slower) {
                if (left == 1) {
                    throw slower;
                }
            }
        }
    }

    /** The same for what gives an answer. */
    public static <T> T call(Supplier<T> act) {
        AtomicReference<T> answer = new AtomicReference<>();
        run(() -> answer.set(act.get()));
        return answer.get();
    }
}
