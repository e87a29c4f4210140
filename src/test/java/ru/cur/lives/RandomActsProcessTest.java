package ru.cur.lives;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.cur.CurTest;

@CurTest
class RandomActsProcessTest {
    /** A task of the administrator, about the ledger of all cases. */
    private static final String OF_NO_CASE = "userTask_investigateLedger";

    @Autowired
    private RepositoryService repository;

    @Test
    @DisplayName("Случайные люди знают каждую задачу каждой схемы и каждый ответ её формы")
    void everyTaskIsKnown() {
        ModelCoverage model = new ModelCoverage(repository);
        RandomActs acts = new RandomActs(List.of());
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
}
