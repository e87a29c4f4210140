package ru.cur.channel.ok;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.cur.channel.network.TestLines;
import ru.cur.platform.web.ProgramAddress;

class OkSubscriptionTest {
    private static final String ADDRESS = "https://cur.example/channels/ok/webhook?secret=s3cr-et_1";

    private final WireMockServer ok = TestLines.network();
    private final TestLines lines = TestLines.fresh();

    @BeforeEach
    void accept() {
        ok.stubFor(post(urlPathEqualTo("/graph/me/subscribe")).willReturn(okJson("{\"success\":true}")));
        ok.stubFor(post(urlPathEqualTo("/graph/me/unsubscribe")).willReturn(okJson("{\"success\":true}")));
    }

    @AfterEach
    void stop() {
        ok.stop();
    }

    @Test
    void theFirstTimeWeSubscribeWithTheSecretInTheAddress() {
        subscriptions();
        work(chore());
        ok.verify(postRequestedFor(urlPathEqualTo("/graph/me/subscribe"))
                .withRequestBody(equalToJson("{\"url\":\"%s\"}".formatted(ADDRESS))));
        assertThat(lines.troublesSeen()).isEmpty();
    }

    @Test
    void oneThatHoldsIsLeftAlone() {
        subscriptions(ADDRESS);
        work(chore());
        ok.verify(0, postRequestedFor(urlPathEqualTo("/graph/me/subscribe")));
    }

    @Test
    void oneThatWasEndedIsMadeAgainAndThePageSaysSo() {
        subscriptions();
        work(chore());
        work(chore());
        ok.verify(2, postRequestedFor(urlPathEqualTo("/graph/me/subscribe")));
        assertThat(lines.troublesSeen()).containsExactly("REFUSED подписка на события была снята, оформляем её снова");
    }

    @Test
    void ourAddressWithAnotherSecretIsTakenBackAndThoseOfOthersStay() {
        String old = "https://cur.example/channels/ok/webhook?secret=before";
        subscriptions(ADDRESS, old, "https://bot.example/ok?secret=x");
        work(chore());
        ok.verify(1, postRequestedFor(urlPathEqualTo("/graph/me/unsubscribe")));
        ok.verify(postRequestedFor(urlPathEqualTo("/graph/me/unsubscribe"))
                .withRequestBody(equalToJson("{\"url\":\"%s\"}".formatted(old))));
    }

    @Test
    void whyThereIsNoneIsKept() {
        subscriptions();
        ok.stubFor(post(urlPathEqualTo("/graph/me/subscribe")).willReturn(okJson("{\"success\":false}")));
        assertThatThrownBy(() -> work(chore())).hasMessage("Одноклассники не подписали нас на события");
        assertThat(lines.leases().error("ok subscription")).contains("Одноклассники не подписали нас на события");
    }

    @Test
    void theSecretDoesNotTravelInTheOpen() {
        OkProperties given = OkTestSettings.at(ok.baseUrl());
        OkProperties open = new OkProperties(
                given.accessToken(), given.secret(), null, List.of(), given.apiUrl(), 1000, 1000, Duration.ofMillis(1));
        assertThatThrownBy(() -> work(chore(open, "http://cur.example")))
                .hasMessageContaining("http://cur.example/channels/ok/webhook без https")
                .hasMessageNotContaining("s3cr-et_1");
        assertThat(ok.getAllServeEvents()).isEmpty();
    }

    private void subscriptions(String... addresses) {
        String listed = String.join(
                ",",
                List.of(addresses).stream()
                        .map("{\"time\":1498577751487,\"url\":\"%s\"}"::formatted)
                        .toList());
        ok.stubFor(get(urlPathEqualTo("/graph/me/subscriptions"))
                .willReturn(okJson("{\"subscriptions\":[%s]}".formatted(listed))));
    }

    private OkSubscription chore() {
        return chore(OkTestSettings.at(ok.baseUrl()), "https://unused.example");
    }

    private OkSubscription chore(OkProperties properties, String program) {
        OkLine line = new OkLine(properties, lines.networks(), lines.troubles());
        return new OkSubscription(
                new OkChats(line, properties),
                properties,
                new ProgramAddress(URI.create(program)),
                lines.leases(),
                lines.troubles());
    }

    private void work(OkSubscription chore) {
        lines.jdbc().sql("update channel_chore set next_at = 'epoch'").update();
        try {
            chore.work();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception checked) {
            throw new AssertionError(checked);
        }
    }
}
