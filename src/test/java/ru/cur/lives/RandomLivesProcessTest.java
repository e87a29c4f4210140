package ru.cur.lives;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import ru.cur.ClockedTest;
import ru.cur.sla.ledger.LedgerCheck;

/**
 * Random histories of cases. {@code -Dcur.lives=30} plays fewer of them, {@code -Dcur.lives.seed=} begins with another seed; the
 * story of one that fails tells its own. Runs late: other tests count what is in the shared database.
 */
@Order(Integer.MAX_VALUE - 1)
class RandomLivesProcessTest extends ClockedTest {
    private static final int ALL = 1000;
    private static final int LIVES = Integer.getInteger("cur.lives", ALL);
    private static final long SEED = Long.getLong("cur.lives.seed", 20261123);

    /** A task of the administrator, about the ledger of all cases. */
    private static final String OF_NO_CASE = "userTask_investigateLedger";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private LedgerCheck ledger;

    @Autowired
    private PlatformTransactionManager transactions;

    private final LifeStatistics statistics = new LifeStatistics();
    private final Map<String, RandomLife> lives = new HashMap<>();
    private final List<String> failures = new ArrayList<>();
    private World world;
    private RandomActs acts;

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
    @DisplayName("Случайные люди знают каждую задачу каждой схемы и каждый ответ её формы")
    void everyTaskIsKnown() {
        ModelCoverage model = new ModelCoverage(world.engine().getRepositoryService());
        Map<String, String> drawn = model.tasks();
        drawn.remove(OF_NO_CASE);
        assertThat(acts.all().keySet()).isEqualTo(drawn.keySet());
        acts.all().forEach((task, ways) -> {
            if (ways.field() != null) {
                assertThat(ways.outcomes())
                        .as(task)
                        .containsExactlyInAnyOrderElementsOf(model.offered(drawn.get(task), ways.field()));
            }
        });
    }

    @Test
    @DisplayName("Тысяча случайных историй: каждая кончается, каждому автору ответили или записано, почему нет")
    void everyLifeEnds() {
        long begun = System.nanoTime();
        for (int i = 0; i < LIVES; i++) {
            play(new RandomLife(world, acts, statistics, SEED + i));
        }
        new Ending(world.jdbc(), ledger, transactions)
                .faults(lives.keySet())
                .forEach((number, faults) -> failed(lives.get(number), number + " " + faults));
        System.out.printf(
                "Random lives: %d histories, %d cases, %d steps, %d s; rarest choices: %s%n",
                LIVES,
                lives.size(),
                statistics.steps(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                statistics.rarest());
        assertThat(failures).as(String.join("\n\n", failures)).isEmpty();
        if (LIVES >= ALL) {
            assertThat(neverChosen()).as("what nobody has ever chosen").isEmpty();
        }
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

    private Set<String> neverChosen() {
        Set<String> never = new TreeSet<>();
        acts.all().forEach((task, ways) -> ways.outcomes()
                .forEach(outcome -> never.add(LifeStatistics.key(task, outcome))));
        never.removeAll(statistics.chosen().keySet());
        return never;
    }
}
