package ru.cur.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import ru.cur.channel.inbox.Arrival;
import ru.cur.channel.telegram.TelegramProperties.Updates;
import ru.cur.channel.webhook.Webhook.Accepted;
import ru.cur.channel.webhook.Webhook.Call;
import ru.cur.channel.webhook.Webhook.Forged;
import ru.cur.channel.webhook.Webhook.Reception;
import ru.cur.channel.webhook.Webhook.Unreadable;
import ru.cur.platform.StartupRefusal;

class TelegramWebhookTest {
    private static final URI API = URI.create("http://localhost");
    private static final String BODY =
            "{\"update_id\":7,\"message\":{\"message_id\":55,\"message_thread_id\":50,\"chat\":{\"id\":-1001}}}";

    private static Reception receive(Updates updates, String secret, String body) throws Exception {
        HttpHeaders headers = new HttpHeaders();
        if (secret != null) {
            headers.set(TelegramWebhook.SECRET, secret);
        }
        return new TelegramWebhook(TelegramFixture.settings(updates, API))
                .receive(new Call(headers, Map.of(), body, new ObjectMapper().readTree(body)));
    }

    @Test
    void anEventIsNamedByItsNumberAndItsMessage() throws Exception {
        assertThat(receive(Updates.WEBHOOK, TelegramFixture.SECRET, BODY))
                .isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(accepted.arrivals())
                        .containsExactly(new Arrival(ru.cur.channel.Channel.TELEGRAM, "7 -1001_55", "-1001/50", BODY)));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "wrong", "A-secret-of-twenty-letters", "a-secret-of-twenty-letters "})
    void aWrongSecretIsAForgery(String secret) throws Exception {
        assertThat(receive(Updates.WEBHOOK, secret, BODY)).isInstanceOf(Forged.class);
    }

    @Test
    void nobodyBringsWhatIsAskedFor() throws Exception {
        assertThat(receive(Updates.POLLING, TelegramFixture.SECRET, BODY)).isInstanceOf(Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"update_id\":\"seven\"}", "{\"update_id\":null}", "{\"update_id\":1.5}"})
    void whatHasNoNumberIsUnreadable(String body) throws Exception {
        assertThat(receive(Updates.WEBHOOK, TelegramFixture.SECRET, body)).isInstanceOf(Unreadable.class);
    }

    private static TelegramProperties settings(String token, String secret, Updates updates, String proxy) {
        return new TelegramProperties(
                token,
                secret,
                updates,
                API,
                proxy == null ? null : URI.create(proxy),
                Set.of(),
                Set.of(),
                Set.of(),
                DataSize.ofMegabytes(20));
    }

    @ParameterizedTest
    @CsvSource({
        "not-a-token, a-secret-of-twenty-letters, WEBHOOK, , CUR_CHANNEL_TELEGRAM_TOKEN",
        "1:abc, , WEBHOOK, , CUR_CHANNEL_TELEGRAM_SECRET",
        "1:abc, too-short, WEBHOOK, , CUR_CHANNEL_TELEGRAM_SECRET",
        "1:abc, a secret with spaces in it, WEBHOOK, , CUR_CHANNEL_TELEGRAM_SECRET",
        "1:abc, , POLLING, socks5://proxy:1080, CUR_CHANNEL_TELEGRAM_PROXY"
    })
    void aBlockThatIsNotCompleteIsOneLineWithoutSecrets(
            String token, String secret, Updates updates, String proxy, String setting) {
        assertThatThrownBy(() -> settings(token, secret, updates, proxy))
                .isInstanceOf(StartupRefusal.class)
                .hasMessageStartingWith(setting)
                .hasMessageNotContaining("not-a-token")
                .hasMessageNotContaining("too-short");
    }

    @Test
    void pollingNeedsNoSecretAndNothingShowsTheToken() {
        assertThatCode(() -> settings("1:abc", null, Updates.POLLING, "http://proxy:3128"))
                .doesNotThrowAnyException();
        assertThat(settings("77:hidden", null, Updates.POLLING, null))
                .asString()
                .contains("77")
                .doesNotContain("hidden");
    }
}
