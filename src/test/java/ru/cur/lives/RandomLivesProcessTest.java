package ru.cur.lives;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import ru.cur.ClockedTest;

class RandomLivesProcessTest extends ClockedTest {
    private static final int LIVES = Integer.getInteger("cur.lives", 1000);
    private static final long SEED = Long.getLong("cur.lives.seed", 20261123);

    @Autowired
    private ApplicationContext context;

    @Test
    @DisplayName("Тысяча случайных историй: каждая кончается, автору ответили или записано, почему нет")
    void everyLifeEnds() {
        World world = context.getAutowireCapableBeanFactory().createBean(World.class);
        long begun = System.nanoTime();
        RandomActs acts = new RandomActs(world.jdbc()
                .sql("select code from category order by code")
                .query(String.class)
                .list());
        LifeStatistics statistics = new LifeStatistics();
        Ending ending = new Ending(world.jdbc());
        List<String> failures = new ArrayList<>();
        world.journeys().of("-");
        for (int i = 0; i < LIVES; i++) {
            RandomLife life = new RandomLife(world, acts, statistics, SEED + i);
            try {
                life.play();
                ending.check(life.family());
            } catch (RuntimeException | AssertionError failure) {
                failures.add("Seed %d: %s%n%s".formatted(SEED + i, root(failure), String.join("\n", life.story())));
            } finally {
                world.networks().end();
            }
        }
        System.out.printf(
                "Random lives: %d histories, %d steps, %d s%n",
                LIVES,
                statistics.steps(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        System.out.println(new TreeMap<>(statistics.chosen()));
        assertThat(failures.size()).as(String.join("\n\n", failures)).isZero();
    }

    private static String root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause + " at " + List.of(cause.getStackTrace()).subList(0, Math.min(6, cause.getStackTrace().length));
    }
}
