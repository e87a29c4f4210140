package ru.cur.channel.max;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import ru.cur.channel.inbox.Arrival;
import ru.cur.channel.webhook.Webhook.Accepted;
import ru.cur.channel.webhook.Webhook.Call;
import ru.cur.channel.webhook.Webhook.Forged;
import ru.cur.channel.webhook.Webhook.Reception;
import ru.cur.channel.webhook.Webhook.Unreadable;

class MaxWebhookTest {
    private static final String CREATED = """
            {"update_type":"message_created","timestamp":1732413600000,"message":{"recipient":{"chat_id":-5,"chat_type":"chat"},
             "timestamp":1732413600000,"body":{"mid":"mid.a1","seq":1,"text":"Нет света"}}}""";

    private final MaxWebhook webhook = new MaxWebhook(MaxTestSettings.at("http://localhost:1"));

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "s3cr-et_", "s3cr-et_12", "S3CR-ET_1"})
    void whoDoesNotKnowTheSecretIsAForger(String secret) {
        assertThat(receive(CREATED, secret)).isEqualTo(new Forged("wrong secret"));
    }

    @Test
    void anEventIsKeptAsItCame() {
        assertThat(accepted(CREATED))
                .satisfies(arrival -> assertThat(arrival.body()).isEqualTo(CREATED))
                .satisfies(arrival -> assertThat(arrival.key()).isEqualTo("message_created mid.a1"))
                .satisfies(arrival -> assertThat(arrival.conversation()).isEqualTo("chat -5"));
    }

    @Test
    void theSameEventHasTheSameNameAndAnotherEditHasAnother() {
        String edit = CREATED.replace("message_created", "message_edited");
        assertThat(accepted(edit).key()).isEqualTo(accepted(edit).key());
        assertThat(accepted(edit.replace(
                                "{\"update_type\":\"message_edited\",\"timestamp\":1732413600000",
                                "{\"update_type\":\"message_edited\",\"timestamp\":1732413600001"))
                        .key())
                .isEqualTo("message_edited mid.a1 1732413600001")
                .isNotEqualTo(accepted(edit).key());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'update_type':'message_removed','timestamp':7,'message_id':'mid.a1','chat_id':-5,'user_id':3} | message_removed mid.a1 7 | chat -5",
                "{'update_type':'comment_created','timestamp':7,'message':{'recipient':{'chat_id':42,'chat_type':'channel','post_id':'mid.p1'},'body':{'mid':'mid.c1'}}} | comment_created mid.c1 | post mid.p1",
                "{'update_type':'comment_removed','timestamp':8,'message_id':'mid.c1','chat_id':42,'post_id':'mid.p1'} | comment_removed mid.c1 8 | post mid.p1",
                "{'update_type':'bot_added','timestamp':9,'chat_id':-5,'user':{'user_id':3}} | bot_added chat -5 9 | chat -5",
                "{'update_type':'message_created','timestamp':9,'message':{'recipient':{'chat_id':4}}} | message_created chat 4 9 | chat 4",
            })
    void eachKindOfEventHasANameAndAPlaceInItsConversation(String json, String key, String conversation) {
        Arrival arrival = accepted(json.replace('\'', '"'));
        assertThat(arrival.key()).isEqualTo(key);
        assertThat(arrival.conversation()).isEqualTo(conversation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'timestamp':1}",
                "{'update_type':null}",
                "{'update_type':'message_created','message':{'body':{'mid':'mid a1; drop'}}}"
            })
    void whatHasNoNameIsUnreadable(String json) {
        assertThat(receive(json.replace('\'', '"'), "s3cr-et_1")).isInstanceOf(Unreadable.class);
    }

    @Test
    void noNameIsLongerThanATableHolds() {
        String type = "{\"update_type\":\"%s\"}".formatted("x".repeat(600));
        String chat = "{\"update_type\":\"bot_added\",\"chat_id\":\"%s\"}".formatted("1".repeat(290));
        String at = "{\"update_type\":\"bot_added\",\"timestamp\":\"%s\"}".formatted("1".repeat(600));
        assertThat(List.of(type, chat, at))
                .allSatisfy(json -> assertThat(receive(json, "s3cr-et_1")).isInstanceOf(Unreadable.class));
    }

    private Arrival accepted(String json) {
        Accepted accepted = (Accepted) receive(json, "s3cr-et_1");
        assertThat(accepted.arrivals()).hasSize(1);
        return accepted.arrivals().get(0);
    }

    private Reception receive(String json, String secret) {
        HttpHeaders headers = new HttpHeaders();
        if (secret != null) {
            headers.set("X-Max-Bot-Api-Secret", secret);
        }
        try {
            return webhook.receive(new Call(headers, Map.of(), json, new ObjectMapper().readTree(json)));
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
