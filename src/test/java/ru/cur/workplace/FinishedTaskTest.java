package ru.cur.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.accepted;
import static ru.cur.CaseSteps.answered;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.cur.ClockedTest;
import ru.cur.Http;
import ru.cur.Http.Answer;
import ru.cur.ProcessJourney;
import ru.cur.incident.AuthorWords;
import ru.cur.incident.IncidentNumber;

/** Two people have the same task before them. */
class FinishedTaskTest extends ClockedTest {
    private static final Map<String, Object> APPROVE = form("approvalOutcome", "APPROVE");

    @Autowired
    private FinishedTask finishedTask;

    @Autowired
    private AuthorWords words;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("В один и тот же миг: один завершил, другому сказано, кто и когда успел раньше")
    void oneWins() {
        ProcessJourney journey = answered(journeys.registered("Трава"));
        String task = journey.task("userTask_approveResponse").getId();
        assertThat(curator()
                        .post("/engine-rest/task/" + task + "/claim", Map.of("userId", "curator"))
                        .status())
                .isEqualTo(204);
        List<Answer> answers = Stream.of(APPROVE, APPROVE)
                .map(form -> CompletableFuture.supplyAsync(() -> submit(task, form)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted(Comparator.comparing(Answer::status))
                .toList();
        assertThat(answers).extracting(Answer::status).containsExactly(204, 409);
        assertThat(answers.get(1).json().get("message").asText())
                .startsWith("Задачу уже завершили: Кирилл Лазарев, 23.11.2026 10:")
                .endsWith("введённое осталось в ней: скопируйте, что ещё нужно.");
        Answer later = submit(task, APPROVE);
        assertThat(later.status()).isEqualTo(404);
        assertThat(later.json().get("message").asText()).contains("работа завершена");
    }

    @Test
    @DisplayName("Инцидент пошёл дальше без задачи: так и сказано; о задаче, которой не было, сказать нечего")
    void theCaseWentOn() {
        ProcessJourney journey = accepted(journeys.registered("Трава"));
        words.add(new IncidentNumber(journey.number()), "Уже скосили, не надо", "operator");
        journey.runsJobs();
        String task = journey.task("userTask_doWork").getId();
        journey.completes(
                "userTask_readFollowUp", "operator", Map.of("followUpOutcome", "WITHDRAWN", "followUpText", "Отозвал"));
        assertThat(finishedTask
                        .explain("/engine-rest/task/" + task + "/submit-form")
                        .orElseThrow())
                .startsWith("Задача больше не нужна: инцидент пошёл дальше без неё, 23.11.2026 10:");
        assertThat(finishedTask.explain("/engine-rest/task/no-such-task/submit-form"))
                .isEmpty();
    }

    private Answer submit(String task, Map<String, Object> form) {
        return curator().post("/engine-rest/task/" + task + "/submit-form", Map.of("variables", form));
    }

    private Http curator() {
        return Http.nobody(port).as("curator");
    }

    private static Map<String, Object> form(String name, String value) {
        return Map.of(name, Map.of("value", value));
    }
}
