package ru.cur.lives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import ru.cur.ClockedTest;
import ru.cur.sla.ledger.LedgerCheck;

/**
 * Random histories of cases, every second one of them: two JVMs share the tests. {@code -Dcur.lives=30} plays fewer, {@code
 * -Dcur.lives.seed=} begins with another seed; the story of one that fails tells its own. {@link ChosenOutcomesIT} looks at what
 * all have chosen.
 */
abstract class RandomLives extends ClockedTest {
    static final int ALL = 1000;
    static final int LIVES = Integer.getInteger("cur.lives", ALL);
    private static final long SEED = Long.getLong("cur.lives.seed", 20261123);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private LedgerCheck ledger;

    @Autowired
    private PlatformTransactionManager transactions;

    private final LifeStatistics statistics = new LifeStatistics();
    private final Map<String, RandomLife> lives = new HashMap<>();
    private final List<String> failures = new ArrayList<>();
    private final int first;
    private World world;
    private RandomActs acts;

    /** @param first 0 or 1 */
    RandomLives(int first) {
        this.first = first;
    }

    @BeforeEach
    void setUp() {
        world = context.getAutowireCapableBeanFactory().createBean(World.class);
        acts = new RandomActs(world.jdbc()
                .sql("select code from category order by code")
                .query(String.class)
                .list());
        world.journeys().restJobExecutor();
    }

    @Test
    @DisplayName("Случайные истории: каждая кончается, каждому автору ответили или записано, почему нет")
    void everyLifeEnds() throws IOException {
        long begun = System.nanoTime();
        for (int i = first; i < LIVES; i += 2) {
            play(new RandomLife(world, acts, statistics, SEED + i));
        }
        new Ending(world.jdbc(), ledger, transactions)
                .faults(lives.keySet())
                .forEach((number, faults) -> failed(lives.get(number), number + " " + faults));
        System.out.printf(
                "Random lives: %d cases, %d steps, %d s%n",
                lives.size(),
                statistics.steps(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        statistics.write(getClass().getSimpleName());
        assertThat(failures).as(String.join("\n\n", failures)).isEmpty();
    }

    private void play(RandomLife life) {
        try {
            life.play();
            life.family().forEach(number -> lives.put(number, life));
        } catch (RuntimeException | AssertionError failure) {
            failed(life, String.valueOf(failure));
        } finally {
            world.networks().end();
        }
    }

    private void failed(RandomLife life, String what) {
        failures.add("%s%n%s".formatted(what, life));
    }
}
