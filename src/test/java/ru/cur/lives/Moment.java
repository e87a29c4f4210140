package ru.cur.lives;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import ru.cur.MovableClock;

/**
 * In what a person decides.
 *
 * @param family all cases of the history
 * @param hurry whether everybody wants to come to an end
 */
record Moment(OpenWork.Waiting task, Set<String> family, CaseSight sight, Random random, boolean hurry) {
    String number() {
        return task.number();
    }

    <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    @SafeVarargs
    final <T> T any(T... some) {
        return some[random.nextInt(some.length)];
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** In the region. */
    LocalDate today() {
        return sight.now().atZone(MovableClock.ZONE).toLocalDate();
    }

    /** A column of the case, as text; null when it is. */
    String column(String name) {
        return sight.column(number(), name);
    }

    boolean restricted() {
        return "restricted".equals(task.tenant());
    }
}
