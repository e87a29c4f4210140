package ru.cur.channel.max;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.NetworkEvent;
import ru.cur.channel.inbox.NetworkEvent.Deleted;
import ru.cur.channel.inbox.NetworkEvent.Nothing;
import ru.cur.channel.inbox.NetworkEvent.Posted;
import ru.cur.channel.inbox.NetworkEvent.Wrote;
import ru.cur.channel.inbox.TestInbox;
import ru.cur.channel.inbox.UnreadableEvent;
import ru.cur.incident.IncomingMessage.Author;
import ru.cur.incident.IncomingMessage.Media;
import ru.cur.incident.IncomingMessage.Origin;
import ru.cur.incident.IncomingMessage.Place;

class MaxEventsTest {
    private static final Instant WRITTEN = Instant.ofEpochMilli(1732413600123L);
    private static final Instant EDITED = Instant.ofEpochMilli(1732413700456L);
    private static final String IN_A_DIALOG = """
            {"update_type":"message_created","timestamp":1732413600123,"user_locale":"ru","message":{
             "sender":{"user_id":77,"first_name":"Анна","last_name":"К.","is_bot":false},
             "recipient":{"chat_id":501,"chat_type":"dialog","user_id":9},"timestamp":1732413600123,
             "body":{"mid":"mid.a1","seq":1,"text":"На Октябрьской, 16 нет люка!"}}}""";
    private static final String COMMENT = """
            {"update_type":"comment_created","timestamp":1732413600123,"message":{
             "sender":{"user_id":77,"first_name":"Анна","is_bot":false},
             "recipient":{"chat_id":42,"chat_type":"channel","post_id":"mid.p1"},"timestamp":1732413600123,
             "link":{"type":"reply","message":{"mid":"mid.c0","seq":1,"text":"А у нас тоже"}},
             "body":{"mid":"mid.c1","seq":2,"text":"И у нас"}}}""";

    private final MaxEvents events = new MaxEvents(new ObjectMapper());

    @Test
    void aMessageOfADialogIsReadWithAllThatItTells() {
        Wrote wrote = (Wrote) read(IN_A_DIALOG);
        assertThat(wrote.message().channel()).isEqualTo("max");
        assertThat(wrote.message().externalId()).isEqualTo("mid.a1");
        assertThat(wrote.message().author()).isEqualTo(new Author("77", "Анна К.", null));
        assertThat(wrote.message().text()).isEqualTo("На Октябрьской, 16 нет люка!");
        assertThat(wrote.message().publishedAt()).isEqualTo(WRITTEN);
        assertThat(wrote.message().permalink()).isNull();
        assertThat(wrote.message().origin()).isEqualTo(new Origin("dialog:501", null, null));
        assertThat(wrote.changedAt()).isNull();
        assertThat(wrote.repliesTo()).isEmpty();
        assertThat(wrote.postId()).isNull();
    }

    @Test
    void aMessageOfAGroupIsReadWithItsAddressItsPlaceAndWhatIsAttached() {
        Wrote wrote = (Wrote) read("""
                {"update_type":"message_created","timestamp":1732413600123,"message":{
                 "sender":{"user_id":77,"name":"Анна","is_bot":false},"url":"https://max.ru/c/-5/a2",
                 "recipient":{"chat_id":-5,"chat_type":"chat"},"timestamp":1732413600123,
                 "link":{"type":"reply","message":{"mid":"mid.bot1","text":"Где это?"}},
                 "body":{"mid":"mid.a2","text":"Вот здесь","attachments":[
                  {"type":"image","payload":{"photo_id":1,"token":"t","url":"https://i.max.example/1"}},
                  {"type":"file","filename":"акт.pdf","size":3,"payload":{"url":"https://f.max.example/2","token":"t"}},
                  {"type":"sticker","payload":{"url":"https://s.max.example/3","code":"x"}},
                  {"type":"video","payload":{"token":"t"}},
                  {"type":"location","latitude":43.1,"longitude":131.9}]}}}""");
        assertThat(wrote.message().author().name()).isEqualTo("Анна");
        assertThat(wrote.message().permalink()).isEqualTo("https://max.ru/c/-5/a2");
        assertThat(wrote.message().origin().thread()).isEqualTo("chat:-5");
        assertThat(wrote.message().media())
                .containsExactly(
                        new Media("https://i.max.example/1", "Фото"),
                        new Media("https://f.max.example/2", "Файл: акт.pdf"));
        assertThat(wrote.message().place()).isEqualTo(new Place(null, null, 43.1, 131.9));
        assertThat(wrote.repliesTo()).containsExactly("mid.bot1");
    }

    @Test
    void whatAnAuthorForwardsIsAPartOfHisWords() {
        Wrote wrote = (Wrote) read(IN_A_DIALOG.replace(
                "\"body\":",
                "\"link\":{\"type\":\"forward\",\"message\":{\"mid\":\"mid.z\",\"text\":\"Воды нет\",\"attachments\":["
                        + "{\"type\":\"image\",\"payload\":{\"url\":\"https://i.max.example/9\"}}]}},\"body\":"));
        assertThat(wrote.message().text()).isEqualTo("На Октябрьской, 16 нет люка!\nВоды нет");
        assertThat(wrote.message().media()).containsExactly(new Media("https://i.max.example/9", "Фото"));
        assertThat(wrote.repliesTo()).isEmpty();
    }

    @Test
    void anEditIsAsOldAsItsEvent() {
        Wrote wrote = (Wrote) read(IN_A_DIALOG.replace(
                "{\"update_type\":\"message_created\",\"timestamp\":1732413600123",
                "{\"update_type\":\"message_edited\",\"timestamp\":1732413700456"));
        assertThat(wrote.changedAt()).isEqualTo(EDITED);
        assertThat(wrote.message().publishedAt()).isEqualTo(WRITTEN);
    }

    @Test
    void aCommentStandsUnderAPostAndRepliesToAnother() {
        Wrote wrote = (Wrote) read(COMMENT);
        assertThat(wrote.postId()).isEqualTo("mid.p1");
        assertThat(wrote.message().origin().thread()).isEqualTo("post:mid.p1");
        assertThat(wrote.repliesTo()).containsExactly("mid.c0");
        assertThat(wrote.message().author()).isEqualTo(new Author("77", "Анна", null));
    }

    @Test
    void aPostOfAChannelIsKeptForItsComments() {
        assertThat(read("""
                {"update_type":"message_created","timestamp":1732413600123,"message":{"url":"https://max.ru/prim/p1",
                 "recipient":{"chat_id":42,"chat_type":"channel"},"timestamp":1732413600123,
                 "body":{"mid":"mid.p1","seq":1,"text":"Сегодня отключат воду"}}}"""))
                .isEqualTo(new Posted("mid.p1", "Сегодня отключат воду", "https://max.ru/prim/p1", WRITTEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"message_removed", "comment_removed"})
    void whatIsGoneIsNamed(String type) {
        assertThat(read("{\"update_type\":\"%s\",\"timestamp\":1,\"message_id\":\"mid.a1\",\"chat_id\":5,\"user_id\":7}"
                        .formatted(type)))
                .isEqualTo(new Deleted("mid.a1"));
    }

    @Test
    void whatIsNoMessageOfAPersonIsNothing() {
        String ofABot = IN_A_DIALOG.replace("\"is_bot\":false", "\"is_bot\":true");
        String ofTheChannel =
                COMMENT.replace("\"sender\":{\"user_id\":77,\"first_name\":\"Анна\",\"is_bot\":false},", "");
        assertThat(List.of(
                        ofABot,
                        ofTheChannel,
                        "{\"update_type\":\"bot_added\",\"chat_id\":1}",
                        "{\"update_type\":\"bot_started\",\"chat_id\":1}",
                        "{\"update_type\":\"dialog_muted\",\"chat_id\":1}",
                        "{\"update_type\":\"no_such_event\"}"))
                .allSatisfy(json -> assertThat(read(json)).isInstanceOf(Nothing.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{'update_type':'message_created','message':{'sender':{'user_id':7},'timestamp':1}}",
                "{'update_type':'message_created','message':{'timestamp':1,'body':{'text':'x'}}}",
                "{'update_type':'message_created','message':{'body':{'mid':'mid.1'}}}",
                "{'update_type':'message_edited','message':{'timestamp':1,'body':{'mid':'mid.1'}}}",
                "{'update_type':'comment_created','message':{'timestamp':1,'recipient':{'chat_id':1},'body':{'mid':'mid.1'}}}",
                "{'update_type':'message_removed'}"
            })
    void whatCantBeUnderstoodIsLeftToAPerson(String json) {
        assertThatThrownBy(() -> read(json.replace('\'', '"'))).isInstanceOf(UnreadableEvent.class);
    }

    private NetworkEvent read(String body) {
        List<NetworkEvent> told =
                events.read(TestInbox.event(Channel.MAX, body, Instant.parse("2026-11-23T00:00:00Z")));
        assertThat(told).hasSize(1);
        return told.get(0);
    }
}
