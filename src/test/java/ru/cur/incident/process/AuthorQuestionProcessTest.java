package ru.cur.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.accepted;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.cur.ClockedTest;
import ru.cur.Http;
import ru.cur.ProcessJourney;
import ru.cur.reply.Answer;
import ru.cur.reply.Answers;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Clocks;

/** The body that works on a case asks its author; what an operator asks is in {@link TriageOutcomesProcessTest}. */
class AuthorQuestionProcessTest extends ClockedTest {
    private static final String QUESTION = "Здравствуйте! Подскажите, пожалуйста, номер подъезда.";

    @LocalServerPort
    private int port;

    @Autowired
    private Answers answers;

    @Autowired
    private Clocks clocks;

    @Test
    @DisplayName("Вопрос органа проверяет куратор: его слова уходят автору, сроки стоят, ответ возвращает к работе")
    void theCuratorReadsTheQuestion() {
        ProcessJourney journey = asked();
        assertThat(seen(journey, "userTask_approveQuestion")).isEqualTo(QUESTION);
        assertThat(clocks.open(journey.number(), ClockKind.FIRST_ANSWER)
                        .orElseThrow()
                        .clock()
                        .isPaused())
                .as("the term runs until the question is out")
                .isFalse();
        journey.completes(
                        "userTask_approveQuestion",
                        "curator",
                        Map.of("questionDecisionOutcome", "ASK", "questionText", "Здравствуйте! Какой подъезд?"))
                .isWaitingAt()
                .hasStatus("CLARIFY");
        assertThat(questions(journey)).containsExactly("Здравствуйте! Какой подъезд?");
        assertThat(clocks.open(journey.number(), ClockKind.FIRST_ANSWER)
                        .orElseThrow()
                        .clock()
                        .isPaused())
                .isTrue();
        journey.after(Duration.ofHours(5));
        journeys.authorReplies(journey, "Второй");
        journey.isWaitingAt("userTask_doWork").hasStatus("IN_PROGRESS");
        assertThat(seen(journey, "userTask_doWork")).as("it has been asked").isEmpty();
        assertThat(clocks.open(journey.number(), ClockKind.FIRST_ANSWER)
                        .orElseThrow()
                        .clock()
                        .isPaused())
                .isFalse();
        journey.completes("userTask_doWork", "vladivostok", MOWN).isWaitingAt("userTask_prepareResponse");
    }

    @Test
    @DisplayName("Куратор отклонил вопрос: автор его не видит, исполнитель узнаёт почему и работает дальше")
    void theCuratorRefusesTheQuestion() {
        ProcessJourney journey = asked();
        refuses(journey, Map.of(), "Выберите: задать вопрос или отклонить");
        refuses(journey, Map.of("questionDecisionOutcome", "REFUSE"), "почему вопрос не задать");
        journey.completes(
                        "userTask_approveQuestion",
                        "curator",
                        Map.of("questionDecisionOutcome", "REFUSE", "returnText", "Подъезд назван в сообщении"))
                .hasPassed("endEvent_questionRefused")
                .isWaitingAt("userTask_doWork");
        assertThat(questions(journey)).isEmpty();
        assertThat(journey.history()).contains("Вопрос автору отклонён: Подъезд назван в сообщении");
    }

    @Test
    @DisplayName("Три дня молчания: инцидент закрыт с этим результатом, орган больше не ждёт")
    void theAuthorSaysNothing() {
        ProcessJourney journey = asked().completes(
                        "userTask_approveQuestion", "curator", Map.of("questionDecisionOutcome", "ASK"))
                .fires("timerEvent_clarificationOver")
                .hasPassed("endEvent_noReply", "endEvent_closedUnanswered")
                .isOver()
                .hasStatus("CLOSED");
        assertThat(journey.column("result")).isEqualTo("NO_REPLY");
    }

    private ProcessJourney asked() {
        Map<String, Object> form = new HashMap<>(Map.of("workOutcome", "ASK_AUTHOR", "questionText", QUESTION));
        return accepted(journeys.registered("Грязно в подъезде"))
                .completes("userTask_doWork", "vladivostok", form)
                .isWaitingAt("userTask_approveQuestion");
    }

    /** The question that the form of the task holds. */
    private String seen(ProcessJourney journey, String task) {
        return Http.nobody(port)
                .as("curator")
                .get("/engine-rest/task/" + journey.task(task).getId() + "/form-variables")
                .json()
                .at("/questionText/value")
                .asText();
    }

    private List<String> questions(ProcessJourney journey) {
        return answers.all(journey.number()).stream()
                .filter(answer -> answer.kind() == Answer.Kind.QUESTION && answer.state() == Answer.State.PUBLISHED)
                .map(Answer::text)
                .toList();
    }

    private static void refuses(ProcessJourney journey, Map<String, Object> form, String sentence) {
        assertThatThrownBy(() -> journey.completes("userTask_approveQuestion", "curator", form))
                .hasStackTraceContaining(sentence);
    }
}
