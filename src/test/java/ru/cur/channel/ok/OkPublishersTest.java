package ru.cur.channel.ok;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.cur.channel.network.NetworkFailure;
import ru.cur.channel.network.TestLines;
import ru.cur.reply.ReplyNotOut;
import ru.cur.reply.ReplyPublisher;
import ru.cur.reply.ReplyPublisher.Place;
import ru.cur.reply.ReplyPublisher.Published;
import ru.cur.reply.ReplyPublisher.Reply;
import ru.cur.reply.ReplyRefused;
import ru.cur.reply.ReplyRefused.Kind;
import ru.cur.reply.ReplyWaits;
import ru.cur.reply.ReplyWay;

class OkPublishersTest {
    private static final String TEXT = "Здравствуйте, Анна! Воду дадут вечером.";
    private static final String CHAT = "/graph/me/messages/chat:C3ec";
    private static final Place IN_A_CHAT = new Place("ok", "mid:C3ec.15ce", "77", "chat:C3ec");
    private static final Place COMMENT = new Place("ok", "comment:6500:MTcz", "77", "GROUP_TOPIC:6500");

    private final WireMockServer ok = TestLines.network();
    private final TestLines lines = TestLines.fresh();
    private final OkLine line = new OkLine(OkTestSettings.at(ok.baseUrl()), lines.networks(), lines.troubles());
    private final OkChats chats = new OkChats(line, OkTestSettings.at(ok.baseUrl()));
    private final OkChatPublisher inChats = new OkChatPublisher(chats);
    private final OkCommentPublisher underPosts =
            new OkCommentPublisher(new OkDiscussions(line, OkTestSettings.COMMENTS), chats, OkTestSettings.COMMENTS);

    @AfterEach
    void stop() {
        ok.stop();
    }

    @Test
    void eachServesItsOwnMessages() {
        assertThat(inChats.serves(IN_A_CHAT)).isTrue();
        assertThat(inChats.serves(COMMENT)).isFalse();
        assertThat(underPosts.serves(COMMENT)).isTrue();
        assertThat(underPosts.serves(IN_A_CHAT)).isFalse();
        assertThat(List.of(
                        new Place("ok", "mid:C3ec.15ce", "77", null),
                        new Place("ok", "обращение 7", "77", "chat:C3ec"),
                        new Place("ok", "comment:6501:MTcz", "77", "GROUP_TOPIC:6500"),
                        new Place("max", "mid:C3ec.15ce", "77", "chat:C3ec")))
                .noneMatch(place -> inChats.serves(place) || underPosts.serves(place));
    }

    @Test
    void aMessageIsAnsweredInItsChat() {
        ok.stubFor(post(urlPathEqualTo(CHAT)).willReturn(okJson("{\"success\":true,\"message_id\":\"mid:C3ec.r1\"}")));
        assertThat(inChats.publish(reply(IN_A_CHAT))).isEqualTo(new Published("mid:C3ec.r1", null));
        ok.verify(postRequestedFor(urlEqualTo(CHAT + "?access_token=tkn18%3ACQAB"))
                .withHeader("Content-Type", containing("application/json"))
                .withRequestBody(equalToJson(
                        "{\"recipient\":{\"chat_id\":\"chat:C3ec\"},\"message\":{\"text\":\"%s\"}}".formatted(TEXT))));
    }

    @Test
    void aCommentIsAnsweredUnderItsPostByASignedCall() {
        ok.stubFor(post(urlPathEqualTo("/fb.do")).willReturn(okJson("\"MTgw\"")));
        assertThat(underPosts.publish(reply(COMMENT))).isEqualTo(new Published("comment:6500:MTgw", null));
        String form = URLDecoder.decode(
                ok.findAll(postRequestedFor(urlEqualTo("/fb.do"))).get(0).getBodyAsString(), StandardCharsets.UTF_8);
        assertThat(form.split("&"))
                .contains(
                        "method=discussions.addDiscussionComment",
                        "entityType=GROUP_TOPIC",
                        "entityId=6500",
                        "comment=" + TEXT,
                        "application_key=CPUBLICKEY",
                        "format=json",
                        "access_token=account-token")
                .filteredOn(parameter -> parameter.startsWith("sig="))
                .singleElement()
                .isNotEqualTo("sig=");
        assertThat(form).doesNotContain("application-secret");
    }

    @ParameterizedTest
    @CsvSource({
        "3, NETWORK_REFUSED",
        "4, NETWORK_REFUSED",
        "10, NETWORK_REFUSED",
        "50, NETWORK_REFUSED",
        "100, NETWORK_REFUSED",
        "140, MESSAGE_DELETED",
        "141, MESSAGE_DELETED",
        "200, NETWORK_REFUSED",
        "300, MESSAGE_DELETED",
        "454, NETWORK_REFUSED",
        "455, AUTHOR_BLOCKED",
        "456, COMMENTS_CLOSED",
        "458, AUTHOR_BLOCKED",
        "511, NETWORK_REFUSED",
        "601, TEXT_TOO_LONG",
        "5000, NETWORK_REFUSED"
    })
    void whatIsRefusedForGoodIsToldApart(int code, Kind kind) {
        fail(code, 200);
        assertThat(refused(inChats, reply(IN_A_CHAT)).kind()).isEqualTo(kind);
        assertThat(refused(underPosts, reply(COMMENT)))
                .hasMessageContaining(code + ": why")
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(kind));
        fail(code, 400);
        assertThat(refused(inChats, reply(IN_A_CHAT)).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 101, 102, 103, 104, 105, 210, 453, 457, 514})
    void answersWaitForOtherKeysAndThePageSaysSo(int code) {
        fail(code, 200);
        assertThatThrownBy(() -> inChats.publish(reply(IN_A_CHAT)))
                .isInstanceOf(ReplyWaits.class)
                .hasMessage("Одноклассники не принимают ключи программы");
        assertThat(lines.troublesSeen()).containsExactly("REFUSED %d: why".formatted(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8, 11, 26})
    void theNetworkIsLeftAloneWhenThereIsTooMuch(int code) {
        fail(code, 200);
        assertThatThrownBy(() -> inChats.publish(reply(IN_A_CHAT))).isInstanceOf(ReplyWaits.class);
        assertThatThrownBy(() -> underPosts.publish(reply(COMMENT))).isInstanceOf(ReplyWaits.class);
        assertThat(ok.getAllServeEvents()).hasSize(1);
        assertThat(lines.troublesSeen()).containsExactly("PAUSED %d: why".formatted(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 30, 31, 9999})
    void whetherItIsOutIsUnknownWhenTheNetworkIsSick(int code) {
        fail(code, 200);
        assertThatThrownBy(() -> inChats.publish(reply(IN_A_CHAT))).isInstanceOf(NetworkFailure.class);
        ok.stubFor(post(urlPathEqualTo(CHAT)).willReturn(aResponse().withStatus(502)));
        assertThatThrownBy(() -> inChats.publish(reply(IN_A_CHAT))).isInstanceOf(NetworkFailure.class);
    }

    @Test
    void aStatusAloneIsARefusalToo() {
        ok.stubFor(post(urlPathEqualTo(CHAT)).willReturn(jsonResponse("{}", 404)));
        assertThat(refused(inChats, reply(IN_A_CHAT))).hasMessageContaining("HTTP 404");
        ok.stubFor(post(urlPathEqualTo(CHAT))
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "30")));
        assertThatThrownBy(() -> inChats.publish(reply(IN_A_CHAT))).isInstanceOf(ReplyWaits.class);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void norIsItKnownWhenTheLineBreaks(Fault fault) {
        ok.stubFor(post(urlPathEqualTo(CHAT)).willReturn(aResponse().withFault(fault)));
        assertThatThrownBy(() -> inChats.publish(reply(IN_A_CHAT)))
                .isInstanceOf(NetworkFailure.class)
                .satisfies(failure -> assertThat(everything(failure)).doesNotContain("tkn18"));
    }

    @Test
    void norWhenTheAnswerCantBeRead() {
        ok.stubFor(post(urlPathEqualTo(CHAT))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"suc")));
        assertThatThrownBy(() -> inChats.publish(reply(IN_A_CHAT))).isInstanceOf(NetworkFailure.class);
        ok.stubFor(post(urlPathEqualTo(CHAT))
                .willReturn(aResponse().withHeader("Content-Type", "text/html").withBody("<html>")));
        assertThatThrownBy(() -> inChats.publish(reply(IN_A_CHAT))).isInstanceOf(NetworkFailure.class);
    }

    @Test
    void whatNeverLeftTheHouseIsNotOut() {
        ok.stop();
        assertThatThrownBy(() -> inChats.publish(reply(IN_A_CHAT))).isInstanceOf(ReplyNotOut.class);
    }

    @Test
    void anAnswerThatIsOutIsNotPublishedAgain() {
        ok.stubFor(get(urlPathEqualTo(CHAT))
                .willReturn(okJson("{\"messages\":[%s,%s,%s]}"
                        .formatted(
                                message("mid:C3ec.r2", "group:5300", TEXT + " "),
                                message("mid:C3ec.r3", "user:77", TEXT),
                                message("mid:C3ec.15ce", "user:77", "Когда дадут воду?")))));
        assertThat(inChats.publish(again(IN_A_CHAT)).externalId()).isEqualTo("mid:C3ec.r2");

        comments("{\"id\":\"MTgx\",\"author_id\":\"570000000001\",\"text\":\"%s\"}".formatted(TEXT));
        assertThat(underPosts.publish(again(COMMENT)).externalId()).isEqualTo("comment:6500:MTgx");
        assertThat(ok.findAll(postRequestedFor(urlPathEqualTo(CHAT)))).isEmpty();
    }

    @Test
    void oneThatIsNotOutIsPublished() {
        ok.stubFor(get(urlPathEqualTo(CHAT))
                .willReturn(okJson("{\"messages\":[%s,%s,%s]}"
                        .formatted(
                                message("mid:C3ec.x", "group:5300", "Другой ответ"),
                                message("mid:C3ec.15ce", "user:77", "Когда дадут воду?"),
                                message("mid:C3ec.r0", "group:5300", TEXT)))));
        ok.stubFor(post(urlPathEqualTo(CHAT)).willReturn(okJson("{\"success\":true}")));
        assertThat(inChats.publish(again(IN_A_CHAT))).isEqualTo(Published.NOWHERE);
        assertThat(ok.findAll(postRequestedFor(urlPathEqualTo(CHAT)))).hasSize(1);

        ok.stubFor(post(urlPathEqualTo("/fb.do"))
                .withRequestBody(containing("addDiscussionComment"))
                .willReturn(okJson("{\"id\":\"MTgy\"}")));
        comments("{\"id\":\"MTgx\",\"author_id\":\"77\",\"text\":\"%s\"}".formatted(TEXT));
        assertThat(underPosts.publish(again(COMMENT)).externalId()).isEqualTo("comment:6500:MTgy");
    }

    @Test
    void aPersonLooksWhereNotAllCanBeSeen() {
        String others = IntStream.range(0, 50)
                .mapToObj(i -> message("mid:C3ec.o" + i, "user:77", "Ещё"))
                .collect(Collectors.joining(","));
        ok.stubFor(get(urlPathEqualTo(CHAT)).willReturn(okJson("{\"messages\":[%s]}".formatted(others))));
        assertThat(refused(inChats, again(IN_A_CHAT)).kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
        ok.stubFor(
                get(urlPathEqualTo(CHAT)).willReturn(jsonResponse("{\"error_code\":10,\"error_msg\":\"why\"}", 200)));
        assertThat(refused(inChats, again(IN_A_CHAT)).kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
        fail(10, 200);
        assertThat(refused(underPosts, again(COMMENT)).kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
    }

    @Test
    void whoCommentsIsWrittenToInPrivateIfHeAllowsIt() {
        ok.stubFor(post(urlPathEqualTo("/graph/me/messages")).willReturn(okJson("{\"success\":[true]}")));
        assertThat(underPosts.publish(reply(COMMENT, ReplyWay.PRIVATE_MESSAGE, false)))
                .isEqualTo(Published.NOWHERE);
        ok.verify(postRequestedFor(urlPathEqualTo("/graph/me/messages"))
                .withRequestBody(equalToJson(
                        "{\"recipient\":{\"user_ids\":[\"user:77\"]},\"message\":{\"text\":\"%s\"}}".formatted(TEXT))));
        ok.stubFor(post(urlPathEqualTo("/graph/me/messages")).willReturn(okJson("{\"success\":[false]}")));
        assertThat(refused(underPosts, reply(COMMENT, ReplyWay.PRIVATE_MESSAGE, false))
                        .kind())
                .isEqualTo(Kind.PRIVATE_MESSAGES_CLOSED);
        assertThat(refused(underPosts, reply(COMMENT, ReplyWay.PRIVATE_MESSAGE, true))
                        .kind())
                .isEqualTo(Kind.OUTCOME_UNKNOWN);
        Place nameless = new Place("ok", "comment:6500:MTcz", null, "GROUP_TOPIC:6500");
        assertThat(refused(underPosts, reply(nameless, ReplyWay.PRIVATE_MESSAGE, false))
                        .kind())
                .isEqualTo(Kind.PRIVATE_MESSAGES_CLOSED);
    }

    private void fail(int code, int status) {
        String error = "{\"error_code\":%d,\"error_msg\":\"why\",\"error_data\":null}".formatted(code);
        ok.stubFor(post(urlPathEqualTo(CHAT)).willReturn(jsonResponse(error, status)));
        ok.stubFor(post(urlPathEqualTo("/fb.do")).willReturn(jsonResponse(error, status)));
    }

    private void comments(String json) {
        ok.stubFor(post(urlPathEqualTo("/fb.do"))
                .withRequestBody(containing("getComments"))
                .willReturn(okJson("{\"comments\":[%s],\"has_more\":false}".formatted(json))));
    }

    private static String message(String mid, String sender, String text) {
        return "{\"sender\":{\"user_id\":\"%s\"},\"message\":{\"mid\":\"%s\",\"text\":\"%s\"},\"timestamp\":1}"
                .formatted(sender, mid, text);
    }

    private static ReplyRefused refused(ReplyPublisher publisher, Reply reply) {
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
