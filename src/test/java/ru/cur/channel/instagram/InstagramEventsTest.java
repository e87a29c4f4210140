package ru.cur.channel.instagram;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.NetworkEvent;
import ru.cur.channel.inbox.NetworkEvent.Nothing;
import ru.cur.channel.inbox.NetworkEvent.Wrote;
import ru.cur.channel.inbox.TestInbox;
import ru.cur.channel.inbox.UnreadableEvent;
import ru.cur.channel.network.NetworkFailure;
import ru.cur.channel.network.TestLines;
import ru.cur.incident.IncomingMessage.Author;
import ru.cur.incident.IncomingMessage.Origin;
import ru.cur.incident.IncomingMessage.Post;

class InstagramEventsTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant WRITTEN = Instant.ofEpochSecond(1732413600);
    private static final String COMMENT = """
            {"time":1732413600,"field":"comments","value":{"id":"17900","from":{"id":"232","username":"anna"},
             "text":"Нет воды","media":{"id":"18000","media_product_type":"FEED"}}}""";
    private static final String ACCOUNT = "/v23.0/" + InstagramTestSettings.ACCOUNT;

    private final WireMockServer instagram = TestLines.network();
    private final TestLines lines = TestLines.fresh();
    private final InstagramEvents events = new InstagramEvents(
            new InstagramApi(InstagramTestSettings.at(instagram.baseUrl()), lines.networks(), lines.troubles()),
            InstagramTestSettings.at(instagram.baseUrl()),
            new ObjectMapper());

    @AfterEach
    void stop() {
        instagram.stop();
    }

    @Test
    void aCommentIsReadWithThePublicationThatItIsAbout() {
        instagram.stubFor(
                get(urlPathEqualTo("/v23.0/18000"))
                        .withHeader("Authorization", equalTo("Bearer account-token"))
                        .withQueryParam("fields", equalTo("permalink,caption"))
                        .willReturn(
                                okJson(
                                        "{\"permalink\":\"https://www.instagram.com/p/1/\",\"caption\":\"Отключат воду\",\"id\":\"18000\"}")));
        Wrote wrote = (Wrote) read(COMMENT);
        assertThat(wrote.message().externalId()).isEqualTo("17900");
        assertThat(wrote.message().author()).isEqualTo(new Author("232", "anna", null));
        assertThat(wrote.message().text()).isEqualTo("Нет воды");
        assertThat(wrote.message().publishedAt()).isEqualTo(WRITTEN);
        assertThat(wrote.message().permalink()).isEqualTo("https://www.instagram.com/p/1/");
        assertThat(wrote.message().origin())
                .isEqualTo(new Origin(
                        "comment:18000:17900", new Post("https://www.instagram.com/p/1/", "Отключат воду"), null));
        assertThat(wrote.message().publishedAt()).isEqualTo(WRITTEN);
        assertThat(wrote.changedAt()).isNull();
        assertThat(wrote.repliesTo()).isEmpty();
    }

    @Test
    void aReplyBelongsToTheTalkThatItsParentHasBegun() {
        Wrote wrote = (Wrote) read(COMMENT.replace("\"text\"", "\"parent_id\":\"17800\",\"text\""));
        assertThat(wrote.message().origin().thread()).isEqualTo("comment:18000:17800");
        assertThat(wrote.repliesTo()).containsExactly("17800");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 500})
    void aPublicationThatIsNotShownDoesNotHoldItsCommentBack(int status) {
        instagram.stubFor(
                get(urlPathEqualTo("/v23.0/18000")).willReturn(aResponse().withStatus(status)));
        Wrote wrote = (Wrote) read(COMMENT);
        assertThat(wrote.message().permalink()).isNull();
        assertThat(wrote.message().text()).isEqualTo("Нет воды");
    }

    @Test
    void aCommentOfABroadcastStandsInIt() {
        Wrote wrote = (Wrote) read(COMMENT.replace("\"comments\"", "\"live_comments\""));
        assertThat(wrote.message().origin().thread()).isEqualTo("live:18000");
    }

    @Test
    void ourOwnCommentsAreNothing() {
        assertThat(read(COMMENT.replace("\"232\"", "\"" + InstagramTestSettings.ACCOUNT + "\"")))
                .isInstanceOf(Nothing.class);
        assertThat(read(COMMENT.replace("\"username\"", "\"self_ig_scoped_id\":\"1\",\"username\"")))
                .isInstanceOf(Nothing.class);
    }

    @Test
    void theWordsOfAMentionAreAskedFor() {
        instagram.stubFor(get(urlPathEqualTo(ACCOUNT))
                .withQueryParam(
                        "fields",
                        equalTo(
                                "mentioned_comment.comment_id(17900){id,text,username,timestamp,media{id,permalink,caption}}"))
                .willReturn(okJson("""
                {"mentioned_comment":{"id":"17900","text":"@gov нет воды","username":"anna","timestamp":"2024-11-24T02:00:01+0000",
                 "media":{"id":"18000","permalink":"https://www.instagram.com/p/2/","caption":"Мой двор"}},"id":"1"}""")));
        Wrote wrote = (Wrote)
                read(
                        "{\"time\":1732413600,\"field\":\"mentions\",\"value\":{\"media_id\":\"18000\",\"comment_id\":\"17900\"}}");
        assertThat(wrote.message().externalId()).isEqualTo("17900");
        assertThat(wrote.message().author()).isEqualTo(new Author(null, "anna", null));
        assertThat(wrote.message().text()).isEqualTo("@gov нет воды");
        assertThat(wrote.message().publishedAt()).isEqualTo(Instant.parse("2024-11-24T02:00:01Z"));
        assertThat(wrote.message().origin())
                .isEqualTo(new Origin("mention:18000", new Post("https://www.instagram.com/p/2/", "Мой двор"), null));
    }

    @Test
    void aPublicationThatMentionsUsIsAMessageItself() {
        instagram.stubFor(get(urlPathEqualTo(ACCOUNT))
                .withQueryParam(
                        "fields", equalTo("mentioned_media.media_id(18000){id,caption,username,timestamp,permalink}"))
                .willReturn(okJson("""
                {"mentioned_media":{"id":"18000","caption":"@gov яма","username":"boris","permalink":"https://www.instagram.com/p/3/"}}""")));
        Wrote wrote = (Wrote) read("{\"time\":1732413600,\"field\":\"mentions\",\"value\":{\"media_id\":\"18000\"}}");
        assertThat(wrote.message().externalId()).isEqualTo("media:18000");
        assertThat(wrote.message().text()).isEqualTo("@gov яма");
        assertThat(wrote.message().permalink()).isEqualTo("https://www.instagram.com/p/3/");
        assertThat(wrote.message().publishedAt()).isEqualTo(WRITTEN);
        assertThat(wrote.message().origin().thread()).isEqualTo("mention:18000");
    }

    @Test
    void aMentionThatIsNotShownIsLeftToAPersonAndASickNetworkIsAskedAgain() {
        String mention = "{\"time\":1,\"field\":\"mentions\",\"value\":{\"media_id\":\"18000\"}}";
        instagram.stubFor(get(urlPathEqualTo(ACCOUNT))
                .willReturn(jsonResponse("{\"error\":{\"code\":100,\"error_subcode\":33,\"message\":\"gone\"}}", 400)));
        assertThatThrownBy(() -> read(mention))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessage("Instagram не показал упоминание: 100/33: gone");
        instagram.stubFor(get(urlPathEqualTo(ACCOUNT)).willReturn(aResponse().withStatus(503)));
        assertThatThrownBy(() -> read(mention)).isInstanceOf(NetworkFailure.class);
    }

    @Test
    void momentsAreReadInSecondsAndInMilliseconds() {
        assertThat(((Wrote) read(COMMENT.replace("1732413600", "1732413600000")))
                        .message()
                        .publishedAt())
                .isEqualTo(WRITTEN);
        assertThat(((Wrote) read(COMMENT.replace("1732413600", "null")))
                        .message()
                        .publishedAt())
                .isEqualTo(RECEIVED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{'field':'comments','value':{'text':'x','media':{'id':'1'}}}",
                "{'field':'comments','value':{'id':'1','text':'x'}}",
                "{'field':'comments','value':{'id':'../1','media':{'id':'1'}}}",
                "{'field':'mentions','value':{'comment_id':'1'}}",
                "{'field':'mentions','value':{'media_id':'1','comment_id':'x'}}"
            })
    void whatCantBeUnderstoodIsLeftToAPerson(String json) {
        assertThatThrownBy(() -> read(json.replace('\'', '"'))).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void whatIsNoneOfOursIsNothing() {
        assertThat(read("{\"field\":\"story_insights\",\"value\":{}}")).isInstanceOf(Nothing.class);
    }

    private NetworkEvent read(String body) {
        List<NetworkEvent> told = events.read(TestInbox.event(Channel.INSTAGRAM, body, RECEIVED));
        assertThat(told).hasSize(1);
        return told.get(0);
    }
}
