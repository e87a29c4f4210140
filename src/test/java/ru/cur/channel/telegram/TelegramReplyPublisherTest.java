package ru.cur.channel.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static ru.cur.channel.telegram.TelegramFixture.TOKEN;
import static ru.cur.channel.telegram.TelegramFixture.method;
import static ru.cur.channel.telegram.TelegramFixture.ok;

import com.github.tomakehurst.wiremock.http.Fault;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.cur.TestDatabase;
import ru.cur.reply.ReplyFile;
import ru.cur.reply.ReplyPublisher.Place;
import ru.cur.reply.ReplyPublisher.Published;
import ru.cur.reply.ReplyPublisher.Reply;
import ru.cur.reply.ReplyRefused;
import ru.cur.reply.ReplyRefused.Kind;
import ru.cur.reply.ReplyWay;

class TelegramReplyPublisherTest {
    private static final DataSource DATABASE = TestDatabase.migrated("telegram_replies");
    private static TelegramFixture telegram;
    private static final Place COMMENT = new Place("telegram", "-1001234567890_55", "7", "-1001234567890/50");
    private static final String SENT =
            "{\"message_id\":90,\"date\":1732413700,\"chat\":{\"id\":-1001234567890,\"type\":\"supergroup\",\"username\":\"primorye_chat\"}}";

    /** Where one may write more often. */
    private static final Place DIRECT = new Place("telegram", "7_55", "7", "7/0");

    private static final String SENT_DIRECTLY = "{\"message_id\":90,\"chat\":{\"id\":7,\"type\":\"private\"}}";

    private final TelegramReplyPublisher publisher =
            new TelegramReplyPublisher(telegram.api(), telegram.lines.troubles());

    @BeforeAll
    static void start() {
        telegram = new TelegramFixture(DATABASE);
    }

    @BeforeEach
    void forget() {
        telegram.forget();
    }

    @AfterAll
    static void stop() {
        telegram.server.stop();
    }

    private static Reply reply(ReplyWay way, Place place, ReplyFile... files) {
        return new Reply("ПК-2026-000001/1/7", way, place, "Свет дали в 14:10.", List.of(files), false);
    }

    private static ReplyFile picture(String name, String type) {
        return new ReplyFile(name, type, () -> new ByteArrayInputStream(new byte[] {1, 2, 3}));
    }

    @Test
    void anAnswerStandsUnderTheCommentAndOnlyThere() {
        telegram.server.stubFor(method("sendMessage").willReturn(ok(SENT)));

        Published published = publisher.publish(reply(ReplyWay.REPLY, COMMENT));

        assertThat(published).isEqualTo(new Published("-1001234567890_90", "https://t.me/primorye_chat/90"));
        telegram.server.verify(
                1, postRequestedFor(urlEqualTo("/bot" + TOKEN + "/sendMessage")).withRequestBody(equalToJson("""
                        {"chat_id": -1001234567890, "text": "Свет дали в 14:10.",
                         "reply_parameters": {"message_id": 55, "allow_sending_without_reply": false}}
                        """)));
    }

    @Test
    void anAlbumIsAnsweredUnderThePictureThatCameFirst() {
        telegram.server.stubFor(method("sendMessage").willReturn(ok(SENT)));
        Place album = new Place("telegram", "-1001234567890_a1377", "7", "-1001234567890/50/60");

        publisher.publish(reply(ReplyWay.REPLY, album));

        telegram.server.verify(postRequestedFor(urlEqualTo("/bot" + TOKEN + "/sendMessage"))
                .withRequestBody(containing("\"message_id\":60")));
    }

    @Test
    void anAuthorIsToldInPrivate() {
        telegram.server.stubFor(
                method("sendMessage").willReturn(ok("{\"message_id\":3,\"chat\":{\"id\":7,\"type\":\"private\"}}")));

        Published published = publisher.publish(reply(ReplyWay.PRIVATE_MESSAGE, COMMENT));

        assertThat(published).isEqualTo(new Published("7_3", null));
        telegram.server.verify(postRequestedFor(urlEqualTo("/bot" + TOKEN + "/sendMessage"))
                .withRequestBody(equalToJson("{\"chat_id\": 7, \"text\": \"Свет дали в 14:10.\"}")));
    }

    @Test
    void whoWroteInTheNameOfAChannelHasNoPrivateMessages() {
        Place channel = new Place("telegram", "-1001234567890_55", "-1009", "-1001234567890/50");

        assertThatThrownBy(() -> publisher.publish(reply(ReplyWay.PRIVATE_MESSAGE, channel)))
                .isInstanceOfSatisfying(ReplyRefused.class, refused -> assertThat(refused.kind())
                        .isEqualTo(Kind.PRIVATE_MESSAGES_CLOSED));
    }

    @Test
    void picturesFollowTheWords() {
        telegram.server.stubFor(method("sendMessage").willReturn(ok(SENT_DIRECTLY)));
        telegram.server.stubFor(method("sendPhoto").willReturn(ok(SENT_DIRECTLY)));

        publisher.publish(reply(ReplyWay.REPLY, DIRECT, picture("photo-1.jpg", "image/jpeg")));

        telegram.server.verify(postRequestedFor(urlEqualTo("/bot" + TOKEN + "/sendPhoto"))
                .withRequestBodyPart(
                        aMultipart("chat_id").withBody(containing("7")).build())
                .withRequestBodyPart(aMultipart("reply_parameters")
                        .withBody(containing("\"message_id\":90"))
                        .build())
                .withRequestBodyPart(aMultipart("photo")
                        .withFileName("photo-1.jpg")
                        .withBody(binaryEqualTo(new byte[] {1, 2, 3}))
                        .build()));
    }

    @ParameterizedTest
    @CsvSource({
        "2, image/jpeg, sendMediaGroup, photo, 1",
        "12, image/png, sendMediaGroup, photo, 2",
        "2, image/gif, sendMediaGroup, document, 1",
        "1, image/gif, sendDocument, document, 1"
    })
    void manyPicturesAreAlbumsOfOneKind(int count, String type, String called, String kind, int calls) {
        telegram.server.stubFor(method("sendMessage").willReturn(ok(SENT_DIRECTLY)));
        telegram.server.stubFor(method(called).willReturn(ok("[]")));
        ReplyFile[] files = Collections.nCopies(count, picture("p", type)).toArray(ReplyFile[]::new);

        publisher.publish(reply(ReplyWay.REPLY, DIRECT, files));

        telegram.server.verify(
                calls,
                postRequestedFor(urlEqualTo("/bot" + TOKEN + "/" + called)).withRequestBody(containing(kind)));
        assertThat(telegram.troubles()).isEmpty();
    }

    @Test
    void wordsThatAreOutAreNotTakenBackForAPicture() {
        telegram.server.stubFor(method("sendMessage").willReturn(ok(SENT_DIRECTLY)));
        telegram.server.stubFor(method("sendPhoto").willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        Published published = publisher.publish(reply(ReplyWay.REPLY, DIRECT, picture("p.jpg", "image/jpeg")));

        assertThat(published.externalId()).isEqualTo("7_90");
        assertThat(telegram.troubles())
                .as("the breaker has not heard of it")
                .singleElement()
                .asString()
                .contains("Изображения к ответу ПК-2026-000001/1/7");
    }

    @Test
    void anAttemptThatBrokeOffIsForAPersonToLookAt() {
        Reply again = new Reply("key", ReplyWay.REPLY, COMMENT, "Свет дали.", List.of(), true);

        ReplyRefused refused = catchThrowableOfType(ReplyRefused.class, () -> publisher.publish(again));

        assertThat(refused.kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
        telegram.server.verify(0, postRequestedFor(urlPathMatching("/.*")));
    }

    @ParameterizedTest
    @CsvSource({
        "telegram, -1001_55, true",
        "telegram, 7_3, true",
        "telegram, -1001_a1377, false",
        "telegram, wall-1_981, false",
        "telegram, 55, false",
        "telegram, -1001_99999999999999999999, false",
        "vk, -1001_55, false"
    })
    void onlyMessagesThatItHasBroughtAreServed(String channel, String externalId, boolean served) {
        assertThat(publisher.serves(new Place(channel, externalId, "7", null))).isEqualTo(served);
    }

    @Test
    void aGroupIsWrittenToTwentyTimesAMinuteAndAPersonOnceASecond() {
        assertThat(TelegramPlace.laneOf(-1001).distance().toSeconds()).isEqualTo(3);
        assertThat(TelegramPlace.laneOf(7).distance().toSeconds()).isEqualTo(1);
    }
}
