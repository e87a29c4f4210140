package ru.cur.channel.vk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import ru.cur.channel.inbox.Arrival;
import ru.cur.channel.webhook.Webhook.Accepted;
import ru.cur.channel.webhook.Webhook.Call;
import ru.cur.channel.webhook.Webhook.Forged;
import ru.cur.channel.webhook.Webhook.Reception;
import ru.cur.channel.webhook.Webhook.Unreadable;

/** Whom the door of VKontakte believes. */
class VkWebhookTest {
    private final VkFixture fixture = new VkFixture();
    private final VkWebhook webhook = new VkWebhook(fixture.properties(null));

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void theAddressIsConfirmed() throws Exception {
        assertThat(receive("{\"type\":\"confirmation\",\"group_id\":12345}"))
                .isInstanceOfSatisfying(Accepted.class, accepted -> {
                    assertThat(accepted.answer()).isEqualTo("c0nf1rm");
                    assertThat(accepted.arrivals()).isEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"confirmation","group_id":12346}
            {"type":"wall_reply_new","group_id":12345,"event_id":"e","object":{}}
            {"type":"wall_reply_new","group_id":12345,"event_id":"e","secret":"","object":{}}
            {"type":"wall_reply_new","group_id":12345,"event_id":"e","secret":"S3CR","object":{}}
            {"type":"wall_reply_new","group_id":12345,"event_id":"e","secret":null,"object":{}}
            {"type":"wall_reply_new","group_id":12345,"event_id":"e","secret":["s3cr"],"object":{}}
            {"type":"wall_reply_new","group_id":1,"event_id":"e","secret":"s3cr","object":{}}
            """)
    void forgeriesAreToldApart(String body) throws Exception {
        assertThat(receive(body)).isInstanceOf(Forged.class);
    }

    @Test
    void anEventWithoutANameCantBeKept() throws Exception {
        assertThat(receive("{\"type\":\"wall_reply_new\",\"group_id\":12345,\"secret\":\"s3cr\"}"))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void theSecretIsNotKept() throws Exception {
        Arrival arrival = arrival("wall_reply_new", "{\"id\":981,\"owner_id\":-12345,\"post_id\":77}");
        assertThat(arrival.key()).isEqualTo("e1");
        assertThat(arrival.body()).doesNotContain("s3cr").contains("\"id\":981");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wall_reply_new    | {"id":981,"owner_id":-12345,"post_id":77,"parents_stack":[]}     | wall-12345_77 981
            wall_reply_new    | {"id":982,"owner_id":-12345,"post_id":77,"parents_stack":[981]}  | wall-12345_77 981
            wall_reply_edit   | {"id":981,"owner_id":-12345,"post_id":77}                        | wall-12345_77 981
            wall_reply_delete | {"id":981,"owner_id":-12345,"post_id":77,"deleter_id":1}         | wall-12345_77 981
            message_new       | {"message":{"id":1,"peer_id":555}}                               | im555
            message_edit      | {"id":1,"peer_id":555}                                           | im555
            group_join        | {"user_id":1}                                                    | e1
            """)
    void eventsOfOneThreadKeepTheirOrder(String type, String object, String conversation) throws Exception {
        assertThat(arrival(type, object).conversation()).isEqualTo(conversation);
    }

    private Arrival arrival(String type, String object) throws Exception {
        return ((Accepted) receive("""
                {"type":"%s","event_id":"e1","v":"5.199","group_id":12345,"secret":"s3cr","object":%s}""".formatted(type, object))).arrivals().get(0);
    }

    private Reception receive(String body) throws Exception {
        return webhook.receive(new Call(new HttpHeaders(), Map.of(), body, new ObjectMapper().readTree(body)));
    }
}
