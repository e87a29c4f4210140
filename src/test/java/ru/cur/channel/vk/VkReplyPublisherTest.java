package ru.cur.channel.vk;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.cur.channel.Channel;
import ru.cur.channel.network.NetworkFailure;
import ru.cur.channel.network.Networks.Health;
import ru.cur.reply.ReplyFile;
import ru.cur.reply.ReplyNotOut;
import ru.cur.reply.ReplyPublisher.Place;
import ru.cur.reply.ReplyPublisher.Published;
import ru.cur.reply.ReplyRefused;
import ru.cur.reply.ReplyRefused.Kind;
import ru.cur.reply.ReplyWaits;
import ru.cur.reply.ReplyWay;

/** What the connector asks of VKontakte, and what it makes of each answer. */
class VkReplyPublisherTest {
    private static final String COMMENT = "wall-12345_77_r981";

    private final VkFixture fixture = new VkFixture();
    private final VkReplyPublisher publisher = fixture.publisher(null);

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void aCommentIsAnsweredInTheNameOfTheCommunity() {
        fixture.answers("wall.createComment", "{\"response\": {\"comment_id\": 982, \"parents_stack\": [981]}}");
        Published published = publisher.publish(VkFixture.reply(ReplyWay.REPLY, COMMENT));
        assertThat(published).isEqualTo(new Published("wall-12345_77_r982", "https://vk.com/wall-12345_77?reply=982"));
        fixture.vk.verify(postRequestedFor(urlPathEqualTo("/method/wall.createComment"))
                .withHeader("Authorization", equalTo("Bearer community-token"))
                .withFormParam("owner_id", equalTo("-12345"))
                .withFormParam("post_id", equalTo("77"))
                .withFormParam("reply_to_comment", equalTo("981"))
                .withFormParam("from_group", equalTo("12345"))
                .withFormParam("message", equalTo("Здравствуйте! Люк закроем до 25 сентября."))
                .withFormParam("v", equalTo("5.199")));
    }

    @Test
    void theSameAnswerHasTheSameGuid() {
        fixture.answers("wall.createComment", "{\"response\": {\"comment_id\": 982}}");
        publisher.publish(VkFixture.reply(ReplyWay.REPLY, COMMENT));
        publisher.publish(VkFixture.reply(ReplyWay.REPLY, COMMENT));
        List<String> guids = fixture.vk.findAll(postRequestedFor(urlPathEqualTo("/method/wall.createComment"))).stream()
                .map(request -> request.formParameter("guid").firstValue())
                .toList();
        assertThat(guids).hasSize(2);
        assertThat(guids.get(0)).hasSize(32).isEqualTo(guids.get(1));
    }

    @Test
    void aPrivateMessageGoesToTheAuthor() {
        fixture.answers("messages.send", "{\"response\": 4711}");
        Published published = publisher.publish(VkFixture.reply(ReplyWay.PRIVATE_MESSAGE, COMMENT));
        assertThat(published).isEqualTo(new Published("im555001_4711", "https://vk.com/gim12345?sel=555001"));
        fixture.vk.verify(postRequestedFor(urlPathEqualTo("/method/messages.send"))
                .withFormParam("peer_id", equalTo("555001"))
                .withFormParam("random_id", com.github.tomakehurst.wiremock.client.WireMock.matching("[1-9][0-9]*")));
    }

    @Test
    void whoWroteAPrivateMessageIsAnsweredThere() {
        fixture.answers("messages.send", "{\"response\": 13}");
        assertThat(publisher
                        .publish(VkFixture.reply(ReplyWay.REPLY, "im555001_12"))
                        .externalId())
                .isEqualTo("im555001_13");
    }

    @ParameterizedTest
    @CsvSource({
        "5, NETWORK_REFUSED",
        "7, NETWORK_REFUSED",
        "8, NETWORK_REFUSED",
        "14, NETWORK_REFUSED",
        "15, NETWORK_REFUSED",
        "18, AUTHOR_BLOCKED",
        "27, NETWORK_REFUSED",
        "28, NETWORK_REFUSED",
        "30, AUTHOR_BLOCKED",
        "100, MESSAGE_DELETED",
        "104, MESSAGE_DELETED",
        "203, COMMENTS_CLOSED",
        "210, COMMENTS_CLOSED",
        "211, COMMENTS_CLOSED",
        "212, COMMENTS_CLOSED",
        "213, COMMENTS_CLOSED",
        "222, LINKS_FORBIDDEN",
        "223, COMMENTS_CLOSED",
        "900, AUTHOR_BLOCKED",
        "901, PRIVATE_MESSAGES_CLOSED",
        "902, PRIVATE_MESSAGES_CLOSED",
        "914, TEXT_TOO_LONG",
        "77777, NETWORK_REFUSED",
    })
    void aPermanentErrorIsARefusalForAPerson(int code, Kind kind) {
        fixture.refuses("wall.createComment", code);
        ReplyRefused refused = catchThrowableOfType(
                ReplyRefused.class, () -> publisher.publish(VkFixture.reply(ReplyWay.REPLY, COMMENT)));
        assertThat(refused.kind()).isEqualTo(kind);
        assertThat(refused).hasMessageContaining("код " + code).hasMessageContaining("As the schema says");
        assertThat(fixture.networks.health(Channel.VK)).isEqualTo(Health.WELL);
        assertThat(fixture.lines.troublesSeen()).singleElement().asString().startsWith("REFUSED " + code + ": ");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void aTemporaryErrorIsTriedAgain(int code) {
        fixture.refuses("wall.createComment", code);
        assertThatThrownBy(() -> publisher.publish(VkFixture.reply(ReplyWay.REPLY, COMMENT)))
                .isInstanceOf(NetworkFailure.class);
        assertThat(fixture.lines.troublesSeen()).singleElement().asString().startsWith("FAILED ");
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 9, 29})
    void tooManyCallsCloseTheLaneForAWhile(int code) {
        fixture.refuses("wall.createComment", code);
        assertThatThrownBy(() -> publisher.publish(VkFixture.reply(ReplyWay.REPLY, COMMENT)))
                .isInstanceOf(ReplyWaits.class);
        double seconds = fixture.jdbc
                .sql("select extract(epoch from next_at - clock_timestamp()) from channel_pace where lane = 'vk all'")
                .query(Double.class)
                .single();
        assertThat(seconds)
                .isBetween(code == 6 ? 0.5 : code == 9 ? 55.0 : 3500.0, code == 6 ? 1.0 : code == 9 ? 60.0 : 3600.0);
        assertThat(fixture.networks.health(Channel.VK)).isEqualTo(Health.WELL);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBrokenConnectionMayHaveTakenTheAnswer(Fault fault) {
        fixture.vk.stubFor(
                post(urlPathMatching("/method/.*")).willReturn(aResponse().withFault(fault)));
        assertThatThrownBy(() -> publisher.publish(VkFixture.reply(ReplyWay.REPLY, COMMENT)))
                .isInstanceOf(NetworkFailure.class);
    }

    @Test
    void noConnectionCertainlyTookNothing() {
        fixture.stop();
        assertThatThrownBy(() -> publisher.publish(VkFixture.reply(ReplyWay.REPLY, COMMENT)))
                .isInstanceOf(ReplyNotOut.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | application/json | {"response"
            200 | text/html        | <html>Мы скоро вернёмся</html>
            200 | application/json | {"ok": true}
            200 | application/json | {"error": {}}
            500 | application/json | {}
            502 | text/html        | <html>
            503 | application/json | {"response": {"comment_id": 982}}
            """)
    void nonsenseIsNoAnswer(int status, String type, String body) {
        fixture.vk.stubFor(post(urlPathMatching("/method/.*"))
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", type)
                        .withBody(body)));
        assertThatThrownBy(() -> publisher.publish(VkFixture.reply(ReplyWay.REPLY, COMMENT)))
                .isInstanceOf(NetworkFailure.class);
    }

    @Test
    void aNetworkThatFailsIsLeftAloneUntilAPersonOrTimeSaysSo() {
        fixture.vk.stubFor(
                post(urlPathMatching("/method/.*")).willReturn(aResponse().withStatus(503)));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> publisher.publish(VkFixture.reply(ReplyWay.REPLY, COMMENT)))
                    .isInstanceOf(NetworkFailure.class);
        }
        assertThat(fixture.networks.health(Channel.VK)).isEqualTo(Health.STOPPED);
        assertThatThrownBy(() -> publisher.publish(VkFixture.reply(ReplyWay.REPLY, COMMENT)))
                .isInstanceOf(ReplyWaits.class)
                .hasMessageContaining("ВКонтакте сейчас не отвечает");
        assertThat(fixture.vk.getAllServeEvents()).as("it was left alone").hasSize(3);
        fixture.answers("wall.createComment", "{\"response\": {\"comment_id\": 982}}");
        fixture.networks.tryAgain(Channel.VK);
        assertThat(publisher.publish(VkFixture.reply(ReplyWay.REPLY, COMMENT)).externalId())
                .isEqualTo("wall-12345_77_r982");
    }

    @ParameterizedTest
    @CsvSource({
        "photo-12345_5_r9, photos.createComment, photo_id, 5",
        "video-12345_6_r9, video.createComment, video_id, 6",
        "topic-12345_7_r9, board.createComment, topic_id, 7",
    })
    void otherCommentsNeedTheRightsOfAnAdministrator(String externalId, String method, String field, String value) {
        assertThatThrownBy(() -> publisher.publish(VkFixture.reply(ReplyWay.REPLY, externalId)))
                .isInstanceOf(ReplyRefused.class)
                .hasMessageContaining("ключом администратора");
        fixture.answers(method, "{\"response\": 10}");
        assertThat(fixture.publisher("user-token")
                        .publish(VkFixture.reply(ReplyWay.REPLY, externalId))
                        .externalId())
                .isEqualTo(externalId.replace("_r9", "_r10"));
        fixture.vk.verify(postRequestedFor(urlPathEqualTo("/method/" + method))
                .withHeader("Authorization", equalTo("Bearer user-token"))
                .withFormParam(field, equalTo(value)));
    }

    @Test
    void picturesGoOutWithAComment() {
        fixture.answers(
                "photos.getWallUploadServer",
                "{\"response\": {\"upload_url\": \"%s/upload?act=1\"}}".formatted(fixture.vk.baseUrl()));
        fixture.vk.stubFor(post(urlPathEqualTo("/upload"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"server\": 1, \"photo\": \"[p]\", \"hash\": \"h\"}")));
        fixture.answers("photos.saveWallPhoto", "{\"response\": [{\"id\": 3, \"owner_id\": -12345}]}");
        fixture.answers("wall.createComment", "{\"response\": {\"comment_id\": 982}}");
        ReplyFile photo = new ReplyFile(
                "photo-1.jpg",
                "image/jpeg",
                () -> new ByteArrayInputStream("снимок".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        fixture.publisher("user-token").publish(VkFixture.reply(ReplyWay.REPLY, COMMENT, photo));
        fixture.vk.verify(postRequestedFor(urlPathEqualTo("/upload")).withRequestBody(containing("снимок")));
        fixture.vk.verify(postRequestedFor(urlPathEqualTo("/method/wall.createComment"))
                .withFormParam("attachments", equalTo("photo-12345_3")));

        publisher.publish(VkFixture.reply(ReplyWay.REPLY, COMMENT, photo));
        assertThat(fixture.vk.findAll(postRequestedFor(urlPathEqualTo("/upload"))))
                .as("the community alone may not")
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "vk, wall-12345_77_r981, true",
        "vk, wall-12345_77, true",
        "vk, im555_1, true",
        "vk, wall-1, false",
        "vk, 5e7b, false",
        "vk, wall-12345_77_r981x, false",
        "ok, wall-12345_77_r981, false",
    })
    void onlyItsOwnMessagesAreServed(String channel, String externalId, boolean served) {
        assertThat(publisher.serves(new Place(channel, externalId, "1", null))).isEqualTo(served);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-77", "anna", ""})
    void aCommunityGetsNoPrivateMessage(String author) {
        assertThatThrownBy(() -> publisher.publish(new ru.cur.reply.ReplyPublisher.Reply(
                        "key",
                        ReplyWay.PRIVATE_MESSAGE,
                        new Place("vk", COMMENT, author, null),
                        "Текст",
                        List.of(),
                        false)))
                .isInstanceOf(ReplyRefused.class)
                .extracting(refused -> ((ReplyRefused) refused).kind())
                .isEqualTo(Kind.PRIVATE_MESSAGES_CLOSED);
    }
}
