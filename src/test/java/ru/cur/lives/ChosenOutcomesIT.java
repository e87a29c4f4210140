package ru.cur.lives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** After all random histories: they would prove little of what they never come by. */
class ChosenOutcomesIT {

    @Test
    @DisplayName("В тысяче случайных историй выбран каждый ответ каждой формы")
    void nothingIsNeverChosen() throws IOException {
        assumeThat(RandomLives.LIVES).isGreaterThanOrEqualTo(RandomLives.ALL);
        Map<String, Integer> chosen = LifeStatistics.chosenByAll();
        System.out.println("Random lives: rarest choices " + LifeStatistics.rarest(chosen));
        Set<String> never = new TreeSet<>();
        new RandomActs(List.of()).all().forEach((task, ways) -> ways.outcomes()
                .forEach(outcome -> never.add(LifeStatistics.key(task, outcome))));
        never.removeAll(chosen.keySet());
        assertThat(never).as("what nobody has ever chosen").isEmpty();
    }
}
