package ru.cur.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.accepted;
import static ru.cur.CaseSteps.answered;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.cur.Http.Answer;
import ru.cur.ProcessJourney;

class CasePagePauseTest extends CasePageVisit {
    @Test
    @DisplayName("Пауза останавливает сроки и таймеры, продолжение сохраняет остаток")
    void aPauseKeepsWhatIsLeft() {
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
        Instant timer = journey.timer(HALF_PASSED).getDuedate().toInstant();
        long left =
                clock(journey, "FIRST_ANSWER").get("remainingWorkingSeconds").asLong();

        assertThat(act("curator", journey, "pause", PAUSE).status()).isEqualTo(302);
        assertThat(holder(journey)).isEqualTo("WAITING_AUTHOR");
        assertThat(journey.timer(HALF_PASSED).getDuedate()).isAfter(Instant.parse("9000-01-01T00:00:00Z"));
        assertThat(as("curator").get(page(journey)).body())
                .contains("приостановлен", "Продолжить", "ожидание ответа автора: Спросили у автора адрес");

        journey.after(DAY);
        assertThat(clock(journey, "FIRST_ANSWER").get("remainingWorkingSeconds").asLong())
                .isEqualTo(left);
        assertThat(act("head", journey, "resume", Map.of()).status()).isEqualTo(302);
        assertThat(holder(journey)).isEqualTo("BODY");
        assertThat(clock(journey, "FIRST_ANSWER").get("remainingWorkingSeconds").asLong())
                .isEqualTo(left);
        assertThat(journey.timer(HALF_PASSED).getDuedate().toInstant()).isEqualTo(timer.plus(DAY));
        assertThat(history(journey))
                .contains("Сроки приостановлены: ожидание ответа автора: Спросили у автора адрес", "Сроки снова идут");
    }

    @Test
    @DisplayName("Пауза не снимает отметку о просрочке, продление снимает")
    void aPauseAloneDoesNotMakeALateCaseCalm() {
        ProcessJourney journey = accepted(journeys.registered("Трава у школы")).after(Duration.ofDays(7));
        jdbc.sql("update incident set sla_state = 'OVERDUE' where number = :number")
                .param("number", journey.number())
                .update();
        act("curator", journey, "pause", PAUSE);
        assertThat(journey.column("sla_state")).isEqualTo("OVERDUE");
        assertThat(clock(journey, "FIRST_ANSWER").get("late").asBoolean()).isTrue();
        act("curator", journey, "resume", Map.of());
        act("curator", journey, "extend", extension("FIRST_ANSWER", "30", "CALENDAR_DAYS"));
        assertThat(journey.column("sla_state")).isEqualTo("ON_TIME");
    }

    @Test
    @DisplayName("Ответ, вышедший во время паузы, кончает паузу и в журнале времени")
    void anAnswerEndsThePause() {
        ProcessJourney journey = answered(journeys.registered("Трава у школы"));
        act("curator", journey, "pause", PAUSE);
        assertThat(holder(journey)).isEqualTo("WAITING_AUTHOR");
        journey.completes("userTask_approveResponse", "curator", APPROVE);
        assertThat(holder(journey)).isNotEqualTo("WAITING_AUTHOR");
        assertThat(json(journey).get("clocks"))
                .allSatisfy(clock -> assertThat(clock.get("state").asText()).isNotEqualTo("PAUSED"));
    }

    @Test
    @DisplayName("Ответ опоздал, на паузе он или нет: опоздание видно на странице и в отчёте")
    void aPauseDoesNotHideALateAnswer() {
        ProcessJourney journey = answered(journeys.registered("Трава у школы"));
        Instant due = Instant.parse(clock(journey, "FIRST_ANSWER").get("due").asText());
        journey.after(Duration.ofDays(3));
        act("curator", journey, "pause", PAUSE);
        assertThat(journey.column("first_answer_due")).isEqualTo(Timestamp.from(due));
        journey.completes("userTask_approveResponse", "curator", APPROVE)
                .closes()
                .hasStatus("CLOSED");
        assertThat(journey.column("first_answer_due")).isEqualTo(Timestamp.from(due));
        JsonNode clock = clock(journey, "FIRST_ANSWER");
        assertThat(clock.get("late").asBoolean()).isTrue();
        assertThat(Instant.parse(clock.get("due").asText())).isEqualTo(due);
    }

    @Test
    @DisplayName("Ответ успел до паузы: срок в отчёте есть, опоздания нет")
    void anAnswerDuringAPauseIsInTime() {
        ProcessJourney journey = answered(journeys.registered("Трава у школы"));
        act("curator", journey, "pause", PAUSE);
        assertThat(journey.column("first_answer_due")).isNull();
        journey.after(Duration.ofDays(3));
        journey.completes("userTask_approveResponse", "curator", APPROVE)
                .closes()
                .hasStatus("CLOSED");
        assertThat(journey.column("first_answer_due")).isNotNull();
        assertThat(clock(journey, "FIRST_ANSWER").get("late").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WAITING_AUTHOR | ''  | Укажите причину",
                "WAITING_AUTHOR | ' ' | Укажите причину",
                "HOLIDAY        | так | Выберите, почему"
            })
    void aRefusedPauseChangesNothing(String why, String reason, String sentence) {
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
        Answer refused = act("curator", journey, "pause", Map.of("why", why, "reason", reason));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains(sentence);
        assertThat(holder(journey)).isEqualTo("BODY");
        assertThat(clock(journey, "FIRST_ANSWER").get("state").asText()).isEqualTo("RUNNING");
    }
}
