package ru.cur.channel.ok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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

class OkWebhookTest {
    private static final String MESSAGE = """
            {"sender":{"user_id":"user:123456789012"},"recipient":{"chat_id":"chat:C3ecb9d02a600"},
             "message":{"text":"text","seq":98211023614189660,"mid":"mid:C3ecb9d02a600.15cea67d78d2059"},"timestamp":1498581292941}""";

    private final OkWebhook webhook = new OkWebhook(OkTestSettings.at("http://localhost:1"));

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "s3cr-et_", "s3cr-et_12"})
    void whoDoesNotKnowOurAddressIsAForger(String secret) {
        assertThat(receive(MESSAGE, secret)).isEqualTo(new Forged("wrong secret"));
    }

    @Test
    void aMessageIsKeptAsItCame() {
        Arrival arrival = accepted(MESSAGE);
        assertThat(arrival.body()).isEqualTo(MESSAGE);
        assertThat(arrival.key()).isEqualTo("message mid:C3ecb9d02a600.15cea67d78d2059");
        assertThat(arrival.conversation()).isEqualTo("chat:C3ecb9d02a600");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MESSAGE_CREATED | message mid:C3ecb9d02a600.15cea67d78d2059",
                "MESSAGE_EDITED | MESSAGE_EDITED mid:C3ecb9d02a600.15cea67d78d2059 1498581292941"
            })
    void oneThatSaysWhatItIsHasItsName(String type, String key) {
        assertThat(accepted(MESSAGE.replaceFirst("\\{", "{\"webhookType\":\"%s\",".formatted(type)))
                        .key())
                .isEqualTo(key);
    }

    @Test
    void anEventOfTheChatIsNamedByItsMoment() {
        assertThat(accepted("""
                {"webhookType":"CHAT_SYSTEM","recipient":{"chat_id":"chat:C3"},"timestamp":5}""").key()).isEqualTo("CHAT_SYSTEM chat:C3 5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'recipient':{'chat_id':'user:1'}}",
                "{'recipient':{'chat_id':'chat:../../me'}}",
                "{'recipient':{'chat_id':'chat:C3'},'message':{'mid':'mid:a/b'}}"
            })
    void whatHasNoNameIsUnreadable(String json) {
        assertThat(receive(json.replace('\'', '"'), "s3cr-et_1")).isInstanceOf(Unreadable.class);
    }

    @Test
    void noNameIsLongerThanATableHolds() {
        String type = "{\"recipient\":{\"chat_id\":\"chat:C3\"},\"webhookType\":\"%s\"}".formatted("x".repeat(600));
        String chat = "{\"recipient\":{\"chat_id\":\"chat:%s\"}}".formatted("x".repeat(600));
        assertThat(receive(type, "s3cr-et_1")).isInstanceOf(Unreadable.class);
        assertThat(receive(chat, "s3cr-et_1")).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "217.20.145.192, true",
        "217.20.145.207, true",
        "217.20.145.208, false",
        "217.20.153.50, true",
        "127.0.0.1, false"
    })
    void callsFromElsewhereAreForeignWhereNetworksAreNamed(String address, boolean known) {
        OkWebhook watchful =
                new OkWebhook(OkTestSettings.at("http://localhost:1", "217.20.145.192/28", "217.20.153.48/28"));
        assertThat(watchful.comesFrom(address)).isEqualTo(known);
        assertThat(webhook.comesFrom(address)).isTrue();
    }

    @Test
    void aNetworkThatIsNoneIsRefusedAtTheStart() {
        OkProperties wrong = OkTestSettings.at("http://localhost:1", "217.20.145.192/280");
        assertThatThrownBy(() -> new OkWebhook(wrong)).isInstanceOf(IllegalArgumentException.class);
    }

    private Arrival accepted(String json) {
        Accepted accepted = (Accepted) receive(json, "s3cr-et_1");
        assertThat(accepted.arrivals()).hasSize(1);
        return accepted.arrivals().get(0);
    }

    private Reception receive(String json, String secret) {
        Map<String, String> query = secret == null ? Map.of() : Map.of("secret", secret);
        try {
            return webhook.receive(new Call(new HttpHeaders(), query, json, new ObjectMapper().readTree(json)));
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
