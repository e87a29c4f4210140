package ru.cur.channel.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.endorsed;
import static ru.cur.CaseSteps.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.Http;
import ru.cur.Http.Answer;
import ru.cur.ProcessJourney;

/** Whatever an author tells of himself, in whatever field, no document and no page for everybody says it. */
class NobodyLearnsOfAuthorsTest extends ClockedTest {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private GeoClient client;
    private Random random;

    @BeforeEach
    void connect() {
        journeys.restJobExecutor();
        client = new GeoClient(port, jdbc);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 22, 333, 4444, 55_555, 666_666, 7_777_777, 88_888_888})
    @DisplayName("Имя, телефон, почта, устройство, квартира и слова автора не появляются ни в одном ответе")
    void nothingOfTheAuthorComesOut(long seed) {
        random = new Random(seed);
        Map<String, String> author = Map.of(
                "first_name",
                word(),
                "last_name",
                word(),
                "email",
                latin() + "@" + latin() + ".example",
                "phone",
                "+79" + (100_000_000 + random.nextInt(900_000_000)),
                "account_id",
                latin(),
                "device_id",
                latin());
        String flat = String.valueOf(1_000 + random.nextInt(9_000));
        String words = word() + " " + word();
        List<String> secrets = new ArrayList<>(author.values());
        secrets.addAll(List.of(flat, words));
        String address = "Сквер на Набережной, д. 1, кв. %s, %s %s, %s"
                .formatted(flat, author.get("last_name"), author.get("first_name"), author.get("phone"));
        Map<String, String> fields =
                GeoClient.request("IMPR-1", "description", words + " " + String.join(" ", author.values()));
        fields.putAll(author);
        fields.put("address_string", address);
        String number = client.registered(fields);

        ProcessJourney journey = journeys.of(number).runsJobs();
        nobodyLearns(number, secrets);
        Map<String, Object> sorted = new HashMap<>(route("IMPR-1", "VLD"));
        sorted.put("addressText", address);
        journey.completes("userTask_triageMessage", "operator", sorted);
        nobodyLearns(number, secrets);
        endorsed(
                        journey.completes("userTask_acceptIncident", "vladivostok", ACCEPT)
                                .completes("userTask_doWork", "vladivostok", MOWN),
                        Map.of(
                                "doneText",
                                "Готово.",
                                "responseText",
                                "Здравствуйте, %s! Готово.".formatted(author.get("first_name"))))
                .completes("userTask_approveResponse", "curator", APPROVE)
                .hasStatus("ANSWERED");
        nobodyLearns(number, secrets);
        journey.closes();
        nobodyLearns(number, secrets);
    }

    private void nobodyLearns(String number, List<String> secrets) {
        String id = GeoClient.encoded(number);
        for (String format : List.of("json", "xml")) {
            for (String path : List.of(
                    "requests." + format,
                    "requests/" + id + "." + format,
                    "requests." + format + "?service_request_id=" + id)) {
                Answer answer = client.get("v2/" + path);
                assertThat(answer.body()).contains(number);
                assertNone(answer, secrets);
            }
        }
        Answer page = Http.nobody(port).get("/citizen/requests/" + id);
        assertThat(page.body()).contains(number);
        assertNone(page, secrets);
    }

    private static void assertNone(Answer answer, List<String> secrets) {
        assertThat(answer.status()).isEqualTo(200);
        for (String secret : secrets) {
            assertThat(answer.body()).doesNotContainIgnoringCase(secret);
        }
    }

    private String word() {
        StringBuilder word = new StringBuilder().append((char) ('А' + random.nextInt(32)));
        for (int i = 0; i < 7; i++) {
            word.append((char) ('а' + random.nextInt(32)));
        }
        return word.toString();
    }

    private String latin() {
        return Long.toString(random.nextLong(1_000_000_000_000L, Long.MAX_VALUE), 36);
    }
}
