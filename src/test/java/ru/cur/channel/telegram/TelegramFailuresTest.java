package ru.cur.channel.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static ru.cur.channel.telegram.TelegramFixture.TOKEN;
import static ru.cur.channel.telegram.TelegramFixture.refusal;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ru.cur.TestDatabase;
import ru.cur.channel.network.NetworkFailure;
import ru.cur.reply.ReplyNotOut;
import ru.cur.reply.ReplyPublisher.Place;
import ru.cur.reply.ReplyPublisher.Reply;
import ru.cur.reply.ReplyRefused;
import ru.cur.reply.ReplyRefused.Kind;
import ru.cur.reply.ReplyWaits;
import ru.cur.reply.ReplyWay;

/** What the publisher makes of refusals and failures. */
class TelegramFailuresTest {
    private static final DataSource DATABASE = TestDatabase.migrated("telegram_failures");
    private static final Place COMMENT = new Place("telegram", "-1001234567890_55", "7", "-1001234567890/50");
    private static TelegramFixture telegram;

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

    private static Reply reply(ReplyWay way, Place place) {
        return new Reply("ПК-2026-000001/1/7", way, place, "Свет дали в 14:10.", List.of(), false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | Bad Request: message to be replied not found                          | MESSAGE_DELETED
            400 | Bad Request: replied message not found                                | MESSAGE_DELETED
            400 | Bad Request: reply message not found                                  | MESSAGE_DELETED
            400 | Bad Request: message thread not found                                 | MESSAGE_DELETED
            400 | Bad Request: TOPIC_DELETED                                            | MESSAGE_DELETED
            400 | Bad Request: TOPIC_CLOSED                                             | COMMENTS_CLOSED
            400 | Bad Request: not enough rights to send text messages to the chat      | COMMENTS_CLOSED
            400 | Bad Request: have no rights to send a message                         | COMMENTS_CLOSED
            400 | Bad Request: CHAT_WRITE_FORBIDDEN                                     | COMMENTS_CLOSED
            403 | Forbidden: bot was kicked from the supergroup chat                    | COMMENTS_CLOSED
            403 | Forbidden: bot is not a member of the supergroup chat                 | COMMENTS_CLOSED
            403 | Forbidden: bot was blocked by the user                                | AUTHOR_BLOCKED
            403 | Forbidden: user is deactivated                                        | AUTHOR_BLOCKED
            403 | Forbidden: bot can't initiate conversation with a user                | PRIVATE_MESSAGES_CLOSED
            400 | Bad Request: message is too long                                      | TEXT_TOO_LONG
            400 | Bad Request: chat not found                                           | NETWORK_REFUSED
            400 | Bad Request: group chat was upgraded to a supergroup chat             | NETWORK_REFUSED
            400 | Bad Request: a sentence that nobody has seen before                   | NETWORK_REFUSED
            """)
    void refusalsAreToldApart(int code, String description, Kind kind) {
        telegram.answerEverything(refusal(code, description));

        ReplyRefused refused =
                catchThrowableOfType(ReplyRefused.class, () -> publisher.publish(reply(ReplyWay.REPLY, COMMENT)));

        assertThat(refused.kind()).isEqualTo(kind);
        assertThat(refused).hasMessageContaining(code + " " + description);
        assertThat(telegram.troubles()).containsExactly(code + " " + description);
    }

    @Test
    void anAuthorWhoHasNeverWrittenToTheBotCantBeFoundByIt() {
        telegram.answerEverything(refusal(400, "Bad Request: chat not found"));

        ReplyRefused refused = catchThrowableOfType(
                ReplyRefused.class, () -> publisher.publish(reply(ReplyWay.PRIVATE_MESSAGE, COMMENT)));

        assertThat(refused.kind()).isEqualTo(Kind.PRIVATE_MESSAGES_CLOSED);
    }

    @Test
    void aPauseThatTelegramAsksForIsKept() {
        telegram.answerEverything(jsonResponse(
                "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 12\",\"parameters\":{\"retry_after\":12}}",
                429));

        assertThatThrownBy(() -> publisher.publish(reply(ReplyWay.REPLY, COMMENT)))
                .isInstanceOf(ReplyWaits.class);
        assertThatThrownBy(() -> publisher.publish(reply(ReplyWay.REPLY, COMMENT)))
                .as("it is not even asked")
                .isInstanceOf(ReplyWaits.class);
        telegram.server.verify(1, postRequestedFor(urlPathMatching("/.*")));
    }

    static Stream<ResponseDefinitionBuilder> brokenAnswers() {
        return Stream.of(
                refusal(500, "Internal Server Error"),
                aResponse()
                        .withStatus(502)
                        .withHeader("Content-Type", "text/html")
                        .withBody("<html>502 Bad Gateway</html>"),
                aResponse().withStatus(200).withBody("{\"ok\":true,\"result\""),
                aResponse()
                        .withStatus(200)
                        .withHeader("Content-Type", "text/html")
                        .withBody("<html>blocked</html>"),
                okJson("{\"ok\":true}"),
                okJson("[]"),
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
    }

    @ParameterizedTest
    @MethodSource("brokenAnswers")
    void whatMayHaveGoneOutIsAFailureThatTellsNoSecret(ResponseDefinitionBuilder answer) {
        telegram.answerEverything(answer);

        Throwable failure = catchThrowable(() -> publisher.publish(reply(ReplyWay.REPLY, COMMENT)));

        assertThat(failure).isInstanceOf(NetworkFailure.class);
        assertThat(told(failure)).doesNotContain(TOKEN, "TheTokenOf");
    }

    static Stream<ResponseDefinitionBuilder> answersOfSomebodyElse() {
        return Stream.of(
                refusal(401, "Unauthorized"),
                refusal(404, "Not Found"),
                aResponse()
                        .withStatus(451)
                        .withHeader("Content-Type", "text/html")
                        .withBody("<html>451 forbidden in your country</html>"),
                aResponse()
                        .withStatus(407)
                        .withHeader("Content-Type", "text/html")
                        .withBody("<html>proxy authentication required</html>"));
    }

    @ParameterizedTest
    @MethodSource("answersOfSomebodyElse")
    void whatHasCertainlyNotGoneOutWaits(ResponseDefinitionBuilder answer) {
        telegram.answerEverything(answer);

        Throwable failure = catchThrowable(() -> publisher.publish(reply(ReplyWay.REPLY, COMMENT)));

        assertThat(failure).isInstanceOf(ReplyNotOut.class);
        assertThat(told(failure)).doesNotContain("TheTokenOf");
    }

    @Test
    void aServerThatIsNotThereHasNothingOfIt() {
        TelegramFixture away = new TelegramFixture(DATABASE);
        TelegramReplyPublisher lonely = new TelegramReplyPublisher(away.api(), away.lines.troubles());
        away.server.stop();

        Throwable failure = catchThrowable(() -> lonely.publish(reply(ReplyWay.REPLY, COMMENT)));

        assertThat(failure).isInstanceOf(ReplyNotOut.class);
        assertThat(told(failure)).doesNotContain("TheTokenOf");
    }

    private static String told(Throwable failure) {
        StringWriter all = new StringWriter();
        failure.printStackTrace(new PrintWriter(all));
        return all.toString();
    }
}
