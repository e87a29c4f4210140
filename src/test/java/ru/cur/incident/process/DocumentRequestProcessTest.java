package ru.cur.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.accepted;
import static ru.cur.CaseSteps.documentsOf;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.cur.ClockedTest;
import ru.cur.Http;
import ru.cur.ProcessJourney;
import ru.cur.incident.CaseClockActs;
import ru.cur.incident.CaseClockActs.Decider;
import ru.cur.incident.CaseClockActs.Extension;
import ru.cur.incident.IncidentNumber;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.ClockReading;
import ru.cur.sla.clock.Clocks;
import ru.cur.sla.clock.Explanation;

class DocumentRequestProcessTest extends ClockedTest {
    private static final Map<String, Object> PROVIDED = Map.of(
            "documentsOutcome",
            "PROVIDE",
            "documentsAnswerText",
            "Схема сетей 2024 года",
            "documentsUrl",
            "https://docs.example/scheme.pdf");

    @LocalServerPort
    private int port;

    @Autowired
    private Clocks clocks;

    @Autowired
    private CaseClockActs acts;

    @Test
    @DisplayName("Документы запрошены и получены: у запроса свой срок, срок ответа идёт, исполнитель видит ответ")
    void theDocumentsCome() {
        ProcessJourney journey = accepted(journeys.registered("Колодец на Русской"));
        Object due = journey.column("first_answer_due");
        journey.completes("userTask_doWork", "vladivostok", documentsOf("primvodokanal"))
                .isWaitingAt("userTask_awaitDocuments", "userTask_provideDocuments");
        ClockReading documents =
                clocks.open(journey.number(), ClockKind.DOCUMENTS).orElseThrow();
        assertThat(documents.due()).isEqualTo(Instant.parse("2026-12-08T00:00:00Z"));
        assertThat(Explanation.of(documents).text())
                .startsWith("Срок: 15 дней с 23.11.2026 10:00. Считается подряд, днём и ночью.");
        assertThat(journey.task("userTask_provideDocuments").getDueDate().toInstant())
                .isEqualTo(documents.due());
        assertThat(journey.column("first_answer_due")).isEqualTo(due);

        journey.completes("userTask_provideDocuments", "primvodokanal", PROVIDED)
                .isWaitingAt("userTask_doWork")
                .hasPassed("messageEvent_documentsAnswered", "messageEndEvent_documentsAnswered");
        assertThat(clocks.open(journey.number(), ClockKind.DOCUMENTS)).isEmpty();
        assertThat(Http.nobody(port)
                        .as("vladivostok")
                        .get("/engine-rest/task/"
                                + journey.task("userTask_doWork").getId() + "/form-variables")
                        .json()
                        .at("/contextRequests/value")
                        .asText())
                .contains("Просили: Схема сетей\nОтвет: Схема сетей 2024 года\nhttps://docs.example/scheme.pdf");
    }

    @Test
    @DisplayName("Документов нет: орган объясняет почему, исполнитель работает дальше")
    void thereAreNone() {
        ProcessJourney journey = requested();
        assertThatThrownBy(() -> journey.completes("userTask_provideDocuments", "primvodokanal", Map.of()))
                .hasStackTraceContaining("Выберите: документы есть");
        assertThatThrownBy(() -> journey.completes(
                        "userTask_provideDocuments", "primvodokanal", Map.of("documentsOutcome", "PROVIDE")))
                .hasStackTraceContaining("Дайте ссылку на документы");
        journey.completes(
                        "userTask_provideDocuments",
                        "primvodokanal",
                        Map.of("documentsOutcome", "UNAVAILABLE", "documentsAnswerText", "Сеть бесхозяйная"))
                .isWaitingAt("userTask_doWork");
        assertThat(journey.history())
                .anyMatch(line -> line.startsWith("Документов нет: ") && line.endsWith(": Сеть бесхозяйная"));
    }

    @Test
    @DisplayName("Пятнадцать дней прошли: запрос снят, исполнитель работает дальше")
    void theTermIsOver() {
        ProcessJourney journey = requested();
        assertThat(journey.timer("timerEvent_documentsOverdue").getDuedate().toInstant())
                .isEqualTo(Instant.parse("2026-12-08T00:00:00Z"));
        journey.fires("timerEvent_documentsOverdue")
                .hasPassed("serviceTask_closeDocumentRequest", "endEvent_requestWithdrawn");
        assertThat(journey.tasks().map(task -> task.getTaskDefinitionKey()))
                .contains("userTask_doWork")
                .doesNotContain("userTask_provideDocuments");
        assertThat(journey.history()).anyMatch(line -> line.startsWith("Документы не представлены в срок: "));
        assertThat(clocks.open(journey.number(), ClockKind.DOCUMENTS)).isEmpty();
        journey.completes("userTask_doWork", "vladivostok", documentsOf("primvodokanal"));
        assertThat(clocks.open(journey.number(), ClockKind.DOCUMENTS)).isPresent();
    }

    @Test
    @DisplayName("Обошлись без документов: исполнитель объясняет почему, запрос снят")
    void theExecutorDoesWithout() {
        ProcessJourney journey = requested();
        assertThatThrownBy(() -> journey.completes("userTask_awaitDocuments", "vladivostok", Map.of()))
                .hasStackTraceContaining("Объясните, почему документы больше не нужны");
        journey.completes("userTask_awaitDocuments", "vladivostok", Map.of("withdrawalText", "Нашли в архиве"))
                .isWaitingAt("userTask_doWork")
                .hasPassed("messageEvent_requestWithdrawn");
        assertThat(journey.history()).anyMatch(line -> line.startsWith("Запрос документов отозван: "));
    }

    @Test
    @DisplayName("Срок документов задан законом: его не продлить")
    void theLawIsNotExtended() {
        ProcessJourney journey = requested();
        String seen =
                clocks.open(journey.number(), ClockKind.DOCUMENTS).orElseThrow().seen();
        Extension more =
                new Extension(ClockKind.DOCUMENTS, new Term(5, TermUnit.CALENDAR_DAYS), "просят подождать", seen);
        assertThatThrownBy(() -> acts.extend(new IncidentNumber(journey.number()), more, new Decider("head", true)))
                .hasMessageContaining("статья 10 59-ФЗ");
    }

    @Test
    @DisplayName("Без органа и без слов документы не запросить")
    void nonsenseIsRefused() {
        ProcessJourney journey = accepted(journeys.registered("Колодец"));
        refuses(journey, Map.of("workOutcome", "REQUEST_DOCUMENTS"), "Напишите, какие документы нужны");
        refuses(
                journey,
                Map.of("workOutcome", "REQUEST_DOCUMENTS", "documentsText", "Схема"),
                "Выберите, у кого запросить");
        refuses(journey, documentsOf("admVladivostok"), "и так отвечает за инцидент");
        journey.isWaitingAt("userTask_doWork");
    }

    private ProcessJourney requested() {
        return accepted(journeys.registered("Колодец на Русской"))
                .completes("userTask_doWork", "vladivostok", documentsOf("primvodokanal"));
    }

    private static void refuses(ProcessJourney journey, Map<String, Object> form, String sentence) {
        assertThatThrownBy(() -> journey.completes("userTask_doWork", "vladivostok", form))
                .hasStackTraceContaining(sentence);
    }
}
