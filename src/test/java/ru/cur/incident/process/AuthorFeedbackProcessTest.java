package ru.cur.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.ANSWER;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.accepted;
import static ru.cur.CaseSteps.answered;
import static ru.cur.CaseSteps.route;
import static ru.cur.CaseSteps.works;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;
import ru.cur.incident.AuthorFeedback;
import ru.cur.incident.CaseRefusal;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.LegalRegime;

class AuthorFeedbackProcessTest extends ClockedTest {
    private static final Map<String, Object> NOT_SOLVED =
            Map.of("callOutcome", "NOT_SOLVED", "callText", "Автор говорит, что скосили только половину");

    @Autowired
    private AuthorFeedback feedback;

    @Test
    @DisplayName("Хорошая оценка закрывает инцидент сразу, второй раз не спрашивают")
    void aGoodMarkCloses() {
        ProcessJourney journey = published("Трава");
        feedback.rate(number(journey), 5, "Спасибо!", "vk");
        journey.runsJobs().isOver().hasStatus("CLOSED");
        assertThatThrownBy(() -> feedback.rate(number(journey), 4, null, "vk"))
                .isInstanceOf(CaseRefusal.class)
                .hasMessageContaining("срок отзыва не прошёл");
        assertThat(feedback.of(number(journey))).hasSize(1);
    }

    @Test
    @DisplayName("Низкая оценка: куратор звонит автору; тот доволен – закрыто")
    void aBadMarkMakesACall() {
        ProcessJourney journey = published("Трава");
        feedback.rate(number(journey), 2, null, "vk");
        journey.runsJobs()
                .isWaitingAt("userTask_callAuthor")
                .hasStatus("ANSWERED")
                .completes(
                        "userTask_callAuthor",
                        "curator",
                        Map.of("callOutcome", "SOLVED", "callText", "Разобрались, претензий нет"))
                .isOver()
                .hasStatus("CLOSED");
    }

    @Test
    @DisplayName("Звонок подтвердил: не решено. Инцидент возобновлён под тем же номером")
    void theCallReopens() {
        ProcessJourney journey = published("Трава");
        feedback.rate(number(journey), 1, "Ничего не сделали", "vk");
        journey.runsJobs()
                .completes("userTask_callAuthor", "curator", NOT_SOLVED)
                .isWaitingAt("userTask_acceptIncident");
        assertThat(journey.column("reopen_no")).isEqualTo(1);
    }

    @Test
    @DisplayName("Пока куратор собирался звонить, автор написал «не решено»: звонить незачем, инцидент возобновлён")
    void theAuthorIsFasterThanTheCurator() {
        ProcessJourney journey = published("Трава");
        feedback.rate(number(journey), 2, null, "vk");
        journey.runsJobs();
        feedback.disagree(number(journey), "Трава на месте", "vk");
        journey.runsJobs().isWaitingAt("userTask_acceptIncident").hasStatus("ROUTED");
    }

    @Test
    @DisplayName("«Не решено» возобновляет; новый ответ снова можно оценить, каждое возобновление считается")
    void notSolvedReopens() {
        ProcessJourney journey = published("Трава");
        for (int times = 1; times <= 3; times++) {
            feedback.disagree(number(journey), null, "operator");
            journey.runsJobs();
            assertThat(journey.column("reopen_no")).isEqualTo(times);
            assertThat(journey.variable("userTask_acceptIncident", "incidentNumber"))
                    .isEqualTo(journey.number());
            // The third time it is the matter of the head in person: his own answer needs nobody else of his body.
            (times < 3 ? works(journey) : headWorks(journey))
                    .completes("userTask_approveResponse", "curator", APPROVE)
                    .hasStatus("ANSWERED");
        }
        journey.closes().isOver().hasStatus("CLOSED");
    }

    @Test
    @DisplayName("Через неделю без отзыва инцидент закрыт; до ответа отзыв не принимают")
    void nobodyAnswersForAWeek() {
        ProcessJourney journey = answered(journeys.registered("Трава"));
        assertThatThrownBy(() -> feedback.disagree(number(journey), null, "vk")).isInstanceOf(CaseRefusal.class);
        assertThatThrownBy(() -> feedback.rate(number(journey), 6, null, "vk")).hasMessageContaining("от 1 до 5");
        journey.completes("userTask_approveResponse", "curator", APPROVE);
        assertThat(journey.timer("timerEvent_feedbackOver").getDuedate().toInstant())
                .isEqualTo(ru.cur.ProcessJourneys.MONDAY_MORNING.plus(Duration.ofDays(7)));
        journey.closes().isOver().hasStatus("CLOSED");
    }

    @Test
    @DisplayName("Тот же автор о том же месте и теме в течение 30 дней: отмечено как повторное")
    void theSameAgainIsMarked() {
        ProcessJourney first = answered(by("Трава")).completes("userTask_approveResponse", "curator", APPROVE);
        first.closes();
        ProcessJourney again = accepted(by("Опять трава"));
        assertThat(again.column("repeat_of")).isEqualTo(first.number());
        Map<String, Object> elsewhere = new HashMap<>(route("IMPR-1", "VLD"));
        elsewhere.put("addressText", "другой двор");
        ProcessJourney other = by("Трава в другом дворе").completes("userTask_triageMessage", "operator", elsewhere);
        assertThat(other.column("repeat_of")).isNull();
        again.after(Duration.ofDays(31));
        ProcessJourney later = accepted(by("Снова"));
        assertThat(later.column("repeat_of")).isNull();
    }

    private static ProcessJourney headWorks(ProcessJourney journey) {
        return journey.completes("userTask_acceptIncident", "vladivostokHead", ACCEPT)
                .completes("userTask_doWork", "vladivostokHead", MOWN)
                .completes("userTask_prepareResponse", "vladivostokHead", ANSWER);
    }

    private ProcessJourney by(String text) {
        return journeys.registeredBy("id-of-maria", "vk", text, LegalRegime.SOCIAL_MESSAGE);
    }

    private ProcessJourney published(String text) {
        return answered(journeys.registered(text))
                .completes("userTask_approveResponse", "curator", APPROVE)
                .hasStatus("ANSWERED");
    }

    private static IncidentNumber number(ProcessJourney journey) {
        return new IncidentNumber(journey.number());
    }
}
