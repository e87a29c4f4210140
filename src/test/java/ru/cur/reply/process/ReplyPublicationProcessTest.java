package ru.cur.reply.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.ANSWER;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.ENDORSE;
import static ru.cur.CaseSteps.REWORK;
import static ru.cur.CaseSteps.answered;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.cur.CaseSteps;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;
import ru.cur.reply.Answer;
import ru.cur.reply.Answers;

class ReplyPublicationProcessTest extends ClockedTest {
    @Autowired
    private Answers answers;

    @Test
    @DisplayName("Куратор вернул ответ один раз: исполнитель правит, версии сохраняются, срок не сбрасывается")
    void theAnswerIsReworkedOnce() {
        ProcessJourney journey = answered(journeys.registered("Трава на стадионе"));
        Object due = journey.column("first_answer_due");
        journey.completes("userTask_approveResponse", "curator", REWORK)
                .isWaitingAt("userTask_prepareResponse")
                .hasStatus("REWORK");
        assertThat(journey.task("userTask_prepareResponse").getAssignee()).isEqualTo("vladivostok");
        assertThat(journey.column("first_answer_due")).isEqualTo(due);
        journey.completes("userTask_prepareResponse", "vladivostok", ANSWER)
                .completes("userTask_endorseResponse", "vladivostokHead", ENDORSE)
                .completes("userTask_approveResponse", "curator", APPROVE)
                .closes()
                .isOver()
                .hasStatus("CLOSED");
        assertThat(answers.of(journey.number()))
                .extracting(Answer::version, Answer::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, Answer.State.RETURNED),
                        org.assertj.core.groups.Tuple.tuple(2, Answer.State.PUBLISHED));
        assertThat(journey.column("reworks")).isEqualTo(1);
    }

    @Test
    @DisplayName("Автор звонил по телефону: ответ передаёт оператор и записывает как")
    void theAuthorIsToldByHand() {
        ProcessJourney journey = answered(journeys.registered("phone", "Трава на стадионе"))
                .completes("userTask_approveResponse", "curator", APPROVE)
                .hasPassed("errorEvent_channelUnavailable")
                .isWaitingAt("userTask_publishManually")
                .hasStatus("PUBLISH_FAILED");
        assertThatThrownBy(() -> journey.completes("userTask_publishManually", "operator", Map.of()))
                .hasStackTraceContaining("FormRefusal");
        journey.completes("userTask_publishManually", "operator", CaseSteps.TOLD_BY_PHONE)
                .closes()
                .isOver()
                .hasStatus("CLOSED");
    }

    @Test
    @DisplayName("Вернуть ответ без причины или без пояснения нельзя")
    void aReturnIsExplained() {
        ProcessJourney journey = answered(journeys.registered("Трава на стадионе"));
        assertThatThrownBy(() -> journey.completes("userTask_approveResponse", "curator", Map.of()))
                .hasStackTraceContaining("Выберите: согласовать или вернуть");
        assertThatThrownBy(() -> journey.completes(
                        "userTask_approveResponse",
                        "curator",
                        Map.of("approvalOutcome", "RETURN", "returnText", "Правьте")))
                .hasStackTraceContaining("Укажите причину возврата");
        assertThatThrownBy(() -> journey.completes(
                        "userTask_approveResponse",
                        "curator",
                        Map.of("approvalOutcome", "RETURN", "reworkReasonCode", "TONE")))
                .hasStackTraceContaining("что исправить");
        journey.isWaitingAt("userTask_approveResponse").hasStatus("APPROVAL");
    }
}
