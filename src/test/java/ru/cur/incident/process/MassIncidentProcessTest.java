package ru.cur.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.accepted;
import static ru.cur.CaseSteps.answered;
import static ru.cur.CaseSteps.assigned;
import static ru.cur.CaseSteps.promised;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;
import ru.cur.incident.AuthorFeedback;
import ru.cur.incident.AuthorWords;
import ru.cur.incident.IncidentNumber;
import ru.cur.reply.Answer;
import ru.cur.reply.Answers;

class MassIncidentProcessTest extends ClockedTest {
    @Autowired
    private AuthorFeedback feedback;

    @Autowired
    private AuthorWords words;

    @Autowired
    private Answers answers;

    @Test
    @DisplayName("Одна причина, много авторов: работает один, ответ получает каждый, и тот, кто пришёл после ответа")
    void oneAnswerForAll() {
        ProcessJourney main = answered(journeys.registered("Нет воды на Русской"));
        ProcessJourney before = joined("Нет воды и у нас", main).isWaitingAt().hasStatus("JOINED");
        main.completes("userTask_approveResponse", "curator", APPROVE).hasStatus("ANSWERED");
        before.runsJobs().hasStatus("ANSWERED");
        ProcessJourney after = joined("Воды нет", main).hasStatus("ANSWERED");
        List.of(before, after).forEach(child -> {
            assertThat(answers.latest(child.number()).map(Answer::text))
                    .isEqualTo(answers.latest(main.number()).map(Answer::text));
            assertThat(child.column("first_published_at")).isNotNull();
            child.closes().isOver().hasStatus("CLOSED");
        });
        main.closes().isOver();
    }

    @Test
    @DisplayName(
            "Промежуточный и окончательный ответы получают все; «не решено» одного возобновляет только его инцидент")
    void everyAuthorKeepsHisRight() {
        ProcessJourney main = promised(journeys.registered("Люк"), "2026-12-18");
        ProcessJourney first = joined("Тот же люк", main).hasStatus("JOINED");
        assertThat(answers.of(first.number())).hasSize(1);
        main.completes(
                        "userTask_proveCompletion",
                        "vladivostok",
                        Map.of(
                                "controlOutcome",
                                "PROVED",
                                "proofText",
                                "Крышка установлена, проверено на месте.",
                                "completedOn",
                                "2026-11-23",
                                "evidenceUrl",
                                "https://photo.example/2.jpg"))
                .completes("userTask_approveResponse", "curator", APPROVE);
        first.runsJobs().hasStatus("ANSWERED");
        assertThat(answers.of(first.number())).hasSize(2);
        feedback.disagree(new IncidentNumber(first.number()), "У нас люка так и нет", "vk");
        first.runsJobs().isWaitingAt("userTask_assignBody");
        main.hasStatus("ANSWERED");
        first.completes("userTask_assignBody", "curator", assigned("admVladivostok"))
                .completes("userTask_acceptIncident", "vladivostok", ACCEPT)
                .completes("userTask_doWork", "vladivostok", MOWN)
                .isWaitingAt("userTask_prepareResponse");
    }

    @Test
    @DisplayName("Основной инцидент закончился без ответа: присоединённый идёт своим путём")
    void theMainCaseEndsWithoutAnAnswer() {
        ProcessJourney main = accepted(journeys.registered("Нет воды"));
        ProcessJourney child = joined("И у нас", main).hasStatus("JOINED");
        words.add(new IncidentNumber(main.number()), "Вода пошла", "operator");
        main.runsJobs()
                .completes(
                        "userTask_readFollowUp",
                        "operator",
                        Map.of("followUpOutcome", "WITHDRAWN", "followUpText", "Вода пошла"))
                .isOver();
        child.runsJobs().hasPassed("endEvent_massEnded").isWaitingAt("userTask_acceptIncident");
        assertThat(child.column("mass_number")).isNull();
    }

    @Test
    @DisplayName("Присоединить нельзя к себе, к закрытому, к неразобранному и к тому, кто сам ждёт")
    void whatCannotBeJoined() {
        ProcessJourney main = accepted(journeys.registered("Нет воды"));
        ProcessJourney child = joined("И у нас", main);
        ProcessJourney fresh = journeys.registered("Тоже нет");
        refuses(fresh, child.number(), "сам ждёт ответа");
        refuses(fresh, fresh.number(), "к самому себе");
        refuses(fresh, journeys.registered("Не разобрано").number(), "ещё не разобран");
        refuses(fresh, "ПК-2026-999999", "не найден");
    }

    private ProcessJourney joined(String text, ProcessJourney main) {
        return journeys.registered(text).completes("userTask_triageMessage", "operator", join(main.number()));
    }

    private static Map<String, Object> join(String number) {
        return Map.of("triageOutcome", "JOIN", "targetNumber", number);
    }

    private static void refuses(ProcessJourney journey, String target, String sentence) {
        assertThatThrownBy(() -> journey.completes("userTask_triageMessage", "operator", join(target)))
                .hasStackTraceContaining(sentence);
    }
}
