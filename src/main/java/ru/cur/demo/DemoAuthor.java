package ru.cur.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What the author of a case of the demo says about its answer, if anything. */
final class DemoAuthor {
    /** @param at when he says it @param mark from 1 to 5 @param text his words; null without any */
    record Opinion(Instant at, int mark, String text) {}

    /** After each of these an answer may be out. */
    private static final Set<String> PUBLISHING =
            Set.of("userTask_approveResponse", "userTask_approveByViceGovernor", "userTask_publishManually");

    /** So many of a hundred authors say something. */
    private static final int TALKATIVE = 35;

    private final RandomGenerator random;
    private Opinion opinion;
    private boolean asked;

    DemoAuthor(RandomGenerator random) {
        this.random = random;
    }

    /** Whether what has been done may have brought the answer, and he has not been asked for his opinion of it before. */
    boolean mayHaveRead(String task) {
        return !asked && PUBLISHING.contains(task);
    }

    /** The final answer is out. */
    void reads(Instant now) {
        asked = true;
        if (random.nextInt(100) < TALKATIVE) {
            opinion = opinion(now.plus(Duration.ofMinutes(20 + random.nextInt(40 * 60))));
        }
    }

    private Opinion opinion(Instant at) {
        int luck = random.nextInt(100);
        if (luck < 55) {
            return new Opinion(at, 5, luck < 20 ? "Спасибо, сделали быстро!" : null);
        }
        if (luck < 80) {
            return new Opinion(at, 4, null);
        }
        return luck < 90
                ? new Opinion(at, 3, "Сделали, но ждать пришлось долго")
                : new Opinion(at, 2, "Сделано наполовину");
    }

    /** What he will say next. */
    Optional<Opinion> next() {
        return Optional.ofNullable(opinion);
    }

    /** He has said it. */
    void hasSpoken() {
        opinion = null;
    }
}
