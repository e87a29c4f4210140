package ru.cur.channel.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.answered;
import static ru.cur.CaseSteps.endorsed;
import static ru.cur.CaseSteps.promise;
import static ru.cur.CaseSteps.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.Http;
import ru.cur.ProcessJourney;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.attachment.CaseFiles;
import ru.cur.incident.attachment.Purpose;
import ru.cur.incident.attachment.SampleFiles;

/** What becomes of a request, and who learns of it. */
class ServiceRequestsTest extends ClockedTest {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CaseFiles files;

    private GeoClient client;

    @BeforeEach
    void connect() {
        journeys.restJobExecutor();
        client = new GeoClient(port, jdbc);
    }

    @Test
    @DisplayName(
            "Сообщение регистрируется с выбранной категорией, ответы на атрибуты – в тексте, автор – у сотрудников")
    void aRequestBecomesACase() {
        String number = client.registered(GeoClient.request(
                "ROAD-2",
                "lat",
                "43.16543",
                "long",
                "131.91234",
                "description",
                "Сломана скамейка\r\nв сквере",
                "first_name",
                "Мария",
                "last_name",
                "Тестова",
                "phone",
                "+79001112233",
                "email",
                "m@mail.example",
                "account_id",
                "acc-1",
                "media_url",
                "https://photo.example/1.jpg",
                "attribute[LANE]",
                "left",
                "attribute[DEPTH]",
                "12.5"));
        ProcessJourney journey = journeys.of(number).runsJobs().isWaitingAt("userTask_triageMessage");
        assertThat(journey.column("category_code")).isEqualTo("ROAD-2");
        assertThat(journey.column("lat")).isEqualTo(43.16543);
        assertThat(jdbc.sql("select message.channel, author_id, author_name, author_contact, text, url from message"
                                + " join attachment on message_id = message.id where message.incident_id ="
                                + " (select id from incident where number = ?)")
                        .param(number)
                        .query()
                        .singleRow())
                .containsEntry("channel", "app")
                .containsEntry("author_id", "acc-1")
                .containsEntry("author_name", "Мария Тестова")
                .containsEntry("author_contact", "+79001112233, m@mail.example")
                .containsEntry("text", "Сломана скамейка\nв сквере\n\nПолоса: левая\nГлубина, см: 12,5")
                .containsEntry("url", "https://photo.example/1.jpg");
    }

    @Test
    void withoutWordsTheServiceSpeaksAndSeveralValuesStandTogether() {
        Map<String, String> fields = GeoClient.request("WATR-3", "attribute[SIGNS][]", "rust");
        String number =
                client.post(fields).json().get(0).get("service_request_id").asText();
        assertThat(text(number)).isEqualTo("Ржавая или грязная вода, запах\n\nКакая вода: ржавая");
        Map<String, String> moment = GeoClient.request("WATR-1", "attribute[SINCE]", "2026-11-22T20:00:00Z");
        assertThat(text(client.registered(moment))).endsWith("Нет холодной воды с: 23.11.2026 06:00");
    }

    private String text(String number) {
        return jdbc.sql("select text from message where incident_id = (select id from incident where number = ?)")
                .param(number)
                .query(String.class)
                .single();
    }

    @Test
    @DisplayName("То же самое в течение минуты – то же сообщение; позже или чуть иначе – новое")
    void anImpatientThumb() {
        Map<String, String> fields =
                GeoClient.request("IMPR-1", "device_id", UUID.randomUUID().toString());
        String first = client.registered(fields);
        journeys.setClock(ru.cur.ProcessJourneys.MONDAY_MORNING.plusSeconds(59));
        assertThat(client.registered(fields)).isEqualTo(first);
        Map<String, String> other = new HashMap<>(fields);
        other.put("description", "Другой двор");
        assertThat(client.registered(other)).isNotEqualTo(first);
        journeys.setClock(ru.cur.ProcessJourneys.MONDAY_MORNING.plusSeconds(61));
        assertThat(client.registered(fields)).isNotEqualTo(first);
    }

    @Test
    @DisplayName("Новое сообщение того же автора не становится ответом на вопрос по другому")
    void aNewRequestIsNoAnswerToAQuestion() {
        String account = UUID.randomUUID().toString();
        String first = client.registered(GeoClient.request("IMPR-1", "account_id", account));
        jdbc.sql("update incident set status = 'CLARIFY' where number = ?")
                .param(first)
                .update();
        assertThat(client.registered(GeoClient.request("ROAD-2", "account_id", account)))
                .isNotEqualTo(first);
    }

    @Test
    @DisplayName("Путь сообщения глазами города: получено, у исполнителя, ответ опубликован, закрыто")
    void theStateFollowsTheCase() throws IOException {
        String number = client.registered(
                GeoClient.request("IMPR-1", "lat", "43.16543", "long", "131.91234", "description", "Трава"));
        ProcessJourney journey = journeys.of(number).runsJobs();
        JsonNode fresh = client.one(number);
        assertThat(fresh.get("status").asText()).isEqualTo("open");
        assertThat(fresh.get("service_name").asText()).isEqualTo("Не скошена трава");
        assertThat(fresh.get("requested_datetime").asText()).isEqualTo("2026-11-23T10:00:00+10:00");
        assertThat(Instant.from(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(
                        fresh.get("expected_datetime").asText())))
                .isEqualTo(((Timestamp) journey.column("answer_due")).toInstant());
        for (String unknown : List.of("description", "address", "lat", "long", "agency_responsible", "status_notes")) {
            assertThat(fresh.get(unknown).isNull()).as(unknown).isTrue();
        }

        Map<String, Object> sorted = new HashMap<>(route("IMPR-1", "VLD"));
        sorted.put("addressText", "ул. Пацаева, 10, кв. 5");
        journey.completes("userTask_triageMessage", "operator", sorted);
        JsonNode routed = client.one(number);
        assertThat(routed.get("agency_responsible").asText()).isEqualTo("Администрация города Владивостока");
        assertThat(routed.get("address").asText()).isEqualTo("ул. Пацаева, 10");
        assertThat(routed.get("lat").asDouble()).isEqualTo(43.165);
        assertThat(routed.get("long").asDouble()).isEqualTo(131.912);

        journey.completes("userTask_acceptIncident", "vladivostok", ACCEPT);
        long photo = photo(number, true);
        photo(number, false);
        endorsed(
                        journey.completes("userTask_doWork", "vladivostok", MOWN),
                        Map.of("doneText", "Готово.", "responseText", "Здравствуйте, Мария! Готово."))
                .hasStatus("APPROVAL");
        assertThat(client.one(number).get("status_notes").isNull()).isTrue();
        journey.completes("userTask_approveResponse", "curator", APPROVE).hasStatus("ANSWERED");
        JsonNode answered = client.one(number);
        assertThat(answered.get("status").asText()).isEqualTo("open");
        assertThat(answered.get("status_notes").asText()).isEqualTo("Здравствуйте! Готово.");
        assertThat(answered.get("expected_datetime").isNull()).isTrue();
        String picture = URI.create(answered.get("media_url").asText()).getRawPath();
        assertThat(picture).endsWith("/photos/" + photo);
        assertThat(Http.nobody(port).get(picture).header("Content-Type")).isEqualTo("image/jpeg");

        journey.closes();
        JsonNode closed = client.one("2026-" + number.substring(8));
        assertThat(closed.get("status").asText()).isEqualTo("closed");
        assertThat(closed.get("updated_datetime").asText()).isEqualTo("2026-11-30T10:00:00+10:00");
    }

    private long photo(String number, boolean withAnswer) throws IOException {
        return files.add(
                        new IncidentNumber(number),
                        Purpose.PHOTO_AFTER,
                        "a.jpg",
                        new ByteArrayInputStream(SampleFiles.jpeg()),
                        withAnswer,
                        "vladivostok")
                .id();
    }

    @Test
    @DisplayName("Обещание: ответ виден, ожидаемая дата – обещанная")
    void aPromiseIsExpectedOnItsDay() {
        String number = client.registered(GeoClient.request("IMPR-1"));
        endorsed(
                        journeys.of(number)
                                .runsJobs()
                                .completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"))
                                .completes("userTask_acceptIncident", "vladivostok", ACCEPT)
                                .completes("userTask_doWork", "vladivostok", ru.cur.CaseSteps.ORDERED),
                        promise("2026-12-01"))
                .completes("userTask_approveResponse", "curator", APPROVE)
                .hasStatus("ON_CONTROL");
        assertThat(client.one(number).get("expected_datetime").asText()).startsWith("2026-12-01T18:00");
        assertThat(client.one(number).get("status_notes").asText()).contains("крышку установим");
    }

    @Test
    @DisplayName("Личное сообщение автору не выходит наружу")
    void aPrivateMessageIsNotPublic() {
        String number = client.registered(GeoClient.request("IMPR-1"));
        answered(journeys.of(number).runsJobs()).completes("userTask_approveResponse", "curator", APPROVE);
        jdbc.sql("update publication set way = 'PRIVATE_MESSAGE' where answer_id in (select answer.id from answer"
                        + " join incident on incident.id = incident_id where number = ?)")
                .param(number)
                .update();
        assertThat(client.one(number).get("status_notes").isNull()).isTrue();
    }

    @Test
    @DisplayName("Присоединённое показывает состояние главного, и через два шага тоже")
    void attachedOnesShowTheStateOfTheirMainCase() {
        String first = client.registered(GeoClient.request("IMPR-1", "description", "Трава раз"));
        String second = client.registered(GeoClient.request("IMPR-2", "description", "Трава два"));
        String third = client.registered(GeoClient.request("ROAD-2", "description", "Трава три"));
        ProcessJourney main = journeys.of(third).runsJobs();
        merge(first, second);
        merge(second, third);
        answered(main).completes("userTask_approveResponse", "curator", APPROVE);
        for (String number : List.of(first, second, third)) {
            JsonNode shown = client.one(number);
            assertThat(shown.get("service_request_id").asText()).isEqualTo(number);
            assertThat(shown.get("service_code").asText()).isEqualTo("IMPR-1");
            assertThat(shown.get("status_notes").asText()).isEqualTo("Здравствуйте! Траву скосили и вывезли.");
        }
    }

    private void merge(String number, String into) {
        journeys.of(number)
                .runsJobs()
                .completes("userTask_triageMessage", "operator", Map.of("triageOutcome", "MERGE", "targetNumber", into))
                .hasStatus("MERGED");
    }
}
