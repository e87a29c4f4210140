package ru.cur.channel.vk;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.TestDatabase;
import ru.cur.channel.network.Networks;
import ru.cur.channel.network.TestLines;
import ru.cur.reply.ReplyFile;
import ru.cur.reply.ReplyPublisher.Place;
import ru.cur.reply.ReplyPublisher.Reply;
import ru.cur.reply.ReplyWay;

/** The connector of VKontakte alone, against a server that speaks its protocol. */
final class VkFixture {
    static final long GROUP = 12345;
    static final String SECRET = "s3cr";

    private static final JdbcClient JDBC = JdbcClient.create(TestDatabase.migrated("vk"));

    final WireMockServer vk = TestLines.network();
    final JdbcClient jdbc = JDBC;
    final TestLines lines = TestLines.on(JDBC, Clock.systemUTC(), 3);
    final Networks networks = lines.networks();
    final ObjectMapper json = new ObjectMapper();

    VkFixture() {
        jdbc.sql("truncate channel_pace, channel_trouble, channel_chore, channel_event")
                .update();
    }

    VkProperties properties(String userToken) {
        return new VkProperties(
                GROUP,
                "community-token",
                SECRET,
                "c0nf1rm",
                userToken,
                URI.create(vk.baseUrl() + "/method"),
                1000,
                Duration.ofMinutes(2));
    }

    VkApi api(VkProperties properties) {
        return new VkApi(properties, networks);
    }

    VkReplyPublisher publisher(String userToken) {
        VkProperties properties = properties(userToken);
        VkApi api = api(properties);
        return new VkReplyPublisher(api, properties, new VkPhotos(api, properties), lines.troubles());
    }

    VkEvents events() {
        VkProperties properties = properties(null);
        return new VkEvents(properties, new VkMessages(properties, new VkNames(api(properties), jdbc)), json);
    }

    /** VKontakte answers the method so. */
    void answers(String method, String body) {
        vk.stubFor(post(urlPathEqualTo("/method/" + method))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(body)));
    }

    void refuses(String method, int code) {
        answers(method, """
                {"error": {"error_code": %d, "error_msg": "As the schema says", "request_params": []}}""".formatted(code));
    }

    static Reply reply(ReplyWay way, String externalId, ReplyFile... files) {
        return new Reply(
                "ПК-2026-000001/1/7",
                way,
                new Place("vk", externalId, "555001", "thread"),
                "Здравствуйте! Люк закроем до 25 сентября.",
                List.of(files),
                false);
    }

    void stop() {
        vk.stop();
    }
}
