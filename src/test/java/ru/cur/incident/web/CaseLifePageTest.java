package ru.cur.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.accepted;
import static ru.cur.CaseSteps.answered;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.cur.ProcessJourney;

class CaseLifePageTest extends CasePageVisit {
    private static final Map<String, String> CONTROL = Map.of("controlled", "true", "reason", "Поручение на совещании");

    @Test
    @DisplayName("На личный контроль берут губернатор и руководитель ЦУР; остальным отказано, и ничего не меняется")
    void personalControl() {
        ProcessJourney journey = accepted(journeys.registered("Трава"));
        for (String other : List.of("operator", "curator", "manager", "analyst")) {
            assertThat(act(other, journey, "personal-control", CONTROL).status())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(journey.column("personal_control")).isEqualTo(false);
        assertThat(act("governor", journey, "personal-control", CONTROL).status())
                .isEqualTo(302);
        assertThat(as("curator").get(page(journey)).body()).contains("личный контроль губернатора");
        assertThat(act("head", journey, "personal-control", CONTROL).body()).contains("уже на личном контроле");
        assertThat(act("head", journey, "personal-control", Map.of("controlled", "false", "reason", ""))
                        .body())
                .contains("Укажите причину");
    }

    @Test
    @DisplayName(
            "Слова автора записывает оператор: они становятся сообщением инцидента и задачей «Прочитать дополнение»")
    void theWordsOfTheAuthor() {
        ProcessJourney journey = accepted(journeys.registered("Трава"));
        assertThat(act("vladivostok", journey, "author-words", Map.of("text", "Ещё мусор"))
                        .status())
                .isEqualTo(403);
        assertThat(act("operator", journey, "author-words", Map.of("text", " ")).body())
                .contains("Запишите, что сообщил автор");
        assertThat(act("operator", journey, "author-words", Map.of("text", "Ещё и мусор у забора"))
                        .status())
                .isEqualTo(302);
        journey.runsJobs().isWaitingAt("userTask_doWork", "userTask_readFollowUp");
        assertThat(as("vladivostok").get(page(journey)).body()).contains("Ещё и мусор у забора");
    }

    @Test
    @DisplayName("Отзыв автора записывают, когда ответ дан: оценка видна на странице, «не решён» возобновляет")
    void theOpinionOfTheAuthor() {
        ProcessJourney journey = answered(journeys.registered("Трава"));
        assertThat(act("operator", journey, "feedback", Map.of("opinion", "5")).body())
                .contains("Отзыв принимают, когда ответ дан");
        journey.completes("userTask_approveResponse", "curator", APPROVE);
        assertThat(act("operator", journey, "feedback", Map.of("opinion", "9")).body())
                .contains("Выберите оценку");
        assertThat(act("operator", journey, "feedback", Map.of("opinion", "NOT_SOLVED", "text", "Трава на месте"))
                        .status())
                .isEqualTo(302);
        journey.runsJobs().isWaitingAt("userTask_acceptIncident");
        assertThat(as("curator").get(page(journey)).body())
                .contains("Отзывы автора", "Трава на месте", "Возобновлено", "Окончательный ответ опубликован");
    }
}
