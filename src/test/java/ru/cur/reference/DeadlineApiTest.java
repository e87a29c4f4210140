package ru.cur.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.cur.CurTest;
import ru.cur.Http;
import ru.cur.Http.Answer;

@CurTest
class DeadlineApiTest {
    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "start=2026-11-23T10:00&amount=8&unit=WORKING_HOURS, 2026-11-24T00:00:00Z",
        "start=2026-11-23T10:00:00%2B10:00&amount=8&unit=WORKING_HOURS, 2026-11-24T00:00:00Z",
        "start=2026-11-23T10:00:00+10:00&amount=8&unit=WORKING_HOURS, 2026-11-24T00:00:00Z",
        "start=2026-11-23T00:00:00Z&amount=8&unit=WORKING_HOURS&calendar=region, 2026-11-24T00:00:00Z",
        "start=2026-11-23T00:00:00Z&amount=8&unit=WORKING_HOURS&calendar=primvodokanal, 2026-11-24T00:00:00Z",
        "start=2026-11-20T17:59&amount=8&unit=WORKING_HOURS, 2026-11-23T07:59:00Z",
        "start=2025-10-31T17:00&amount=8&unit=WORKING_HOURS, 2025-11-01T07:00:00Z",
        "start=2026-11-23T10:00&amount=48&unit=CALENDAR_HOURS, 2026-11-25T00:00:00Z",
        "start=2026-10-23T10:00&amount=30&unit=CALENDAR_DAYS&roll=BACKWARD, 2026-11-20T08:00:00Z",
        "start=2026-10-23T10:00&amount=30&unit=CALENDAR_DAYS&roll=NONE, 2026-11-22T00:00:00Z",
    })
    void aDeadlineIsComputed(String question, String deadline) {
        assertThat(as("vladivostok", question).json().get("deadline").asText()).isEqualTo(deadline);
    }

    @Test
    void theExplanationComesAsTextAndAsData() {
        JsonNode answer = as("manager", "start=2026-12-31T12:00&amount=8&unit=WORKING_HOURS")
                .json();

        assertThat(answer.get("explanation").asText())
                .startsWith("Срок: 8 рабочих часов с 31.12.2026 12:00 по рабочим часам: Приморский край.")
                .contains("Истекает")
                .contains("Предварительно");
        assertThat(answer.get("start").asText()).isEqualTo("2026-12-31T02:00:00Z");
        assertThat(answer.get("term").asText()).isEqualTo("8 рабочих часов");
        assertThat(answer.get("zone").asText()).isEqualTo("Asia/Vladivostok");
        assertThat(answer.get("counted").asText()).isEqualTo("PT8H");
        assertThat(answer.get("provisional").asBoolean()).isTrue();
        assertThat(answer.get("calendarVersion").asLong()).isPositive();
        assertThat(answer.get("skipped")).anySatisfy(gap -> {
            assertThat(gap.get("kind").asText()).isEqualTo("HOLIDAY");
            assertThat(gap.get("title").asText()).isEqualTo("праздники и переносы");
            assertThat(gap.get("days").get(0).get("day").asText()).isEqualTo("2026-12-31");
            assertThat(gap.get("days").get(0).get("note").asText()).isEqualTo("Перенос выходного");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            amount=8&unit=WORKING_HOURS                              | start  | не указано
            start=завтра&amount=8&unit=WORKING_HOURS                 | start  | нужен вид
            start=2026-02-30T10:00&amount=8&unit=WORKING_HOURS       | start  | нужен вид
            start=2019-12-31T10:00&amount=8&unit=WORKING_HOURS       | start  | вне календаря
            start=2046-01-01T10:00&amount=8&unit=CALENDAR_HOURS      | start  | вне календаря
            start=2045-12-31T10:00&amount=300&unit=WORKING_DAYS      | start  | вне календаря
            start=2045-12-31T10:00&amount=30&unit=CALENDAR_DAYS      | start  | вне календаря
            start=%2B999999999-12-31T23:00-18:00&amount=1&unit=CALENDAR_DAYS | start | вне календаря
            start=2026-11-23T10:00&unit=WORKING_HOURS                | amount | не указано
            start=2026-11-23T10:00&amount=0&unit=WORKING_HOURS       | amount | больше нуля
            start=2026-11-23T10:00&amount=-8&unit=WORKING_HOURS      | amount | больше нуля
            start=2026-11-23T10:00&amount=1,5&unit=WORKING_HOURS     | amount | целое число
            start=2026-11-23T10:00&amount=99999999999&unit=WORKING_HOURS | amount | целое число
            start=2026-11-23T10:00&amount=3650&unit=CALENDAR_DAYS    | amount | больше 731 дня
            start=2026-11-23T10:00&amount=3650&unit=WORKING_DAYS     | amount | больше 731 дня
            start=2026-11-23T10:00&amount=8                          | unit   | не указано
            start=2026-11-23T10:00&amount=8&unit=P1D                 | unit   | бывает только WORKING_MINUTES
            start=2026-11-23T10:00&amount=8&unit=CALENDAR_DAYS&roll=UP | roll | бывает только NONE
            start=2026-11-23T10:00&amount=8&unit=WORKING_DAYS&roll=BACKWARD | roll | CALENDAR_DAYS
            """)
    void nonsenseIsRefusedByTheNameOfItsField(String question, String field, String complaint) {
        Answer answer = as("operator", question);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("errors")).singleElement().satisfies(error -> {
            assertThat(error.get("field").asText()).isEqualTo(field);
            assertThat(error.get("message").asText()).contains(complaint);
        });
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThat(as("operator", "unit=X").json().get("errors")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "admНигде", "%00", "x%00"})
    void anUnknownOrganisationIsNotFound(String id) {
        Answer answer = as("operator", "start=2026-11-23T10:00&amount=8&unit=WORKING_HOURS&calendar=" + id);

        assertThat(answer.status()).isIn(404, 400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void aLoginIsNeeded() {
        assertThat(Http.nobody(port).get("/api/sla/deadlines").status()).isEqualTo(401);
    }

    @Test
    void itIsDocumented() {
        assertThat(Http.nobody(port).as("analyst").get("/v3/api-docs").body())
                .contains("/api/sla/deadlines", "До какого момента даётся срок");
    }

    private Answer as(String login, String question) {
        String encoded = question.chars()
                .mapToObj(letter -> letter < 128
                        ? String.valueOf((char) letter)
                        : URLEncoder.encode(String.valueOf((char) letter), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        return Http.nobody(port).as(login).get("/api/sla/deadlines?" + encoded);
    }
}
