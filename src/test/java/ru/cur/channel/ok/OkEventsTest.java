package ru.cur.channel.ok;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
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
import ru.cur.channel.network.TestLines;
import ru.cur.incident.IncomingMessage.Author;
import ru.cur.incident.IncomingMessage.Media;
import ru.cur.incident.IncomingMessage.Origin;
import ru.cur.incident.IncomingMessage.Post;

class OkEventsTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-23T00:00:00Z");
    private static final String MESSAGE = """
            {"sender":{"user_id":"user:123456789012","name":"Анна К."},"recipient":{"chat_id":"chat:C3ecb9d02a600"},
             "message":{"text":"Нет света","seq":98211023614189660,"mid":"mid:C3ecb9d02a600.15cea67d78d2059"},"timestamp":1498581292941}""";
    private static final String COMMENT = """
            {"discussion":"GROUP_TOPIC:6500","title":"Сегодня отключат воду","permalink":"https://ok.ru/group/5300/topic/6500",
             "comment":{"id":"MTcz","author_id":"123456789012","author_name":"Анна К.","text":"А когда дадут?",
              "date_ms":1498581292941,"reply_to_comment_id":"MTcy"}}""";

    private final WireMockServer ok = TestLines.network();
    private final TestLines lines = TestLines.fresh();
    private final OkEvents events = new OkEvents(
            new OkNames(new OkChats(
                    new OkLine(OkTestSettings.at(ok.baseUrl()), lines.networks(), lines.troubles()),
                    OkTestSettings.at(ok.baseUrl()))),
            new ObjectMapper());

    @AfterEach
    void stop() {
        ok.stop();
    }

    @Test
    void aMessageToTheGroupIsReadWithAllThatItTells() {
        Wrote wrote = (Wrote) read(MESSAGE);
        assertThat(wrote.message().externalId()).isEqualTo("mid:C3ecb9d02a600.15cea67d78d2059");
        assertThat(wrote.message().author()).isEqualTo(new Author("123456789012", "Анна К.", null));
        assertThat(wrote.message().text()).isEqualTo("Нет света");
        assertThat(wrote.message().publishedAt()).isEqualTo(Instant.ofEpochMilli(1498581292941L));
        assertThat(wrote.message().origin()).isEqualTo(new Origin("chat:C3ecb9d02a600", null, null));
        assertThat(wrote.changedAt()).isNull();
        assertThat(wrote.repliesTo()).isEmpty();
    }

    @Test
    void aNameThatTheCallDoesNotTellIsAskedFor() {
        String nameless = MESSAGE.replace(",\"name\":\"Анна К.\"", "");
        ok.stubFor(get(urlPathEqualTo("/graph/me/messages/chat:C3ecb9d02a600"))
                .willReturn(okJson("{\"messages\":[{\"sender\":{\"user_id\":\"group:1\",\"name\":\"ЦУР\"}},"
                        + "{\"sender\":{\"user_id\":\"user:123456789012\",\"name\":\"Анна Кравец\"}}]}")));
        assertThat(((Wrote) read(nameless)).message().author().name()).isEqualTo("Анна Кравец");
        ok.stop();
        assertThat(((Wrote) read(nameless)).message().author().name())
                .isEqualTo("Пользователь Одноклассников 123456789012");
    }

    @Test
    void whatIsAttachedIsLinked() {
        Wrote wrote = (Wrote)
                read(
                        MESSAGE.replace(
                                "\"seq\"",
                                "\"reply_to\":\"mid:C3.1\",\"attachments\":[{\"type\":\"IMAGE\",\"payload\":{\"url\":\"https://i.mycdn.example/1\"}},"
                                        + "{\"type\":\"SHARE\",\"payload\":{\"url\":\"javascript:alert(1)\"}},{\"type\":\"LOCATION\"}],\"seq\""));
        assertThat(wrote.message().media()).containsExactly(new Media("https://i.mycdn.example/1", "Фото"));
        assertThat(wrote.repliesTo()).containsExactly("mid:C3.1");
    }

    @Test
    void anEditCountsFromItsArrivalAsItNamesNoMoment() {
        Wrote wrote = (Wrote) read(MESSAGE.replaceFirst("\\{", "{\"webhookType\":\"MESSAGE_EDITED\","));
        assertThat(wrote.changedAt()).isEqualTo(RECEIVED);
    }

    @Test
    void aCommentStandsUnderItsPost() {
        Wrote wrote = (Wrote) read(COMMENT);
        assertThat(wrote.message().externalId()).isEqualTo("comment:6500:MTcz");
        assertThat(wrote.message().author()).isEqualTo(new Author("123456789012", "Анна К.", null));
        assertThat(wrote.message().permalink()).isEqualTo("https://ok.ru/group/5300/topic/6500");
        assertThat(wrote.message().publishedAt()).isEqualTo(Instant.ofEpochMilli(1498581292941L));
        assertThat(wrote.message().origin())
                .isEqualTo(new Origin(
                        "GROUP_TOPIC:6500",
                        new Post("https://ok.ru/group/5300/topic/6500", "Сегодня отключат воду"),
                        null));
        assertThat(wrote.repliesTo()).containsExactly("comment:6500:MTcy");
        assertThat(wrote.changedAt()).isEqualTo(RECEIVED);
    }

    @Test
    void aDateIsReadInMoscow() {
        Wrote wrote = (Wrote) read(COMMENT.replace("\"date_ms\":1498581292941", "\"date\":\"2026-11-23 12:30:00\""));
        assertThat(wrote.message().publishedAt()).isEqualTo(Instant.parse("2026-11-23T09:30:00Z"));
        Wrote undated = (Wrote) read(COMMENT.replace("\"date_ms\":1498581292941", "\"date\":\"вчера\""));
        assertThat(undated.message().publishedAt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'webhookType':'CHAT_SYSTEM','recipient':{'chat_id':'chat:C3'},'timestamp':5}",
                "{'sender':{'user_id':'group:5300'},'recipient':{'chat_id':'chat:C3'},'message':{'mid':'mid:1','text':'x'},'timestamp':5}"
            })
    void whatIsNoMessageOfAPersonIsNothing(String json) {
        assertThat(read(json.replace('\'', '"'))).isInstanceOf(Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{'sender':{'user_id':'user:1'},'recipient':{'chat_id':'chat:C3'},'message':{'mid':'mid:1','text':'x'}}",
                "{'discussion':'USER_STATUS:1','comment':{'id':'1'}}"
            })
    void whatCantBeUnderstoodIsLeftToAPerson(String json) {
        assertThatThrownBy(() -> read(json.replace('\'', '"'))).isInstanceOf(UnreadableEvent.class);
    }

    private NetworkEvent read(String body) {
        List<NetworkEvent> told = events.read(TestInbox.event(Channel.OK, body, RECEIVED));
        assertThat(told).hasSize(1);
        return told.get(0);
    }
}
