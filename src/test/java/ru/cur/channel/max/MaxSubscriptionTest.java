package ru.cur.channel.max;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.cur.channel.network.TestLines;
import ru.cur.platform.web.ProgramAddress;

class MaxSubscriptionTest {
    private static final String ADDRESS = "https://cur.example/channels/max/webhook";
    private static final String OURS = """
            {"subscriptions":[{"url":"%s","time":1,"update_types":["message_created","message_edited","message_removed",
             "comment_created","comment_edited","comment_removed","bot_added","bot_removed","bot_started","bot_stopped"]}]}""".formatted(ADDRESS);

    private final WireMockServer max = TestLines.network();
    private final TestLines lines = TestLines.fresh();

    @BeforeEach
    void accept() {
        max.stubFor(post(urlEqualTo("/subscriptions")).willReturn(okJson("{\"success\":true}")));
    }

    @AfterEach
    void stop() {
        max.stop();
    }

    @Test
    void theFirstTimeWeSubscribeWithTheSecret() {
        subscriptions("{\"subscriptions\":[]}");
        work(chore(ADDRESS), 1);
        max.verify(postRequestedFor(urlEqualTo("/subscriptions")).withRequestBody(equalToJson("""
                {"url":"%s","secret":"s3cr-et_1","update_types":["message_created","message_edited","message_removed",
                 "comment_created","comment_edited","comment_removed","bot_added","bot_removed","bot_started","bot_stopped"]}""".formatted(ADDRESS))));
        assertThat(lines.troublesSeen()).isEmpty();
        assertThat(lines.leases().error("max subscription")).isEmpty();
    }

    @Test
    void oneThatHoldsIsRenewedOnceForEachStart() {
        subscriptions(OURS);
        work(chore(ADDRESS), 3);
        assertThat(subscribed()).isEqualTo(1);
        work(chore(ADDRESS), 2);
        assertThat(subscribed()).isEqualTo(2);
        assertThat(lines.troublesSeen()).isEmpty();
    }

    @Test
    void oneThatMaxHasEndedIsMadeAgainAndThePageSaysSo() {
        subscriptions(OURS);
        MaxSubscription chore = chore(ADDRESS);
        work(chore, 2);
        subscriptions("{\"subscriptions\":[{\"url\":\"https://elsewhere.example/max\",\"update_types\":[]}]}");
        work(chore, 1);
        assertThat(subscribed()).isEqualTo(2);
        assertThat(lines.troublesSeen()).containsExactly("REFUSED подписка на события была снята, оформляем её снова");
    }

    @Test
    void oneThatTellsOfLessIsMadeAgain() {
        subscriptions(OURS.replace("\"comment_created\",", ""));
        work(chore(ADDRESS), 2);
        assertThat(subscribed()).isEqualTo(2);
    }

    @Test
    void whyThereIsNoneIsKept() {
        subscriptions("{\"subscriptions\":[]}");
        max.stubFor(post(urlEqualTo("/subscriptions"))
                .willReturn(okJson("{\"success\":false,\"message\":\"bad certificate\"}")));
        assertThatThrownBy(() -> work(chore(ADDRESS), 1)).hasMessageContaining("bad certificate");
        assertThat(lines.leases().error("max subscription"))
                .contains("MAX не подписал нас на события: bad certificate");

        max.stubFor(get(urlEqualTo("/subscriptions"))
                .willReturn(jsonResponse("{\"code\":\"verify.token\",\"message\":\"Invalid\"}", 401)));
        assertThatThrownBy(() -> work(chore(ADDRESS), 1)).hasMessage("MAX не принимает ключ бота");
        assertThat(lines.leases().error("max subscription")).contains("MAX не принимает ключ бота");
    }

    @Test
    void maxIsNotAskedToCallAnAddressThatItWouldNot() {
        assertThatThrownBy(() -> work(chore("http://cur.example/channels/max/webhook"), 1))
                .hasMessageContaining("только на адрес с https");
        assertThat(max.getAllServeEvents()).isEmpty();
    }

    @Test
    void ourAddressFollowsFromThatOfTheProgram() {
        subscriptions("{\"subscriptions\":[]}");
        MaxProperties given = MaxTestSettings.at(max.baseUrl());
        MaxProperties unnamed = new MaxProperties(
                given.token(),
                given.secret(),
                null,
                given.apiUrl(),
                null,
                given.callsPerSecond(),
                given.chatCallsPerSecond(),
                given.subscriptionEvery());
        work(chore(unnamed, "https://program.example/cur/"), 1);
        assertThat(max.findAll(postRequestedFor(urlEqualTo("/subscriptions")))
                        .get(0)
                        .getBodyAsString())
                .contains("\"https://program.example/cur/channels/max/webhook\"");
    }

    private void subscriptions(String json) {
        max.stubFor(get(urlEqualTo("/subscriptions")).willReturn(okJson(json)));
    }

    private int subscribed() {
        return max.findAll(postRequestedFor(urlEqualTo("/subscriptions"))).size();
    }

    private MaxSubscription chore(String webhook) {
        return chore(MaxTestSettings.with(max.baseUrl(), webhook, null), "https://unused.example");
    }

    private MaxSubscription chore(MaxProperties properties, String program) {
        MaxApi api = new MaxApi(properties, lines.networks(), lines.troubles());
        return new MaxSubscription(
                api, properties, new ProgramAddress(URI.create(program)), lines.leases(), lines.troubles());
    }

    private void work(MaxSubscription chore, int times) {
        for (int i = 0; i < times; i++) {
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
}
