package ru.cur.channel.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.SPAM;
import static ru.cur.CaseSteps.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
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
import ru.cur.incident.LegalRegime;

/** Cases of which nobody learns, or not yet. */
class HiddenCasesTest extends ClockedTest {
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    restriction = 'CHILD'
                    legal_regime = 'APPEAL_59FZ'
                    status = 'REJECTED'
                    category_code = null""")
    @DisplayName("Ограниченные, обращения по 59-ФЗ и отклонённые не видны никому и нигде")
    void someCasesAreNobodysBusiness(String state) {
        String number = client.registered(GeoClient.request("IMPR-1"));
        assertThat(client.one(number).get("status").asText()).isEqualTo("open");
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
        assertThat(client.one(open).get("status").asText()).isEqualTo("open");
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
        assertThat(client.one(number).get("service_code").asText()).isEqualTo("HLTH-2");
    }

    private JsonNode resolved(String token) {
        return client.get("v2/tokens/" + token + ".json").json().get(0).get("service_request_id");
    }
}
