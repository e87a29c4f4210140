package ru.cur.channel.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.Http.Answer;

/** Which requests a list holds. */
class RequestListsTest extends ClockedTest {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private GeoClient client;

    @BeforeEach
    void connect() {
        journeys.restJobExecutor();
        client = new GeoClient(port, jdbc);
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
}
