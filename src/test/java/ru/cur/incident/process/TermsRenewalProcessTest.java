package ru.cur.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.ANSWER;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.ENDORSE;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.accepted;
import static ru.cur.CaseSteps.answered;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;
import ru.cur.incident.Appeals;
import ru.cur.incident.CaseRefusal;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.LegalRegime;
import ru.cur.incident.Requalification;
import ru.cur.incident.Requalifications;
import ru.cur.incident.TermsRenewal;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.ClockMoves;
import ru.cur.sla.clock.Clocks;
import ru.cur.sla.clock.Redating;
import ru.cur.sla.clock.Redatings;

class TermsRenewalProcessTest extends ClockedTest {
    @Autowired
    private TermsRenewal renewal;

    @Autowired
    private Requalifications requalifications;

    @Autowired
    private Redatings redatings;

    @Autowired
    private Clocks clocks;

    @Autowired
    private RepositoryService repository;

    @Test
    @DisplayName("Другая тема: срочность и сроки решены заново, от регистрации; таймеры и задачи идут за ними")
    void anotherCategoryCountsFromTheOriginalStart() {
        ProcessJourney journey = accepted(journeys.registered("Трава")).after(Duration.ofMinutes(30));
        reclassify(journey, "IMPR-3", LegalRegime.SOCIAL_MESSAGE);
        assertThat(journey.column("severity")).isEqualTo("P1");
        // Four hours from ten o'clock, day and night.
        Instant due = Instant.parse("2026-11-23T04:00:00Z");
        assertThat(due(journey, ClockKind.FIRST_ANSWER)).isEqualTo(due);
        assertThat(journey.task("userTask_doWork").getDueDate().toInstant()).isEqualTo(due);
        assertThat(journey.task("userTask_doWork").getPriority()).isEqualTo(75);
        assertThat(journey.timer("timerEvent_answerHalfPassed").getDuedate().toInstant())
                .isEqualTo(Instant.parse("2026-11-23T02:00:00Z"));
        assertThat(journey.variable("userTask_doWork", "severity")).isEqualTo("P1");
        finish(journey);
    }

    @Test
    @DisplayName(
            "Сообщение оказалось обращением: появляется срок по закону, 30 дней от регистрации; обратно – исчезает")
    void anotherRegimeBringsTheTermOfTheLaw() {
        ProcessJourney journey = accepted(journeys.registered("Трава"));
        assertThat(clocks.open(journey.number(), ClockKind.LEGAL)).isEmpty();
        reclassify(journey, "IMPR-1", LegalRegime.APPEAL_59FZ);
        assertThat(due(journey, ClockKind.LEGAL)).isEqualTo(Instant.parse("2026-12-23T00:00:00Z"));
        assertThat(journey.timer("timerEvent_legalHalfPassed").getDuedate().toInstant())
                .isEqualTo(Instant.parse("2026-12-08T00:00:00Z"));
        reclassify(journey, "IMPR-1", LegalRegime.SOCIAL_MESSAGE);
        assertThat(clocks.open(journey.number(), ClockKind.LEGAL)).isEmpty();
        assertThat(journey.timer("timerEvent_legalHalfPassed").getDuedate()).isAfter("2100-01-01");
        finish(journey);
    }

    @Test
    @DisplayName("Переквалифицировать нельзя завершённый, неразобранный и в то же самое")
    void nonsenseIsRefused() {
        ProcessJourney fresh = journeys.registered("Трава");
        assertThatThrownBy(() -> reclassify(fresh, "HEAT-2", LegalRegime.SOCIAL_MESSAGE))
                .isInstanceOf(CaseRefusal.class)
                .hasMessageContaining("ещё не разобрано");
        ProcessJourney journey = accepted(journeys.registered("Трава"));
        assertThatThrownBy(() -> reclassify(journey, "IMPR-1", LegalRegime.SOCIAL_MESSAGE))
                .hasMessageContaining("те же");
        assertThatThrownBy(() -> reclassify(journey, "NOTHING", LegalRegime.SOCIAL_MESSAGE))
                .hasMessageContaining("нет в справочнике");
        finish(journey);
        assertThatThrownBy(() -> reclassify(journey, "HEAT-2", LegalRegime.SOCIAL_MESSAGE))
                .hasMessageContaining("завершён");
    }

    @Test
    @DisplayName(
            "Новая таблица сроков: новые инциденты сразу по ней, открытые – только когда попросили, и видно что сдвинется")
    void aNewTableIsAppliedWhenAsked() throws IOException {
        ProcessJourney before = accepted(journeys.registered("Трава"));
        Instant due = due(before, ClockKind.FIRST_ANSWER);
        Deployment changed = deployWith("9 WORKING_HOURS");
        try {
            ProcessJourney after = accepted(journeys.registered("Трава"));
            Instant later = Instant.parse("2026-11-24T01:00:00Z");
            assertThat(due(after, ClockKind.FIRST_ANSWER)).isEqualTo(later);
            assertThat(due(before, ClockKind.FIRST_ANSWER)).isEqualTo(due);
            ClockMoves moves = renewal.preview(10_000).moves();
            assertThat(moves.first())
                    .anySatisfy(move -> assertThat(move)
                            .extracting(ClockMoves.Move::number, ClockMoves.Move::from, ClockMoves.Move::to)
                            .containsExactly(before.number(), due, later))
                    .noneMatch(move -> move.number().equals(after.number()));
            long id = renewal.apply(renewal.latestVersion(), "admin");
            while (redatings.find(id).orElseThrow().state() == Redating.State.RUNNING) {
                redatings.portion(id);
            }
            assertThat(due(before, ClockKind.FIRST_ANSWER)).isEqualTo(later);
            assertThat(before.task("userTask_doWork").getDueDate().toInstant()).isEqualTo(later);
            assertThat(redatings.moves(id, 10_000))
                    .anySatisfy(move -> assertThat(move.number()).isEqualTo(before.number()));
            finish(before);
            finish(after);
        } finally {
            repository.deleteDeployment(changed.getId(), true);
        }
    }

    @Test
    @DisplayName("Ответ на согласовании, инцидент стал аварией: и публиковать его теперь четверть часа, днём и ночью")
    void whatRunsAlreadyGoesOnWithTheNewTerms() {
        ProcessJourney journey = answered(journeys.registered("phone", "Трава"));
        reclassify(journey, "HEAT-5", LegalRegime.SOCIAL_MESSAGE);
        journey.completes("userTask_approveResponse", "curator", APPROVE).isWaitingAt("userTask_publishManually");
        assertThat(clocks.open(journey.number(), ClockKind.PUBLICATION)
                        .orElseThrow()
                        .clock()
                        .limit())
                .hasToString("15 CALENDAR_MINUTES");
    }

    @Test
    @DisplayName("Пока считается предпросмотр, приходят сообщения: он их не касается и не ломается")
    void whatComesDuringThePreviewIsLeftOut() {
        ProcessJourney journey = accepted(journeys.registered("Трава"));
        AtomicBoolean done = new AtomicBoolean();
        var ofOtherTests = renewal.preview(10).legalStopped();
        CompletableFuture<Void> previews = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                assertThat(renewal.preview(10).legalStopped()).isEqualTo(ofOtherTests);
            }
        });
        List<ProcessJourney> came = IntStream.range(0, 20)
                .mapToObj(i -> journeys.registered("Мусор " + i))
                .toList();
        done.set(true);
        previews.join();
        assertThat(came).hasSize(20);
        finish(journey);
    }

    @Test
    @DisplayName("В таблице опечатка: видно, в каком столбце, и открытые инциденты не тронуты")
    void aMistakeInTheTableIsNamed() throws IOException {
        ProcessJourney journey = accepted(journeys.registered("Трава"));
        Deployment changed = deployWith("8 WORKING_HOUR");
        try {
            assertThatThrownBy(() -> renewal.preview(10))
                    .isInstanceOf(CaseRefusal.class)
                    .hasMessageContaining("«первый ответ»")
                    .hasMessageContaining("8 WORKING_HOUR»");
        } finally {
            repository.deleteDeployment(changed.getId(), true);
            finish(journey);
        }
    }

    private void reclassify(ProcessJourney journey, String category, LegalRegime regime) {
        Appeals.JournalEntry journal = regime == LegalRegime.APPEAL_59FZ
                ? new Appeals.JournalEntry("Ж-" + journey.number(), LocalDate.parse("2026-11-23"), null)
                : null;
        requalifications.apply(
                new IncidentNumber(journey.number()),
                new Requalification(category, regime, null, null, journal, "уточнено по телефону"),
                "curator");
    }

    private Instant due(ProcessJourney journey, ClockKind kind) {
        return clocks.open(journey.number(), kind).orElseThrow().due();
    }

    private static void finish(ProcessJourney journey) {
        journey.completes("userTask_doWork", "vladivostok", MOWN)
                .completes("userTask_prepareResponse", "vladivostok", ANSWER);
        // What has become urgent goes to the curator at once.
        if (journey.tasks().anyMatch(task -> task.getTaskDefinitionKey().equals("userTask_endorseResponse"))) {
            journey.completes("userTask_endorseResponse", "vladivostokHead", ENDORSE);
        }
        journey.completes("userTask_approveResponse", "curator", APPROVE)
                .closes()
                .isOver();
    }

    /** The table of terms, with another term where it says eight hours. */
    private Deployment deployWith(String term) throws IOException {
        String table = Files.readString(Path.of("bpmn/sla/sla-terms.dmn")).replace("8 WORKING_HOURS", term);
        return repository
                .createDeployment()
                .addInputStream(
                        "sla-terms.dmn", new java.io.ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)))
                .deploy();
    }
}
