package ru.cur.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.attachment.CaseFiles;
import ru.cur.incident.attachment.Purpose;
import ru.cur.incident.attachment.SampleFiles;
import ru.cur.incident.attachment.WaitingFiles;

class MessageRegistrationProcessTest extends ClockedTest {
    @Autowired
    private FormService forms;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private JdbcClient jdbc;

    private String definitionId;

    @Autowired
    private WaitingFiles waiting;

    @Autowired
    private CaseFiles files;

    @BeforeEach
    void findDefinition() {
        definitionId = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(MessageRegistrationProcess.ID)
                .latestVersion()
                .singleResult()
                .getId();
    }

    @Test
    @DisplayName("Звонок жителя становится инцидентом с тем же путём, что и сообщение из сети")
    void aCallBecomesACase() {
        ProcessJourney registrar = journeys.of("-");
        registrar.as(
                "operator",
                () -> start(Map.of(
                        "channel", "phone",
                        "authorName", "Пётр Звонков",
                        "authorContact", "+7 900 000-00-00",
                        "messageText", "Звонок: не горят фонари у остановки Фабрика",
                        "addressText", "ул. Светланская, 100",
                        "municipalityCode", "VLD")));
        String number = jdbc.sql("select number from incident join message on incident.id = incident_id"
                        + " where text like 'Звонок: не горят фонари%'")
                .query(String.class)
                .single();
        journeys.of(number).runsJobs().isWaitingAt("userTask_triageMessage").hasStatus("NEW");
        assertThat(journeys.of(number).column("municipality_code")).isEqualTo("VLD");
    }

    @Test
    @DisplayName("Письменное обращение с личного приёма идёт по 59-ФЗ: сначала в журнал")
    void anAppealGoesToTheJournal() {
        ProcessJourney registrar = journeys.of("-");
        Map<String, Object> form = new HashMap<>(Map.of(
                "channel", "counter", "messageText", "Приём: жалоба на бездействие", "authorName", "Анна Петрова"));
        form.put("legalRegimeCode", "POS_MESSAGE");
        assertThatThrownBy(() -> registrar.as("operator", () -> start(form)))
                .hasStackTraceContaining("сообщение или обращение по 59-ФЗ");
        form.put("legalRegimeCode", "APPEAL_59FZ");
        registrar.as("operator", () -> start(form));
        String number = jdbc.sql("select number from incident join message on incident.id = incident_id"
                        + " where text like 'Приём: жалоба%'")
                .query(String.class)
                .single();
        journeys.of(number).runsJobs().isWaitingAt("userTask_registerAppeal");
        assertThat(journeys.of(number).column("legal_regime")).isEqualTo("APPEAL_59FZ");
    }

    @Test
    @DisplayName("Без текста, без канала и с неизвестным муниципалитетом обращение не регистрируется")
    void theFormIsChecked() {
        ProcessJourney registrar = journeys.of("-");
        assertThatThrownBy(() -> registrar.as("operator", () -> start(Map.of("channel", "phone"))))
                .hasStackTraceContaining("с чем обратился человек");
        assertThatThrownBy(() -> registrar.as("operator", () -> start(Map.of("messageText", "Нет воды"))))
                .hasStackTraceContaining("как поступило обращение");
        assertThatThrownBy(() -> registrar.as(
                        "operator",
                        () -> start(Map.of("channel", "phone", "messageText", "Нет воды", "municipalityCode", "XXX"))))
                .hasStackTraceContaining("не найден в справочнике");
        assertThatThrownBy(() ->
                        registrar.as("operator", () -> start(Map.of("channel", "fax", "messageText", "Нет воды"))))
                .hasStackTraceContaining("как поступило обращение");
        assertThatThrownBy(() ->
                        registrar.as("operator", () -> start(Map.of("channel", "phone", "messageText", "в\0ода"))))
                .hasStackTraceContaining("недопустимый знак");
        assertThatThrownBy(() -> registrar.as(
                        "operator", () -> start(Map.of("channel", "phone", "messageText", "я".repeat(4001)))))
                .hasStackTraceContaining("Текст длиннее 4000 знаков");
    }

    @Test
    @DisplayName(
            "Комментарий в канале MAX заносят вручную: время и ссылка из сети, снимок экрана становится файлом инцидента")
    void aCommentThatNoProgramSeesIsEnteredByHand() throws Exception {
        String file = waiting.keep("снимок.png", new ByteArrayInputStream(SampleFiles.png()), "operator");
        Map<String, Object> form = new HashMap<>(Map.of(
                "channel", "max",
                "authorName", "Анна",
                "messageText", "MAX: на Баляева не чистят снег",
                "permalinkUrl", "https://max.ru/pravitelstvo25/77?comment=5",
                "screenshotUrl", "http://localhost:8080" + file,
                "municipalityCode", "VLD"));
        ProcessJourney registrar = journeys.of("-");
        form.put("writtenAt", "2099-01-01T10:00+10:00");
        refused(registrar, form, "ещё не наступило");
        form.put("writtenAt", "вчера");
        refused(registrar, form, "не время");
        form.put("writtenAt", "2026-11-20T08:30+10:00");
        form.put("permalinkUrl", "javascript:alert(1)");
        refused(registrar, form, "Ссылка должна начинаться");
        form.put("permalinkUrl", "https://max.ru/pravitelstvo25/77?comment=5");
        assertThatThrownBy(() -> registrar.as("curator", () -> start(form)))
                .hasStackTraceContaining("Загруженный файл не найден");
        assertThat(registered("MAX: на Баляева%")).isEmpty();

        registrar.as("operator", () -> start(form));
        String number = registered("MAX: на Баляева%").get(0);
        assertThat(jdbc.sql(
                                "select permalink from message join incident on incident.id = incident_id where number = :number")
                        .param("number", number)
                        .query(String.class)
                        .single())
                .isEqualTo("https://max.ru/pravitelstvo25/77?comment=5");
        assertThat(journeys.of(number).column("event_at"))
                .isEqualTo(Timestamp.from(Instant.parse("2026-11-19T22:30:00Z")));
        assertThat(files.list(new IncidentNumber(number))).singleElement().satisfies(stored -> {
            assertThat(stored.fileName()).isEqualTo("снимок.png");
            assertThat(stored.purpose()).isEqualTo(Purpose.SCREENSHOT);
            assertThat(stored.addedBy()).isEqualTo("operator");
        });
        assertThat(waiting.find(file.substring(WaitingFiles.PATH.length()), "operator"))
                .isEmpty();
    }

    private void refused(ProcessJourney registrar, Map<String, Object> form, String sentence) {
        assertThatThrownBy(() -> registrar.as("operator", () -> start(form))).hasStackTraceContaining(sentence);
    }

    private List<String> registered(String text) {
        return jdbc.sql("select number from incident join message on incident.id = incident_id where text like :text")
                .param("text", text)
                .query(String.class)
                .list();
    }

    @Test
    @DisplayName("Исполнитель органа обращения не регистрирует")
    void executorsDoNotRegister() {
        ProcessJourney registrar = journeys.of("-");
        assertThatThrownBy(() ->
                        registrar.as("vladivostok", () -> start(Map.of("channel", "phone", "messageText", "Нет воды"))))
                .isInstanceOf(org.camunda.bpm.engine.AuthorizationException.class);
    }

    private Object start(Map<String, Object> form) {
        return forms.submitStartForm(definitionId, form);
    }
}
