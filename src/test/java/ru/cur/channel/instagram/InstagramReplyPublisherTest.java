package ru.cur.channel.instagram;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.cur.channel.network.NetworkFailure;
import ru.cur.channel.network.TestLines;
import ru.cur.reply.ReplyNotOut;
import ru.cur.reply.ReplyPublisher.Place;
import ru.cur.reply.ReplyPublisher.Published;
import ru.cur.reply.ReplyPublisher.Reply;
import ru.cur.reply.ReplyRefused;
import ru.cur.reply.ReplyRefused.Kind;
import ru.cur.reply.ReplyWaits;
import ru.cur.reply.ReplyWay;

class InstagramReplyPublisherTest {
    private static final String TEXT = "Здравствуйте, Анна! Воду дадут вечером.";
    private static final String ACCOUNT = "/v23.0/" + InstagramTestSettings.ACCOUNT;
    private static final String REPLIES = "/v23.0/17800/replies";
    private static final Place COMMENT = new Place("instagram", "17900", "232", "comment:18000:17800");
    private static final Place MENTION = new Place("instagram", "17901", null, "mention:18001");
    private static final Place PUBLICATION = new Place("instagram", "media:18001", null, "mention:18001");
    private static final Place LIVE = new Place("instagram", "17902", "232", "live:18002");

    private final WireMockServer instagram = TestLines.network();
    private final TestLines lines = TestLines.fresh();
    private final InstagramReplyPublisher publisher = new InstagramReplyPublisher(
            new InstagramApi(InstagramTestSettings.at(instagram.baseUrl()), lines.networks(), lines.troubles()));

    @AfterEach
    void stop() {
        instagram.stop();
    }

    @Test
    void onlyMessagesOfItsOwnAreServed() {
        assertThat(List.of(COMMENT, MENTION, PUBLICATION, LIVE)).allMatch(publisher::serves);
        assertThat(List.of(
                        new Place("instagram", "17900", "232", null),
                        new Place("instagram", "комментарий", "232", "comment:18000:17800"),
                        new Place("instagram", "17900", "232", "тема"),
                        new Place("vk", "17900", "232", "comment:18000:17800")))
                .noneMatch(publisher::serves);
    }

    @Test
    void aCommentIsAnsweredUnderTheOneThatBeganTheTalk() {
        instagram.stubFor(post(urlEqualTo(REPLIES)).willReturn(okJson("{\"id\":\"17999\"}")));
        assertThat(publisher.publish(reply(COMMENT))).isEqualTo(new Published("17999", null));
        instagram.verify(postRequestedFor(urlEqualTo(REPLIES))
                .withHeader("Authorization", equalTo("Bearer account-token"))
                .withRequestBody(equalToJson("{\"message\":\"%s\"}".formatted(TEXT))));
    }

    @Test
    void aMentionIsAnsweredWhereItStands() {
        instagram.stubFor(post(urlEqualTo(ACCOUNT + "/mentions")).willReturn(okJson("{\"id\":\"17998\"}")));
        assertThat(publisher.publish(reply(MENTION)).externalId()).isEqualTo("17998");
        publisher.publish(reply(PUBLICATION));
        instagram.verify(postRequestedFor(urlEqualTo(ACCOUNT + "/mentions"))
                .withRequestBody(equalToJson(
                        "{\"media_id\":\"18001\",\"comment_id\":\"17901\",\"message\":\"%s\"}".formatted(TEXT))));
        instagram.verify(postRequestedFor(urlEqualTo(ACCOUNT + "/mentions"))
                .withRequestBody(equalToJson("{\"media_id\":\"18001\",\"message\":\"%s\"}".formatted(TEXT))));
    }

    @Test
    void inPrivateTheAuthorOfACommentIsWrittenTo() {
        instagram.stubFor(post(urlEqualTo(ACCOUNT + "/messages"))
                .willReturn(okJson("{\"recipient_id\":\"232\",\"message_id\":\"m1\"}")));
        assertThat(publisher
                        .publish(reply(COMMENT, ReplyWay.PRIVATE_MESSAGE, false))
                        .externalId())
                .isEqualTo("m1");
        instagram.verify(postRequestedFor(urlEqualTo(ACCOUNT + "/messages"))
                .withRequestBody(equalToJson(
                        "{\"recipient\":{\"comment_id\":\"17900\"},\"message\":{\"text\":\"%s\"}}".formatted(TEXT))));
        assertThat(refused(reply(MENTION, ReplyWay.PRIVATE_MESSAGE, false)).kind())
                .isEqualTo(Kind.PRIVATE_MESSAGES_CLOSED);
    }

    @Test
    void commentsOfABroadcastCantBeAnsweredInTheOpen() {
        assertThat(refused(reply(LIVE)).kind()).isEqualTo(Kind.COMMENTS_CLOSED);
        instagram.stubFor(post(urlEqualTo(ACCOUNT + "/messages")).willReturn(okJson("{\"message_id\":\"m1\"}")));
        assertThat(publisher
                        .publish(reply(LIVE, ReplyWay.PRIVATE_MESSAGE, false))
                        .externalId())
                .isEqualTo("m1");
    }

    @ParameterizedTest
    @CsvSource({
        "3, 0, NETWORK_REFUSED",
        "10, 0, NETWORK_REFUSED",
        "10, 2534022, PRIVATE_MESSAGES_CLOSED",
        "100, 0, NETWORK_REFUSED",
        "100, 33, MESSAGE_DELETED",
        "200, 0, NETWORK_REFUSED",
        "299, 0, NETWORK_REFUSED",
        "368, 0, NETWORK_REFUSED",
        "506, 0, NETWORK_REFUSED",
        "551, 0, PRIVATE_MESSAGES_CLOSED"
    })
    void whatIsRefusedForGoodIsToldApart(int code, int subcode, Kind kind) {
        fail(code, subcode);
        assertThat(refused(reply(COMMENT)))
                .hasMessageContaining(subcode == 0 ? code + ": why" : code + "/" + subcode + ": why")
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }

    @Test
    void aTextThatIsTooLongIsCalledSo() {
        fail(100, 0);
        Reply tooLong = new Reply("key", ReplyWay.REPLY, COMMENT, "я".repeat(2201), List.of(), false);
        assertThat(refused(tooLong).kind()).isEqualTo(Kind.TEXT_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(ints = {102, 190})
    void answersWaitForANewTokenAndThePageSaysSo(int code) {
        fail(code, 463);
        assertThatThrownBy(() -> publisher.publish(reply(COMMENT)))
                .isInstanceOf(ReplyWaits.class)
                .hasMessage("Instagram не принимает ключ программы");
        assertThat(lines.troublesSeen()).containsExactly("REFUSED %d/463: why".formatted(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 17, 32, 613})
    void theNetworkIsLeftAloneWhenThereIsTooMuch(int code) {
        fail(code, 0);
        assertThatThrownBy(() -> publisher.publish(reply(COMMENT))).isInstanceOf(ReplyWaits.class);
        assertThatThrownBy(() -> publisher.publish(reply(MENTION))).isInstanceOf(ReplyWaits.class);
        assertThat(instagram.getAllServeEvents()).hasSize(1);
        assertThat(lines.troublesSeen()).containsExactly("PAUSED %d: why".formatted(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whetherItIsOutIsUnknownWhenTheNetworkIsSick(int code) {
        fail(code, 0);
        assertThatThrownBy(() -> publisher.publish(reply(COMMENT))).isInstanceOf(NetworkFailure.class);
        instagram.stubFor(any(anyUrl())
                .willReturn(jsonResponse("{\"error\":{\"code\":100,\"is_transient\":true,\"message\":\"why\"}}", 400)));
        assertThatThrownBy(() -> publisher.publish(reply(COMMENT))).isInstanceOf(NetworkFailure.class);
        instagram.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
        assertThatThrownBy(() -> publisher.publish(reply(COMMENT))).isInstanceOf(NetworkFailure.class);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void norIsItKnownWhenTheLineBreaks(Fault fault) {
        instagram.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));
        assertThatThrownBy(() -> publisher.publish(reply(COMMENT)))
                .isInstanceOf(NetworkFailure.class)
                .satisfies(failure -> assertThat(everything(failure)).doesNotContain("account-token"));
    }

    @Test
    void norWhenTheAnswerCantBeRead() {
        instagram.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"id")));
        assertThatThrownBy(() -> publisher.publish(reply(COMMENT))).isInstanceOf(NetworkFailure.class);
        instagram.stubFor(any(anyUrl())
                .willReturn(aResponse().withHeader("Content-Type", "text/html").withBody("<html>")));
        assertThatThrownBy(() -> publisher.publish(reply(COMMENT))).isInstanceOf(NetworkFailure.class);
    }

    @Test
    void whatNeverLeftTheHouseIsNotOut() {
        instagram.stop();
        assertThatThrownBy(() -> publisher.publish(reply(COMMENT))).isInstanceOf(ReplyNotOut.class);
    }

    @Test
    void anAnswerThatIsOutIsNotPublishedAgainAndOneThatIsNotIs() {
        instagram.stubFor(post(urlEqualTo(REPLIES)).willReturn(okJson("{\"id\":\"17999\"}")));
        replies("{\"data\":[{\"id\":\"1\",\"text\":\"Другой ответ\"},{\"id\":\"2\",\"text\":\"%s\"}]}".formatted(TEXT));
        assertThat(publisher.publish(again(COMMENT)).externalId()).isEqualTo("2");
        instagram.verify(0, postRequestedFor(urlEqualTo(REPLIES)));
        replies("{\"data\":[{\"id\":\"1\",\"text\":\"Другой ответ\"}],\"paging\":{\"cursors\":{}}}");
        assertThat(publisher.publish(again(COMMENT)).externalId()).isEqualTo("17999");
    }

    @Test
    void aPersonLooksWhereNotAllCanBeSeen() {
        replies("{\"data\":[],\"paging\":{\"next\":\"https://graph.example/next\"}}");
        assertThat(refused(again(COMMENT)).kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
        instagram.stubFor(get(urlPathEqualTo(REPLIES)).willReturn(jsonResponse("{\"error\":{\"code\":10}}", 403)));
        assertThat(refused(again(COMMENT)).kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
        instagram.stubFor(get(urlPathEqualTo(REPLIES))
                .willReturn(jsonResponse("{\"error\":{\"code\":100,\"error_subcode\":33}}", 400)));
        assertThat(refused(again(COMMENT)).kind()).isEqualTo(Kind.MESSAGE_DELETED);
        assertThat(refused(again(MENTION)).kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
        assertThat(refused(reply(COMMENT, ReplyWay.PRIVATE_MESSAGE, true)).kind())
                .isEqualTo(Kind.OUTCOME_UNKNOWN);
    }

    private void replies(String json) {
        instagram.stubFor(get(urlPathEqualTo(REPLIES)).willReturn(okJson(json)));
    }

    private void fail(int code, int subcode) {
        instagram.stubFor(any(anyUrl())
                .willReturn(jsonResponse(
                        "{\"error\":{\"message\":\"why\",\"type\":\"OAuthException\",\"code\":%d,\"error_subcode\":%d,\"fbtrace_id\":\"A\"}}"
                                .formatted(code, subcode),
                        400)));
    }

    private ReplyRefused refused(Reply reply) {
        Throwable thrown = catchThrowable(() -> publisher.publish(reply));
        assertThat(thrown).isInstanceOf(ReplyRefused.class);
        return (ReplyRefused) thrown;
    }

    private static String everything(Throwable failure) {
        return failure + (failure.getCause() == null ? "" : everything(failure.getCause()));
    }

    private static Reply reply(Place place) {
        return reply(place, ReplyWay.REPLY, false);
    }

    private static Reply again(Place place) {
        return reply(place, ReplyWay.REPLY, true);
    }

    private static Reply reply(Place place, ReplyWay way, boolean mayBeOut) {
        return new Reply("ПК-2026-000001/1/1", way, place, TEXT, List.of(), mayBeOut);
    }
}
