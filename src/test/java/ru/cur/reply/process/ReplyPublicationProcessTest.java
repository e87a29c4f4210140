package ru.cur.reply.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static ru.cur.CaseSteps.ANSWER;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.ENDORSE;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.REWORK;
import static ru.cur.CaseSteps.accepted;
import static ru.cur.CaseSteps.answered;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;
import ru.cur.reply.Answer;
import ru.cur.reply.Answers;
import ru.cur.reply.ReplyTemplates;

class ReplyPublicationProcessTest extends ClockedTest {
    @Autowired
    private Answers answers;

    @Autowired
    private ReplyTemplates templates;

    @Autowired
    private JdbcClient jdbc;

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
                .extracting(Answer::version, Answer::state, Answer::decidedBy)
                .containsExactly(
                        tuple(1, Answer.State.RETURNED, "curator"), tuple(2, Answer.State.PUBLISHED, "curator"));
        assertThat(journey.column("reworks")).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "Из трёх частей получается один текст: с именем, датой и основанием; дата оставляет инцидент на контроле")
    void threePartsBecomeOneText() {
        ProcessJourney journey = worked("Стадион зарос травой")
                .completes(
                        "userTask_prepareResponse",
                        "vladivostok",
                        Map.of(
                                "doneText",
                                "Траву скосили",
                                "planText",
                                "Обработаем от клещей",
                                "promisedOn",
                                "2026-12-20",
                                "refusalText",
                                "Поставить забор нельзя",
                                "legalGroundText",
                                "решение думы № 5"));
        Answer answer = answers.latest(journey.number()).orElseThrow();
        assertThat(answer.text()).isEqualTo("""
                        Здравствуйте, Мария!

                        Траву скосили.

                        Обработаем от клещей. Срок: до 20.12.2026.

                        Поставить забор нельзя. Основание: решение думы № 5.""");
        assertThat(answer.kind()).isEqualTo(Answer.Kind.INTERIM);
        assertThat(answer.parts().legalGround()).isEqualTo("решение думы № 5");
        assertThat(answer.warnings()).isEmpty();
        journey.completes("userTask_endorseResponse", "vladivostokHead", ENDORSE)
                .completes("userTask_approveResponse", "curator", APPROVE)
                .isWaitingAt("userTask_proveCompletion")
                .hasStatus("ON_CONTROL");
    }

    @Test
    @DisplayName("Текст поправили руками: уходит он; части изменили, а текст прежний: он составлен заново")
    void theTextFollowsThePartsUnlessAPersonHasWrittenIt() {
        ProcessJourney journey = worked("Трава")
                .completes("userTask_prepareResponse", "vladivostok", Map.of("doneText", "Скосили"))
                .completes("userTask_endorseResponse", "vladivostokHead", ENDORSE)
                .completes("userTask_approveResponse", "curator", REWORK);
        String composed = answers.latest(journey.number()).orElseThrow().text();
        journey.completes(
                        "userTask_prepareResponse",
                        "vladivostok",
                        Map.of("doneText", "Скосили и вывезли", "responseText", composed))
                .completes("userTask_endorseResponse", "vladivostokHead", ENDORSE)
                .completes("userTask_approveResponse", "curator", REWORK);
        assertThat(answers.latest(journey.number()).orElseThrow().text())
                .isEqualTo("Здравствуйте, Мария!\n\nСкосили и вывезли.");
        journey.completes(
                "userTask_prepareResponse",
                "vladivostok",
                Map.of("doneText", "Скосили", "responseText", "Здравствуйте! Своими словами: всё скошено."));
        assertThat(answers.latest(journey.number()).orElseThrow().text())
                .isEqualTo("Здравствуйте! Своими словами: всё скошено.");
    }

    @Test
    @DisplayName(
            "Пустой ответ, отказ без основания, телефон автора и отписка не принимаются: одно предложение, ничего не изменилось")
    void aBadAnswerIsRefusedInOneSentence() {
        ProcessJourney journey = worked("Трава. Мой телефон 8 914 123-45-67");
        refuses(journey, Map.of(), "Заполните хотя бы одну часть");
        refuses(journey, Map.of("responseText", "Здравствуйте! Скосили."), "Заполните хотя бы одну часть");
        refuses(journey, Map.of("refusalText", "Нельзя"), "Укажите нормативное основание");
        refuses(journey, Map.of("promisedOn", "2026-12-20", "doneText", "Скосили"), "что будет сделано");
        refuses(journey, Map.of("doneText", "Звоните: +7 (914) 123-45-67"), "телефон или почта автора");
        refuses(journey, Map.of("doneText", "Ваше обращение рассмотрено"), "Уберите отписку");
        refuses(journey, Map.of("doneText", "Скосили по адресу {улица}"), "незаполненная переменная {улица}");
        refuses(journey, Map.of("doneText", "Скосили", "templateId", "первый"), "Выберите шаблон из списка");
        journey.isWaitingAt("userTask_prepareResponse").hasStatus("IN_PROGRESS");
        assertThat(answers.all(journey.number())).isEmpty();
    }

    @Test
    @DisplayName("Замечания проверок остаются при версии: их читает тот, кто согласует")
    void warningsStayWithTheVersion() {
        ProcessJourney journey = worked("Когда покосите? Кто отвечает?")
                .completes(
                        "userTask_prepareResponse",
                        "vladivostok",
                        Map.of("planText", "Покосим", "responseText", "Покосим в рамках компетенции."));
        assertThat(answers.latest(journey.number()).orElseThrow().warnings())
                .containsExactlyInAnyOrder(
                        "Ответ начинается без «Здравствуйте»",
                        "Вопросов в сообщении 2, а абзацев в ответе 1: проверьте, на всё ли отвечено",
                        "Обещано без даты: инцидент закроется, проверять будет нечего",
                        "Канцелярский оборот «в рамках компетенции»: скажите проще и точнее");
    }

    @Test
    @DisplayName("Одни и те же слова шести авторам: куратор видит, что это похоже на отписку")
    void theSameWordsToManyAuthorsLookLikeABrushOff() {
        Map<String, Object> same = Map.of("doneText", "Эти слова получат все, кто писал о траве");
        for (int author = 1; author <= 5; author++) {
            ProcessJourney journey = worked("Трава").completes("userTask_prepareResponse", "vladivostok", same);
            rename(journey, "Автор " + author);
            assertThat(answers.latest(journey.number()).orElseThrow().warnings())
                    .isEmpty();
        }
        ProcessJourney sixth = worked("Трава").completes("userTask_prepareResponse", "vladivostok", same);
        assertThat(answers.latest(sixth.number()).orElseThrow().warnings())
                .containsExactly("Похоже на отписку: те же слова уже получили другие авторы, их 5");
    }

    private void rename(ProcessJourney journey, String author) {
        jdbc.sql(
                        "update message set author_id = :author where incident_id = (select id from incident where number = :number)")
                .param("author", author)
                .param("number", journey.number())
                .update();
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

    private ProcessJourney worked(String text) {
        return accepted(journeys.registered(text)).completes("userTask_doWork", "vladivostok", MOWN);
    }

    private static void refuses(ProcessJourney journey, Map<String, Object> form, String sentence) {
        assertThatThrownBy(() -> journey.completes("userTask_prepareResponse", "vladivostok", new HashMap<>(form)))
                .hasStackTraceContaining(sentence);
    }

    @Test
    @DisplayName("Шаблон считает, сколько ответов по нему подготовили")
    void aTemplateCountsItsAnswers() {
        long id = jdbc.sql("select id from reply_template where title = 'Траву скосили'")
                .query(Long.class)
                .single();
        int before = uses(id);
        worked("Трава")
                .completes(
                        "userTask_prepareResponse",
                        "vladivostok",
                        Map.of("doneText", "Скосили", "templateId", String.valueOf(id)));
        worked("Трава")
                .completes(
                        "userTask_prepareResponse",
                        "vladivostok",
                        Map.of("doneText", "Скосили", "templateId", "999999"));
        assertThat(uses(id)).isEqualTo(before + 1);
    }

    private int uses(long id) {
        return templates.find(id).orElseThrow().uses();
    }
}
