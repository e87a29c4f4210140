package ru.cur.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.assigned;
import static ru.cur.CaseSteps.route;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;
import ru.cur.incident.CaseClockActs;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.LegalRegime;
import ru.cur.incident.NoAnswerGround;
import ru.cur.reply.Answer;
import ru.cur.reply.Answers;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Clocks;

class AppealProcessTest extends ClockedTest {
    @Autowired
    private Clocks clocks;

    @Autowired
    private CaseClockActs acts;

    @Autowired
    private Answers answers;

    @Test
    @DisplayName("Обращение вносят в журнал за три дня, направляют за семь, отвечают за тридцать")
    void theTermsOfTheLaw() {
        ProcessJourney journey = appeal().isWaitingAt("userTask_registerAppeal");
        assertThat(due(journey, ClockKind.REGISTRATION)).isEqualTo(Instant.parse("2026-11-26T00:00:00Z"));
        assertThat(due(journey, ClockKind.REDIRECT)).isEqualTo(Instant.parse("2026-11-30T00:00:00Z"));
        assertThat(due(journey, ClockKind.LEGAL)).isEqualTo(Instant.parse("2026-12-23T00:00:00Z"));
        journey.fires("timerEvent_registrationHalfPassed").hasPassed("messageEndEvent_registrationEscalated");
        journaled(journey, null).isWaitingAt("userTask_triageMessage");
        assertThat(clocks.open(journey.number(), ClockKind.REGISTRATION)).isEmpty();
        journey.fires("timerEvent_redirectHalfPassed").hasPassed("messageEndEvent_redirectEscalated");
        journey.completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"));
        assertThat(clocks.open(journey.number(), ClockKind.REDIRECT)).isEmpty();
        assertThat(clocks.open(journey.number(), ClockKind.LEGAL)).isPresent();
    }

    @Test
    @DisplayName("В журнал – с номером, не чужим, и датой, которая наступила")
    void theJournalIsChecked() {
        ProcessJourney journey = appeal();
        refuses(journey, "userTask_registerAppeal", Map.of("appealRegisteredOn", "2026-11-23"), "номер в журнале");
        refuses(journey, "userTask_registerAppeal", Map.of("appealNumberText", "1"), "дату регистрации");
        refuses(journey, "userTask_registerAppeal", entry("1", "2026-11-24", null), "ещё не наступила");
        refuses(journey, "userTask_registerAppeal", entry("1", "2026-11-23", "nobody"), "не найдена");
        String number = UUID.randomUUID().toString();
        journey.completes("userTask_registerAppeal", "operator", entry(number, "2026-11-23", null));
        ProcessJourney other = appeal();
        refuses(other, "userTask_registerAppeal", entry(number, "2026-11-23", null), "уже есть обращение");
    }

    @Test
    @DisplayName("Жалобу не направляют тому, на кого жалуются: орган выбирает куратор, и не этот")
    void aComplaintNeverGoesToTheOneComplainedAbout() {
        ProcessJourney journey = journaled(appeal(), "admVladivostok")
                .completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"))
                .isWaitingAt("userTask_assignBody");
        refuses(journey, "userTask_assignBody", assigned("admVladivostok"), "статья 8, часть 6", "curator");
        journey.completes("userTask_assignBody", "curator", assigned("minZhkh"))
                .completes("userTask_acceptIncident", "mingkh", ACCEPT)
                .isWaitingAt("userTask_doWork");
    }

    @Test
    @DisplayName("Чужая компетенция: переадресовано с уведомлением автора, обращение закрыто")
    void itIsRedirected() {
        ProcessJourney journey = journaled(appeal(), null);
        refuses(journey, "userTask_triageMessage", dispose("REDIRECT"), "кому переадресовать");
        Map<String, Object> form = dispose("REDIRECT");
        form.put("redirectedToText", "Управление Росреестра по Приморскому краю");
        journey.completes("userTask_triageMessage", "operator", form).isOver().hasStatus("CLOSED");
        assertThat(journey.column("result")).isEqualTo("REDIRECTED");
        assertThat(notices(journey)).singleElement().asString().contains("Росреестра", "статья 8, часть 3");
    }

    @ParameterizedTest
    @EnumSource(NoAnswerGround.class)
    @DisplayName("Без ответа – только по части статьи 11 и с согласия руководителя; автору сообщают, где закон велит")
    void itIsLeftUnanswered(NoAnswerGround ground) {
        ProcessJourney journey = journaled(appeal(), null);
        Map<String, Object> form = dispose("NO_ANSWER");
        form.put("noAnswerGroundCode", ground.name());
        form.put("noAnswerText", "Текст целиком из брани");
        journey.completes("userTask_triageMessage", "operator", form)
                .isWaitingAt("userTask_approveNoAnswer")
                .completes("userTask_approveNoAnswer", "head", Map.of("noAnswerOutcome", "AGREED"))
                .isOver()
                .hasStatus("CLOSED");
        assertThat(journey.column("result")).isEqualTo("LEFT_UNANSWERED");
        assertThat(notices(journey)).hasSize(ground.isNoticeRequired() ? 1 : 0);
    }

    @Test
    @DisplayName("Руководитель не согласен: обращение возвращается на разбор и получает ответ по существу")
    void theHeadWantsAnAnswer() {
        ProcessJourney journey = journaled(appeal(), null);
        Map<String, Object> form = dispose("NO_ANSWER");
        refuses(journey, "userTask_triageMessage", form, "какая часть статьи 11");
        form.put("noAnswerGroundCode", "OFFENSIVE");
        refuses(journey, "userTask_triageMessage", form, "почему основание подходит");
        form.put("noAnswerText", "Грубит");
        journey.completes("userTask_triageMessage", "operator", form);
        refuses(journey, "userTask_approveNoAnswer", Map.of("noAnswerOutcome", "REFUSED"), "почему отвечать", "head");
        journey.completes(
                        "userTask_approveNoAnswer",
                        "head",
                        Map.of("noAnswerOutcome", "REFUSED", "noAnswerText", "Вопрос есть"))
                .hasPassed("endEvent_disposalRefused")
                .isWaitingAt("userTask_triageMessage");
    }

    @Test
    @DisplayName("Сообщение из сети не переадресуют и не оставляют без ответа по 59-ФЗ")
    void onlyAppealsAreDisposedOf() {
        ProcessJourney journey = journeys.registered("Трава");
        Map<String, Object> form = dispose("REDIRECT");
        form.put("redirectedToText", "Росреестр");
        refuses(journey, "userTask_triageMessage", form, "только об обращениях по 59-ФЗ");
    }

    @Test
    @DisplayName("Автор обращения промолчал: его рассматривают по тому, что известно, сроки идут дальше")
    void silenceDoesNotCloseAnAppeal() {
        ProcessJourney journey = journaled(appeal(), null)
                .completes(
                        "userTask_triageMessage",
                        "operator",
                        Map.of("triageOutcome", "ASK", "questionText", "Уточните адрес"))
                .fires("timerEvent_clarificationOver")
                .isWaitingAt("userTask_triageMessage");
        assertThat(clocks.open(journey.number(), ClockKind.FIRST_ANSWER)
                        .orElseThrow()
                        .clock()
                        .isPaused())
                .isFalse();
    }

    @Test
    @DisplayName("Срок по закону продлён: автору уходит уведомление")
    void theAuthorLearnsOfTheExtension() {
        ProcessJourney journey =
                journaled(appeal(), null).completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"));
        String seen =
                clocks.open(journey.number(), ClockKind.LEGAL).orElseThrow().seen();
        acts.extend(
                new IncidentNumber(journey.number()),
                new CaseClockActs.Extension(
                        ClockKind.LEGAL, new Term(30, TermUnit.CALENDAR_DAYS), "запрошены документы", seen),
                new CaseClockActs.Decider("head", true));
        journey.after(Duration.ofMinutes(1))
                .runsJobs()
                .hasPassed("endEvent_authorNotified")
                .isWaitingAt("userTask_acceptIncident");
        assertThat(notices(journey)).singleElement().asString().contains("продлён до 22.01.2027", "статья 12");
    }

    private ProcessJourney appeal() {
        return journeys.registered("vk", "Жалоба на бездействие", LegalRegime.APPEAL_59FZ);
    }

    private static ProcessJourney journaled(ProcessJourney journey, String complaintAgainst) {
        return journey.completes(
                "userTask_registerAppeal", "operator", entry("Ж-" + UUID.randomUUID(), "2026-11-23", complaintAgainst));
    }

    private static Map<String, Object> entry(String number, String on, String complaintAgainst) {
        Map<String, Object> form = new HashMap<>();
        form.put("appealNumberText", number);
        form.put("appealRegisteredOn", on);
        if (complaintAgainst != null) {
            form.put("complaintAgainstId", complaintAgainst);
        }
        return form;
    }

    private static Map<String, Object> dispose(String how) {
        Map<String, Object> form = new HashMap<>();
        form.put("triageOutcome", "DISPOSE");
        form.put("disposalCode", how);
        return form;
    }

    private List<String> notices(ProcessJourney journey) {
        return answers.all(journey.number()).stream()
                .filter(answer -> answer.kind() == Answer.Kind.NOTICE)
                .map(Answer::text)
                .toList();
    }

    private Instant due(ProcessJourney journey, ClockKind kind) {
        return clocks.open(journey.number(), kind).orElseThrow().dueAt().orElseThrow();
    }

    private static void refuses(ProcessJourney journey, String task, Map<String, Object> form, String sentence) {
        refuses(journey, task, form, sentence, "operator");
    }

    private static void refuses(
            ProcessJourney journey, String task, Map<String, Object> form, String sentence, String person) {
        assertThatThrownBy(() -> journey.completes(task, person, form)).hasStackTraceContaining(sentence);
    }
}
