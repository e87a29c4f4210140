package ru.cur.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.SPAM;
import static ru.cur.CaseSteps.answered;
import static ru.cur.CaseSteps.assigned;
import static ru.cur.CaseSteps.danger;
import static ru.cur.CaseSteps.route;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.CaseSteps;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;
import ru.cur.ProcessJourneys;

class IncidentHandlingProcessTest extends ClockedTest {
    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName(
            "Стадион школы № 54: сообщение разобрано, администрация скосила траву, автор получил ответ, инцидент закрыт")
    void theStadiumIsMown() {
        ProcessJourney journey = journeys.registered("Стадион школы № 54 на Пацаева зарос травой")
                .isWaitingAt("userTask_triageMessage")
                .hasStatus("NEW");
        answered(journey).isWaitingAt("userTask_approveResponse").hasStatus("APPROVAL");
        journey.completes("userTask_approveResponse", "curator", APPROVE)
                .closes()
                .isOver()
                .hasPassed("serviceTask_publishResponse", "endEvent_incidentClosed")
                .hasStatus("CLOSED");
        assertThat(journey.column("result")).isEqualTo("SOLVED");
        assertThat(journey.column("body_id")).isEqualTo("admVladivostok");
        assertThat(jdbc.sql(
                                "select publication.state from publication join answer on answer.id = answer_id join incident"
                                        + " on incident.id = answer.incident_id where number = ?")
                        .param(journey.number())
                        .query(String.class)
                        .list())
                .containsExactly("PUBLISHED");
    }

    @Test
    @DisplayName("Пока сообщение не разобрано, у ответа предварительный срок: иначе просрочки не увидит ни один отчёт")
    void anUnsortedMessageHasATerm() {
        ProcessJourney journey = journeys.registered("Трава по пояс на Русской");
        assertThat(moment(journey, "first_answer_due")).isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
        journey.completes("userTask_triageMessage", "operator", danger("ROAD-1", "ARS"));
        assertThat(moment(journey, "first_answer_due"))
                .isEqualTo(ProcessJourneys.MONDAY_MORNING.plus(Duration.ofHours(1)));
    }

    @Test
    @DisplayName("В списке оператора видны предполагаемая тема и место")
    void theListShowsWhatTheWordsSuggest() {
        ProcessJourney journey = journeys.registered("Во Владивостоке на Русской трава по пояс, когда покосят?");
        assertThat(journey.variable("userTask_triageMessage", "categoryName")).isEqualTo("Не скошена трава");
        assertThat(journey.variable("userTask_triageMessage", "municipalityName"))
                .isEqualTo("Владивостокский городской округ");
    }

    @Test
    @DisplayName("Сроки считаются от регистрации: 8 рабочих часов на ответ, лестница начинается с половины")
    void theTermCountsFromTheRegistration() {
        ProcessJourney journey = journeys.registered("Трава по пояс").after(Duration.ofMinutes(30));
        journey.completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"));
        // 10:00 plus 8 working hours with an hour of lunch, to 18:00 and one hour of the next morning.
        assertThat(moment(journey, "first_answer_due")).isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
        assertThat(journey.timer("timerEvent_answerHalfPassed").getDuedate().toInstant())
                .isEqualTo(Instant.parse("2026-11-23T05:00:00Z"));
        assertThat(journey.task("userTask_acceptIncident").getDueDate().toInstant())
                .isEqualTo(Instant.parse("2026-11-23T02:30:00Z"));
    }

    @Test
    @DisplayName(
            "Опасность для жизни: звонок в экстренную службу – отдельная задача, инцидент тем временем уже у органа")
    void dangerToLife() {
        ProcessJourney journey = journeys.registered("Люк без крышки на Октябрьской, 16 в Арсеньеве");
        assertThat(journey.task("userTask_triageMessage").getPriority()).isEqualTo(100);
        journey.completes("userTask_triageMessage", "operator", danger("ROAD-1", "ARS"))
                .isWaitingAt("userTask_handOverToEmergency", "userTask_acceptIncident");
        assertThat(journey.column("severity")).isEqualTo("P0");
        assertThat(journey.column("danger_to_life")).isEqualTo(true);
        assertThat(journey.task("userTask_handOverToEmergency").getDueDate().toInstant())
                .isEqualTo(ProcessJourneys.MONDAY_MORNING.plus(Duration.ofMinutes(15)));
        journey.completes("userTask_handOverToEmergency", "operator", CaseSteps.EMERGENCY_CALL)
                .hasPassed("endEvent_handedOver")
                .isWaitingAt("userTask_acceptIncident");
    }

    @Test
    @DisplayName("Отклонить можно только с причиной; отклонённый инцидент закончен")
    void rejectionNeedsAReason() {
        ProcessJourney journey = journeys.registered("Купите диван недорого");
        assertThatThrownBy(() ->
                        journey.completes("userTask_triageMessage", "operator", Map.of("triageOutcome", "REJECT")))
                .hasStackTraceContaining("Укажите причину отклонения");
        journey.isWaitingAt("userTask_triageMessage").hasStatus("MODERATION");
        assertThatThrownBy(() -> journey.completes(
                        "userTask_triageMessage",
                        "operator",
                        Map.of("triageOutcome", "REJECT", "rejectReasonCode", "SPAM")))
                .hasStackTraceContaining("Поясните коллегам");
        journey.completes("userTask_triageMessage", "operator", SPAM)
                .isOver()
                .hasPassed("endEvent_incidentRejected")
                .hasStatus("REJECTED");
        assertThat(journey.column("reject_reason")).isEqualTo("SPAM");
        assertThat(journey.column("reject_text")).isEqualTo("Реклама мебели");
    }

    @Test
    @DisplayName("Присоединённое сообщение получает ответ основного инцидента")
    void theMergedMessageIsAnsweredToo() {
        ProcessJourney first = journeys.registered("На Русской нет воды");
        ProcessJourney second = journeys.registered("И у нас на Русской нет воды");
        second.completes("userTask_triageMessage", "operator", merge(first.number()))
                .isOver()
                .hasPassed("endEvent_incidentMerged")
                .hasStatus("MERGED");
        answered(first)
                .completes("userTask_approveResponse", "curator", APPROVE)
                .closes()
                .hasStatus("CLOSED");
        assertThat(jdbc.sql("select count(*) from publication join message on message.id = message_id"
                                + " join incident on incident.id = message.incident_id where number = ?")
                        .param(first.number())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("Присоединить нельзя к несуществующему, к самому себе и к завершённому инциденту")
    void mergingIsRefused() {
        ProcessJourney over = journeys.registered("Реклама").completes("userTask_triageMessage", "operator", SPAM);
        ProcessJourney journey = journeys.registered("Нет света");
        refuses(journey, merge("ПК-2026-999999"), "Инцидент ПК-2026-999999 не найден");
        refuses(journey, merge("123"), "не номер инцидента");
        refuses(journey, merge(journey.number()), "нельзя присоединить к самому себе");
        refuses(journey, merge(over.number()), "уже завершён");
        journey.isWaitingAt("userTask_triageMessage").hasStatus("MODERATION");
    }

    @Test
    @DisplayName("Орган вернул инцидент: куратор выбирает другой, работа идёт в его организации")
    void theBodyReturnsTheCase() {
        ProcessJourney journey = journeys.registered("Нет холодной воды")
                .completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"))
                .completes(
                        "userTask_acceptIncident",
                        "vladivostok",
                        Map.of(
                                "acceptanceOutcome", "RETURN",
                                "returnReasonCode", "NOT_OUR_COMPETENCE",
                                "returnText", "Сети водоканала",
                                "suggestedBodyId", "primvodokanal"))
                .isWaitingAt("userTask_assignBody")
                .hasStatus("RETURNED");
        assertThat(journey.column("returns")).isEqualTo(1);
        journey.completes("userTask_assignBody", "curator", assigned("primvodokanal"))
                .isWaitingAt("userTask_acceptIncident");
        assertThat(journey.task("userTask_acceptIncident").getTenantId()).isEqualTo("primvodokanal");
        journey.completes("userTask_acceptIncident", "primvodokanal", ACCEPT).hasStatus("IN_PROGRESS");
    }

    @Test
    @DisplayName("Возврат без причины, без пояснения или с неизвестным органом не принимается")
    void aReturnIsExplained() {
        ProcessJourney journey =
                journeys.registered("Трава").completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"));
        Map<String, Object> form = new HashMap<>(Map.of("acceptanceOutcome", "RETURN"));
        refusesAcceptance(journey, form, "Укажите причину возврата");
        form.put("returnReasonCode", "NOT_OUR_TERRITORY");
        refusesAcceptance(journey, form, "Поясните, почему возвращаете");
        form.put("returnText", "Не наше");
        refusesAcceptance(journey, form, "кто должен этим заниматься");
        form.put("suggestedBodyId", "nobody");
        refusesAcceptance(journey, form, "не найдена в справочнике");
        journey.isWaitingAt("userTask_acceptIncident").hasStatus("ROUTED");
    }

    @Test
    @DisplayName("Кому не хватает данных, тот возвращает инцидент и без предложения, кому его передать")
    void whoLacksDataSuggestsNobody() {
        journeys.registered("Трава")
                .completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"))
                .completes(
                        "userTask_acceptIncident",
                        "vladivostok",
                        Map.of(
                                "acceptanceOutcome", "RETURN",
                                "returnReasonCode", "NOT_ENOUGH_DATA",
                                "returnText", "Какой подъезд?"))
                .isWaitingAt("userTask_assignBody");
    }

    @Test
    @DisplayName("Тема без ответственного органа: исполнителя выбирает куратор")
    void noBodyIsFound() {
        ProcessJourney journey = journeys.registered("Расскажите, куда писать")
                .completes("userTask_triageMessage", "operator", route("OTHR", "VLD"))
                .isWaitingAt("userTask_assignBody");
        assertThat(journey.task("userTask_assignBody").getDueDate().toInstant())
                .as("an hour of its own")
                .isEqualTo(Instant.parse("2026-11-23T01:00:00Z"));
        journey.completes("userTask_assignBody", "curator", assigned("minZhkh")).isWaitingAt("userTask_acceptIncident");
    }

    @Test
    @DisplayName("Опасность для жизни, а орган не найден: куратору четверть часа, днём и ночью")
    void dangerWithoutABody() {
        journeys.setClock(Instant.parse("2026-11-23T12:10:00Z"));
        ProcessJourney journey = journeys.registered("Человек на льду")
                .completes("userTask_triageMessage", "operator", danger("LIFE", "VLD"));
        assertThat(journey.task("userTask_assignBody").getDueDate().toInstant())
                .isEqualTo(Instant.parse("2026-11-23T12:25:00Z"));
    }

    @Test
    @DisplayName(
            "Оператор не согласует ответы, исполнитель не разбирает сообщения: задачу выполняет тот, кому она предложена")
    void onlyCandidatesComplete() {
        ProcessJourney journey = answered(journeys.registered("Трава"));
        assertThatThrownBy(() -> journey.completes("userTask_approveResponse", "operator", APPROVE))
                .hasStackTraceContaining("только тот, кому она предложена");
        ProcessJourney other = journeys.registered("Трава");
        assertThatThrownBy(() -> other.completes("userTask_triageMessage", "curator", route("IMPR-1", "VLD")))
                .hasStackTraceContaining("только тот, кому она предложена");
        assertThatThrownBy(() -> other.completes("userTask_triageMessage", "vladivostok", route("IMPR-1", "VLD")))
                .isInstanceOf(org.camunda.bpm.engine.ProcessEngineException.class);
        journey.isWaitingAt("userTask_approveResponse");
        other.isWaitingAt("userTask_triageMessage");
    }

    private static Map<String, Object> merge(String number) {
        return Map.of("triageOutcome", "MERGE", "targetNumber", number);
    }

    private static void refuses(ProcessJourney journey, Map<String, Object> form, String sentence) {
        assertThatThrownBy(() -> journey.completes("userTask_triageMessage", "operator", form))
                .hasStackTraceContaining(sentence);
    }

    private static void refusesAcceptance(ProcessJourney journey, Map<String, Object> form, String sentence) {
        assertThatThrownBy(() -> journey.completes("userTask_acceptIncident", "vladivostok", form))
                .hasStackTraceContaining(sentence);
    }

    private static Instant moment(ProcessJourney journey, String column) {
        return ((Timestamp) journey.column(column)).toInstant();
    }
}
