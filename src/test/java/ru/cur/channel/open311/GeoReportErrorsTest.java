package ru.cur.channel.open311;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.Http.Answer;

/** Whatever is wrong is told in the format of the specification, and changes nothing. */
class GeoReportErrorsTest extends ClockedTest {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private GeoClient client;
    private int before;

    @BeforeEach
    void connect() {
        journeys.restJobExecutor();
        client = new GeoClient(port, jdbc);
        before = cases();
    }

    private int cases() {
        return jdbc.sql("select count(*) from incident").query(Integer.class).single();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    404 | v2/nothing                                   | Такого адреса нет
                    404 | v2/services/NOPE                             | service_code
                    404 | v2/services/%F0%9F%92%A5                     | service_code
                    404 | v2/services?jurisdiction_id=moscow           | jurisdiction_id
                    404 | v2/services/ROAD-2?jurisdiction_id=moscow    | jurisdiction_id
                    404 | v2/requests?jurisdiction_id=moscow           | jurisdiction_id
                    404 | v2/requests/2026-000001?jurisdiction_id=x    | jurisdiction_id
                    404 | v2/tokens/1?jurisdiction_id=x                | jurisdiction_id
                    404 | v2/tokens/nothing                            | token
                    404 | v2/requests/2099-000001                      | service_request_id
                    404 | v2/requests/unknown                          | service_request_id
                    404 | v2/requests?service_code=NOPE                | service_code
                    400 | v2/requests?status=done                      | status
                    400 | v2/requests?start_date=2026-01-01            | start_date
                    400 | v2/requests?end_date=2026-01-01T00:00:00     | end_date
                    400 | v2/requests?end_date=999999-01-01T00:00:00Z  | end_date
                    400 | v2/requests?start_date=2026-01-01T00:00:00Z&end_date=2026-04-02T00:00:00Z | 90 дней
                    400 | v2/requests?start_date=2026-02-01T00:00:00Z&end_date=2026-01-01T00:00:00Z | не позже
                    400 | v2/requests?page=0                           | page
                    400 | v2/requests?page_size=1001                   | page_size
                    400 | v2/requests?page=9999999999                  | page
                    400 | v2/requests?page=5000&page_size=1000         | сузьте""")
    void questionsThatCannotBeAnswered(int status, String path, String words) {
        String[] parts = path.split("\\?", 2);
        String query = parts.length == 1 ? "" : "?" + parts[1];
        Answer json = client.get(parts[0] + ".json" + query);
        assertThat(json.status()).as(json.body()).isEqualTo(status);
        FieldTable.holds("error", json.json());
        assertThat(json.json().get(0).get("code").asInt()).isEqualTo(status);
        assertThat(json.json().get(0).get("description").asText())
                .contains(words)
                .containsPattern("[а-я]{3}");
        Answer xml = client.get(parts[0] + ".xml" + query);
        assertThat(xml.status()).isEqualTo(status);
        FieldTable.holds("error", "error", FieldTable.xml(xml.body()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    403 | api_key      |                  | api_key
                    403 | api_key      | guess            | api_key
                    404 | jurisdiction_id | moscow        | jurisdiction_id
                    400 | service_code |                  | service_code: не указан
                    404 | service_code | ROAD-22          | ROAD-22
                    400 | address_string |                | Укажите место
                    400 | lat          | 43.1             | нужны вместе
                    400 | long         | abc              | long
                    400 | media_url    | javascript:alert(1) | media_url
                    400 | media_url    | /etc/passwd      | media_url
                    400 | attribute[LANE] | sky           | left, middle
                    400 | attribute[DEPTH] | deep         | нужно число
                    400 | attribute[DEPTH] | 1e999        | нужно число
                    400 | attribute[COLOUR] | red         | такого атрибута""")
    void requestsThatAreNotFit(int status, String field, String value, String words) {
        Map<String, String> fields = GeoClient.request("ROAD-2");
        fields.put(field, value == null ? "" : value);
        Answer answer = client.post(fields);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        FieldTable.holds("error", answer.json());
        assertThat(answer.body()).contains(words);
        assertThat(cases()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "description, 4001",
        "address_string, 501",
        "first_name, 101",
        "last_name, 101",
        "email, 201",
        "phone, 101",
        "device_id, 201",
        "account_id, 201",
        "address_id, 201",
        "media_url, 2001"
    })
    void fieldsThatAreTooLong(String field, int length) {
        Map<String, String> fields = GeoClient.request("IMPR-1", field, "я".repeat(length));
        assertThat(client.post(fields).body()).contains(field + ": не длиннее " + (length - 1));
        fields.put(field, "ноль \0");
        assertThat(client.post(fields).body()).contains(field + ": недопустимый знак");
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("api_key", "demo");
        fields.put("service_code", "HEAT-2");
        fields.put("lat", "91");
        fields.put("description", "a".repeat(4001));
        fields.put("attribute[WRONG]", "1");
        Answer answer = client.post(fields);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().findValuesAsText("description"))
                .containsExactly(
                        "lat: нужно число градусов от -90 до 90",
                        "lat, long: широта и долгота нужны вместе",
                        "description: не длиннее 4000 знаков",
                        "attribute[TEMPERATURE]: обязательный атрибут не указан",
                        "attribute[WRONG]: такого атрибута у этой услуги нет");
    }

    @Test
    @DisplayName("Одно сообщение в секунду на ключ: 429 с Retry-After, потом снова можно")
    void onePerSecond() {
        assertThat(client.post(GeoClient.request("IMPR-1", "description", "Первое"))
                        .status())
                .isEqualTo(200);
        for (String format : List.of("json", "xml")) {
            Answer second =
                    client.postAtOnce("v2/requests." + format, GeoClient.request("IMPR-1", "description", "Второе"));
            assertThat(second.status()).isEqualTo(429);
            assertThat(second.header("Retry-After")).isEqualTo("1");
            assertThat(second.body()).contains("429", "Слишком часто");
        }
        // Who has no key takes nothing away from those who have one.
        Map<String, String> stranger = GeoClient.request("IMPR-1");
        stranger.put("api_key", "guess");
        assertThat(client.postAtOnce("v2/requests.json", stranger).status()).isEqualTo(403);
        assertThat(cases()).isEqualTo(before + 1);
        journeys.setClock(ru.cur.ProcessJourneys.MONDAY_MORNING.plusSeconds(1));
        assertThat(client.postAtOnce("v2/requests.json", GeoClient.request("IMPR-1", "description", "Второе"))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/open311/",
                "/open311/v2",
                "/open311/v3/services.json",
                "/open311/discovery",
                "/open311/v2/services.yaml",
                "/open311/v2/services",
                "/open311/v2/requests/2026-000001",
                "/open311/v2/requests/2026-000001.html",
                "/open311/v2/requests/a%2Fb.json",
                "/open311/v2/requests/a%5Cb.xml",
                "/open311/v2//requests.json",
                "/open311/v2/requests/;a=b.json",
                "/open311/v2/requests/%00.json",
                "/open311/v2/requests/a%25b.json"
            })
    void aBrowserNeverGetsAPage(String path) throws Exception {
        HttpResponse<String> answer = send(
                HttpRequest.newBuilder(uri(path)).header("Accept", "text/html").GET());
        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContainIgnoringCase("<html");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .matches(path.endsWith(".json") ? "application/json.*" : "text/xml.*");
        assertThat(answer.body()).contains("description");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "POST"})
    void othersThanTheMethodsOfTheSpecificationAreRefused(String method) throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(uri("/open311/v2/services.json")).method(method, BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Метод " + method);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    application/json                  | {"service_code": "ROAD-2"}          | Content-Type
                    text/plain                        | api_key=demo                        | Content-Type
                    multipart/form-data; boundary=x   | --x--                               | Content-Type
                    application/x-www-form-urlencoded | api_key=demo&description=%zz        | закодированы с ошибкой""")
    void bodiesThatAreNoForm(String type, String body, String words) throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/open311/v2/requests.json"))
                .header("Content-Type", type)
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(words);
    }

    @Test
    void largeBodiesAreNotRead() {
        Answer answer = client.post(GeoClient.request("IMPR-1", "description", "я".repeat(30_000)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("Запрос больше 128 КБ");
        JsonNode large = client.post(GeoClient.request("IMPR-1", "description", "a".repeat(3_000_000)))
                .json();
        assertThat(large.get(0).get("code").asInt()).isEqualTo(400);
        assertThat(cases()).isEqualTo(before);
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
