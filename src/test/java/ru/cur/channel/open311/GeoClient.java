package ru.cur.channel.open311;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.Http;
import ru.cur.Http.Answer;

/** A program that speaks GeoReport, and does not have to wait between its requests. */
final class GeoClient {
    private final Http http;
    private final JdbcClient jdbc;

    GeoClient(int port, JdbcClient jdbc) {
        this.http = Http.nobody(port);
        this.jdbc = jdbc;
    }

    Answer get(String path) {
        return http.get("/open311/" + path);
    }

    /** What a request needs at least. @param more names and values by turns */
    static Map<String, String> request(String service, String... more) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("api_key", "demo");
        fields.put("service_code", service);
        fields.put("address_string", "ул. Русская, 10");
        // The same fields once more would be the same request.
        fields.put("device_id", UUID.randomUUID().toString());
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    Answer post(Map<String, String> fields) {
        jdbc.sql("delete from call_window").update();
        return postAtOnce("v2/requests.json", fields);
    }

    Answer postAtOnce(String path, Map<String, String> fields) {
        return http.post(
                "/open311/" + path, form(fields), "Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** @return number of the case */
    String registered(Map<String, String> fields) {
        Answer answer = post(fields);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get(0).get("service_request_id").asText();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What everybody learns of one request. */
    JsonNode one(String number) {
        Answer answer = get("v2/requests/" + encoded(number) + ".json");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json()).hasSize(1);
        return answer.json().get(0);
    }
}
