package ru.cur.channel.max;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
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
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.ByteArrayInputStream;
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
import ru.cur.reply.ReplyFile;
import ru.cur.reply.ReplyNotOut;
import ru.cur.reply.ReplyPublisher.Place;
import ru.cur.reply.ReplyPublisher.Published;
import ru.cur.reply.ReplyPublisher.Reply;
import ru.cur.reply.ReplyRefused;
import ru.cur.reply.ReplyWaits;
import ru.cur.reply.ReplyWay;

class MaxReplyPublisherTest {
    private static final String TEXT = "Здравствуйте, Анна! Люк закроют сегодня.";
    private static final Place IN_A_DIALOG = new Place("max", "mid.a1", "77", "dialog:501");
    private static final Place IN_A_GROUP = new Place("max", "mid.a2", "77", "chat:-5");
    private static final Place COMMENT = new Place("max", "mid.c1", "77", "post:mid.p1");
    private static final String SENT =
            "{\"message\":{\"timestamp\":1,\"url\":\"https://max.ru/c/-5/r1\",\"body\":{\"mid\":\"mid.r1\",\"seq\":3}}}";
    private static final String PICTURE = "{\"photos\":{\"k\":{\"token\":\"photo-token\"}}}";

    private final WireMockServer max = TestLines.network();
    private final TestLines lines = TestLines.fresh();
    private final MaxReplyPublisher publisher =
            new MaxReplyPublisher(new MaxApi(MaxTestSettings.at(max.baseUrl()), lines.networks(), lines.troubles()));

    @AfterEach
    void stop() {
        max.stop();
    }

    @Test
    void onlyMessagesOfItsOwnAreServed() {
        assertThat(List.of(IN_A_DIALOG, IN_A_GROUP, COMMENT)).allMatch(publisher::serves);
        assertThat(List.of(
                        new Place("max", "mid.a1", "77", null),
                        new Place("max", "снимок 12", "77", "chat:-5"),
                        new Place("max", "mid.a1", "77", "канал ЦУР"),
                        new Place("vk", "mid.a1", "77", "chat:-5")))
                .noneMatch(publisher::serves);
    }

    @Test
    void aReplyNamesTheMessageThatItAnswers() {
        max.stubFor(post(urlPathEqualTo("/messages")).willReturn(okJson(SENT)));
        assertThat(publisher.publish(reply(IN_A_GROUP))).isEqualTo(new Published("mid.r1", "https://max.ru/c/-5/r1"));
        max.verify(postRequestedFor(urlEqualTo("/messages?chat_id=-5"))
                .withHeader("Authorization", equalTo("bot-token"))
                .withRequestBody(equalToJson("""
                {"text":"%s","notify":true,"link":{"type":"reply","mid":"mid.a2"}}""".formatted(TEXT))));
    }

    @Test
    void aCommentIsAnsweredUnderItsPostByATextAlone() {
        max.stubFor(post(urlPathEqualTo("/messages/mid.p1/comments")).willReturn(okJson(SENT)));
        assertThat(publisher
                        .publish(reply(COMMENT, ReplyWay.REPLY, false, List.of(picture())))
                        .externalId())
                .isEqualTo("mid.r1");
        max.verify(postRequestedFor(urlEqualTo("/messages/mid.p1/comments"))
                .withRequestBody(equalToJson(
                        "{\"text\":\"%s\",\"link\":{\"type\":\"reply\",\"mid\":\"mid.c1\"}}".formatted(TEXT))));
        assertThat(max.findAll(postRequestedFor(urlPathEqualTo("/uploads")))).isEmpty();
    }

    @Test
    void picturesAreUploadedFirstAndTheTokenStaysAtHome() {
        pictureIsTaken();
        max.stubFor(post(urlPathEqualTo("/messages")).willReturn(okJson(SENT)));
        publisher.publish(reply(IN_A_DIALOG, ReplyWay.REPLY, false, List.of(picture(), document())));
        max.verify(
                1,
                postRequestedFor(urlEqualTo("/cdn/here?sig=1"))
                        .withHeader("Authorization", absent())
                        .withRequestBodyPart(aMultipart("data")
                                .withBody(binaryEqualTo(new byte[] {1, 2, 3}))
                                .build()));
        max.verify(postRequestedFor(urlEqualTo("/messages?chat_id=501"))
                .withRequestBody(equalToJson("""
                {"text":"%s","notify":true,"link":{"type":"reply","mid":"mid.a1"},
                 "attachments":[{"type":"image","payload":%s}]}""".formatted(TEXT, PICTURE))));
    }

    @Test
    void aPictureThatIsNotReadyIsWaitedFor() {
        pictureIsTaken();
        max.stubFor(post(urlPathEqualTo("/messages"))
                .inScenario("ready")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(jsonResponse("{\"code\":\"attachment.not.ready\",\"message\":\"wait\"}", 400))
                .willSetStateTo("now"));
        max.stubFor(post(urlPathEqualTo("/messages"))
                .inScenario("ready")
                .whenScenarioStateIs("now")
                .willReturn(okJson(SENT)));
        assertThat(publisher
                        .publish(reply(IN_A_DIALOG, ReplyWay.REPLY, false, List.of(picture())))
                        .externalId())
                .isEqualTo("mid.r1");
        assertThat(max.findAll(postRequestedFor(urlPathEqualTo("/uploads")))).hasSize(1);
    }

    @Test
    void anAnswerWhosePicturesDidNotArriveIsCertainlyNotOut() {
        max.stubFor(post(urlPathEqualTo("/uploads")).willReturn(okJson("{}")));
        assertThatThrownBy(() -> publisher.publish(reply(IN_A_DIALOG, ReplyWay.REPLY, false, List.of(picture()))))
                .isInstanceOf(ReplyNotOut.class);
        max.stubFor(post(urlPathEqualTo("/uploads")).willReturn(aResponse().withStatus(500)));
        assertThatThrownBy(() -> publisher.publish(reply(IN_A_DIALOG, ReplyWay.REPLY, false, List.of(picture()))))
                .isInstanceOf(ReplyNotOut.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400, proto.payload, NETWORK_REFUSED, NETWORK_REFUSED, NETWORK_REFUSED",
        "403, chat.denied, AUTHOR_BLOCKED, NETWORK_REFUSED, COMMENTS_CLOSED",
        "404, not.found, MESSAGE_DELETED, MESSAGE_DELETED, MESSAGE_DELETED",
        "405, method.not.allowed, NETWORK_REFUSED, NETWORK_REFUSED, NETWORK_REFUSED",
        "422, comments.timeout_exceeded, NETWORK_REFUSED, NETWORK_REFUSED, NETWORK_REFUSED"
    })
    void whatMaxRefusesForGoodIsToldApart(
            int status, String code, ReplyRefused.Kind dialog, ReplyRefused.Kind group, ReplyRefused.Kind comment) {
        max.stubFor(post(urlPathEqualTo("/messages")).willReturn(refusal(status, code)));
        max.stubFor(post(urlPathEqualTo("/messages/mid.p1/comments")).willReturn(refusal(status, code)));
        assertThat(refused(reply(IN_A_DIALOG)).kind()).isEqualTo(dialog);
        assertThat(refused(reply(IN_A_GROUP)).kind()).isEqualTo(group);
        assertThat(refused(reply(COMMENT)))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(comment))
                .hasMessageContaining("%d %s: why".formatted(status, code));
    }

    @Test
    void aTextThatIsTooLongIsCalledSo() {
        max.stubFor(post(urlPathEqualTo("/messages")).willReturn(refusal(400, "proto.payload")));
        Reply tooLong = new Reply("key", ReplyWay.REPLY, IN_A_DIALOG, "я".repeat(4001), List.of(), false);
        assertThat(refused(tooLong).kind()).isEqualTo(ReplyRefused.Kind.TEXT_TOO_LONG);
    }

    @Test
    void answersWaitForANewTokenAndThePageSaysSo() {
        max.stubFor(post(urlPathEqualTo("/messages")).willReturn(refusal(401, "verify.token")));
        assertThatThrownBy(() -> publisher.publish(reply(IN_A_DIALOG)))
                .isInstanceOf(ReplyWaits.class)
                .hasMessage("MAX не принимает ключ бота");
        assertThat(lines.troublesSeen()).containsExactly("REFUSED 401 verify.token: why");
    }

    @Test
    void maxIsLeftAloneForAsLongAsItAsks() {
        max.stubFor(post(urlPathEqualTo("/messages"))
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "60")));
        assertThatThrownBy(() -> publisher.publish(reply(IN_A_DIALOG))).isInstanceOf(ReplyWaits.class);
        assertThatThrownBy(() -> publisher.publish(reply(IN_A_GROUP))).isInstanceOf(ReplyWaits.class);
        assertThat(max.findAll(postRequestedFor(urlPathEqualTo("/messages")))).hasSize(1);
        assertThat(lines.troublesSeen()).containsExactly("PAUSED HTTP 429");
    }

    @Test
    void messagesKeepTheDistancesThatMaxAsksFor() {
        max.stubFor(post(urlPathEqualTo("/messages")).willReturn(okJson(SENT)));
        publisher.publish(reply(IN_A_GROUP));
        assertThat(lines.jdbc()
                        .sql("select lane from channel_pace")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("max all", "max chat:-5");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void whetherMaxHasItIsUnknownWhenItIsSick(int status) {
        max.stubFor(post(urlPathEqualTo("/messages")).willReturn(aResponse().withStatus(status)));
        assertThatThrownBy(() -> publisher.publish(reply(IN_A_DIALOG))).isInstanceOf(NetworkFailure.class);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void norIsItKnownWhenTheLineBreaks(Fault fault) {
        max.stubFor(post(urlPathEqualTo("/messages")).willReturn(aResponse().withFault(fault)));
        assertThatThrownBy(() -> publisher.publish(reply(IN_A_DIALOG)))
                .isInstanceOf(NetworkFailure.class)
                .satisfies(failure -> assertThat(everything(failure)).doesNotContain("bot-token"));
    }

    @Test
    void norWhenTheAnswerCantBeRead() {
        max.stubFor(post(urlPathEqualTo("/messages"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"mess")));
        assertThatThrownBy(() -> publisher.publish(reply(IN_A_DIALOG))).isInstanceOf(NetworkFailure.class);
        max.stubFor(post(urlPathEqualTo("/messages"))
                .willReturn(aResponse().withHeader("Content-Type", "text/html").withBody("<html>")));
        assertThatThrownBy(() -> publisher.publish(reply(IN_A_DIALOG))).isInstanceOf(NetworkFailure.class);
    }

    @Test
    void whatNeverLeftTheHouseIsNotOut() {
        max.stop();
        assertThatThrownBy(() -> publisher.publish(reply(IN_A_DIALOG))).isInstanceOf(ReplyNotOut.class);
    }

    @Test
    void anAnswerThatIsOutIsNotPublishedAgain() {
        max.stubFor(get(urlEqualTo("/messages?chat_id=-5&count=100"))
                .willReturn(okJson("{\"messages\":[%s,%s,%s]}"
                        .formatted(
                                message("mid.r8", "mid.a2", "Где это?"),
                                message("mid.r9", "mid.a2", TEXT.replace(" ", "  ") + "\\n"),
                                message("mid.a2", "", "Нет люка")))));
        assertThat(publisher.publish(again(IN_A_GROUP)).externalId()).isEqualTo("mid.r9");
        assertThat(max.findAll(postRequestedFor(urlPathEqualTo("/messages")))).isEmpty();
    }

    @Test
    void oneThatIsNotOutIsPublished() {
        max.stubFor(get(urlPathEqualTo("/messages"))
                .willReturn(okJson("{\"messages\":[%s,%s]}"
                        .formatted(message("mid.x", "mid.other", TEXT), message("mid.a2", "", "Нет люка")))));
        max.stubFor(post(urlPathEqualTo("/messages")).willReturn(okJson(SENT)));
        assertThat(publisher.publish(again(IN_A_GROUP)).externalId()).isEqualTo("mid.r1");
    }

    @Test
    void aPersonLooksWhereTooMuchHasBeenWrittenSince() {
        String others = IntStream.range(0, 100)
                .mapToObj(i -> message("mid.o" + i, "", "Другое"))
                .collect(Collectors.joining(","));
        max.stubFor(get(urlPathEqualTo("/messages")).willReturn(okJson("{\"messages\":[%s]}".formatted(others))));
        max.stubFor(get(urlPathEqualTo("/messages/mid.p1/comments"))
                .willReturn(okJson("{\"messages\":[%s]}".formatted(others))));
        assertThat(refused(again(IN_A_GROUP)).kind()).isEqualTo(ReplyRefused.Kind.OUTCOME_UNKNOWN);
        assertThat(refused(again(COMMENT)).kind()).isEqualTo(ReplyRefused.Kind.OUTCOME_UNKNOWN);
        String withTheQuestion =
                others.substring(0, others.lastIndexOf(",{\"link\"")) + ',' + message("mid.a2", "", "Нет люка");
        max.stubFor(
                get(urlPathEqualTo("/messages")).willReturn(okJson("{\"messages\":[%s]}".formatted(withTheQuestion))));
        max.stubFor(post(urlPathEqualTo("/messages")).willReturn(okJson(SENT)));
        assertThat(publisher.publish(again(IN_A_GROUP)).externalId()).isEqualTo("mid.r1");
    }

    @Test
    void aPrivateMessageGoesToThePerson() {
        max.stubFor(post(urlEqualTo("/messages?user_id=77")).willReturn(okJson(SENT)));
        assertThat(publisher
                        .publish(reply(COMMENT, ReplyWay.PRIVATE_MESSAGE, false, List.of()))
                        .externalId())
                .isEqualTo("mid.r1");
        max.verify(postRequestedFor(urlEqualTo("/messages?user_id=77"))
                .withRequestBody(equalToJson("{\"text\":\"%s\",\"notify\":true}".formatted(TEXT))));
        assertThat(refused(reply(COMMENT, ReplyWay.PRIVATE_MESSAGE, true, List.of()))
                        .kind())
                .isEqualTo(ReplyRefused.Kind.OUTCOME_UNKNOWN);
    }

    @Test
    void whoHasNoDialogWithTheBotTakesNoPrivateMessage() {
        max.stubFor(post(urlPathEqualTo("/messages")).willReturn(refusal(403, "chat.denied")));
        assertThat(refused(reply(COMMENT, ReplyWay.PRIVATE_MESSAGE, false, List.of()))
                        .kind())
                .isEqualTo(ReplyRefused.Kind.PRIVATE_MESSAGES_CLOSED);
        Place unknown = new Place("max", "mid.c1", null, "post:mid.p1");
        assertThat(refused(reply(unknown, ReplyWay.PRIVATE_MESSAGE, false, List.of()))
                        .kind())
                .isEqualTo(ReplyRefused.Kind.PRIVATE_MESSAGES_CLOSED);
    }

    private void pictureIsTaken() {
        max.stubFor(post(urlEqualTo("/uploads?type=image"))
                .willReturn(okJson("{\"url\":\"%s/cdn/here?sig=1\"}".formatted(max.baseUrl()))));
        max.stubFor(post(urlEqualTo("/cdn/here?sig=1")).willReturn(okJson(PICTURE)));
    }

    private ReplyRefused refused(Reply reply) {
        Throwable thrown = catchThrowable(() -> publisher.publish(reply));
        assertThat(thrown).isInstanceOf(ReplyRefused.class);
        return (ReplyRefused) thrown;
    }

    private static String everything(Throwable failure) {
        return failure + (failure.getCause() == null ? "" : everything(failure.getCause()));
    }

    private static String message(String mid, String answers, String text) {
        return "{\"link\":{\"type\":\"reply\",\"message\":{\"mid\":\"%s\"}},\"body\":{\"mid\":\"%s\",\"text\":\"%s\"}}"
                .formatted(answers, mid, text);
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder refusal(int status, String code) {
        return jsonResponse("{\"code\":\"%s\",\"message\":\"why\"}".formatted(code), status);
    }

    private static ReplyFile picture() {
        return new ReplyFile("после.jpg", "image/jpeg", () -> new ByteArrayInputStream(new byte[] {1, 2, 3}));
    }

    private static ReplyFile document() {
        return new ReplyFile("акт.pdf", "application/pdf", () -> new ByteArrayInputStream(new byte[] {4}));
    }

    private static Reply reply(Place place) {
        return reply(place, ReplyWay.REPLY, false, List.of());
    }

    private static Reply again(Place place) {
        return reply(place, ReplyWay.REPLY, true, List.of());
    }

    private static Reply reply(Place place, ReplyWay way, boolean mayBeOut, List<ReplyFile> files) {
        return new Reply("ПК-2026-000001/1/1", way, place, TEXT, files, mayBeOut);
    }
}
