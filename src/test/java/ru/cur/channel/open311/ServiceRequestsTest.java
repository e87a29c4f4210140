package ru.cur.channel.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.SPAM;
import static ru.cur.CaseSteps.answered;
import static ru.cur.CaseSteps.endorsed;
import static ru.cur.CaseSteps.promise;
import static ru.cur.CaseSteps.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.Http;
import ru.cur.Http.Answer;
import ru.cur.ProcessJourney;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.LegalRegime;
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
        JsonNode fresh = one(number);
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
        JsonNode routed = one(number);
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
        assertThat(one(number).get("status_notes").isNull()).isTrue();
        journey.completes("userTask_approveResponse", "curator", APPROVE).hasStatus("ANSWERED");
        JsonNode answered = one(number);
        assertThat(answered.get("status").asText()).isEqualTo("open");
        assertThat(answered.get("status_notes").asText()).isEqualTo("Здравствуйте! Готово.");
        assertThat(answered.get("expected_datetime").isNull()).isTrue();
        String picture = URI.create(answered.get("media_url").asText()).getRawPath();
        assertThat(picture).endsWith("/photos/" + photo);
        assertThat(Http.nobody(port).get(picture).header("Content-Type")).isEqualTo("image/jpeg");

        journey.closes();
        JsonNode closed = one("2026-" + number.substring(8));
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
        assertThat(one(number).get("expected_datetime").asText()).startsWith("2026-12-01T18:00");
        assertThat(one(number).get("status_notes").asText()).contains("крышку установим");
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
        assertThat(one(number).get("status_notes").isNull()).isTrue();
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
            JsonNode shown = one(number);
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    restriction = 'CHILD'
                    legal_regime = 'APPEAL_59FZ'
                    status = 'REJECTED'
                    category_code = null""")
    @DisplayName("Ограниченные, обращения по 59-ФЗ и отклонённые не видны никому и нигде")
    void someCasesAreNobodysBusiness(String state) {
        String number = client.registered(GeoClient.request("IMPR-1"));
        assertThat(one(number).get("status").asText()).isEqualTo("open");
        jdbc.sql("update incident set %s where number = ?".formatted(state))
                .param(number)
                .update();
        assertHidden(number);
    }

    @Test
    void spamIsHidden() {
        String number = client.registered(GeoClient.request("IMPR-1"));
        journeys.of(number).runsJobs().completes("userTask_triageMessage", "operator", SPAM);
        assertHidden(number);
    }

    @Test
    @DisplayName("Что пришло по телефону или на портал, в открытых списках не появляется")
    void privateChannelsAreHidden() {
        for (String channel : List.of("phone", "pos")) {
            assertHidden(journeys.registered(channel, "Яма на дороге", LegalRegime.SOCIAL_MESSAGE)
                    .number());
        }
        String open = journeys.registered("vk", "Яма на дороге").number();
        assertThat(one(open).get("status").asText()).isEqualTo("open");
    }

    private void assertHidden(String number) {
        assertThat(client.get("v2/requests/" + GeoClient.encoded(number) + ".json")
                        .status())
                .isEqualTo(404);
        assertThat(client.get("v2/requests.json?service_request_id=" + GeoClient.encoded(number))
                        .json())
                .isEmpty();
        assertThat(client.get("v2/requests.json").body()).doesNotContain(number);
        assertThat(Http.nobody(port)
                        .get("/citizen/requests/" + GeoClient.encoded(number))
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("Раздел с проверкой: сначала token, номер – когда сообщение прочитал оператор")
    void moderatedServicesGiveATokenFirst() {
        JsonNode taken = client.post(GeoClient.request("HLTH-2")).json().get(0);
        assertThat(taken.has("service_request_id")).isFalse();
        String token = taken.get("token").asText();
        String number = jdbc.sql("select incident_number from open311_request where token = ?")
                .param(token)
                .query(String.class)
                .single();
        assertThat(resolved(token).isNull()).isTrue();
        assertHidden(number);
        journeys.of(number).runsJobs().completes("userTask_triageMessage", "operator", route("HLTH-2", "VLD"));
        assertThat(resolved(token).asText()).isEqualTo(number);
        assertThat(one(number).get("service_code").asText()).isEqualTo("HLTH-2");
    }

    private JsonNode resolved(String token) {
        return client.get("v2/tokens/" + token + ".json").json().get(0).get("service_request_id");
    }

    @Test
    @DisplayName("Списки: окно в 90 дней, фильтры, страницы без пропусков и повторов")
    void lists() {
        Instant begin = Instant.parse("2031-03-03T00:00:00Z");
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            journeys.setClock(begin.plus(Duration.ofDays(i)));
            numbers.add(
                    0, client.registered(GeoClient.request(i % 2 == 0 ? "IMPR-1" : "IMPR-2", "description", "№ " + i)));
        }
        jdbc.sql("update incident set status = 'CLOSED', closed_at = registered_at where number = ?")
                .param(numbers.get(2))
                .update();
        String within = "start_date=2031-03-01T00:00:00Z&end_date=2031-03-31T00:00:00%2B10:00&";
        assertThat(ids(within)).isEqualTo(numbers);
        assertThat(ids("")).as("the last 90 days").containsAll(numbers);
        assertThat(ids("start_date=2031-03-05T00:00:00+00:00")).isEqualTo(numbers.subList(0, 5));
        assertThat(ids("end_date=2031-03-04T00:00:00Z"))
                .contains(numbers.get(5), numbers.get(6))
                .doesNotContain(numbers.get(4));
        assertThat(ids(within + "service_code=IMPR-2")).containsExactly(numbers.get(1), numbers.get(3), numbers.get(5));
        assertThat(ids(within + "service_code=IMPR-2,IMPR-1")).isEqualTo(numbers);
        assertThat(ids(within + "service_code=IMPR-2&service_code=IMPR-1")).isEqualTo(numbers);
        assertThat(ids(within + "status=closed")).containsExactly(numbers.get(2));
        assertThat(ids(within + "status=open,closed")).isEqualTo(numbers);
        assertThat(ids(within + "status=open&status=")).hasSize(6).doesNotContain(numbers.get(2));
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            pages.addAll(ids(within + "page_size=2&page=" + page));
        }
        assertThat(pages).isEqualTo(numbers);
        assertThat(ids(within + "page=5&page_size=2")).isEmpty();
        String two = GeoClient.encoded(numbers.get(5) + ", " + numbers.get(1).substring(3) + ",ПК-2099-000001");
        assertThat(ids("service_request_id=%s&status=closed&start_date=wrong".formatted(two)))
                .containsExactly(numbers.get(1), numbers.get(5));
    }

    private List<String> ids(String query) {
        Answer answer = client.get("v2/requests.json?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().findValuesAsText("service_request_id");
    }

    private JsonNode one(String number) {
        Answer answer = client.get("v2/requests/" + GeoClient.encoded(number) + ".json");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json()).hasSize(1);
        return answer.json().get(0);
    }
}
