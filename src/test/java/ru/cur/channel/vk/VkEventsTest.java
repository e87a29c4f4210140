package ru.cur.channel.vk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.NetworkEvent;
import ru.cur.channel.inbox.NetworkEvent.Deleted;
import ru.cur.channel.inbox.NetworkEvent.Nothing;
import ru.cur.channel.inbox.NetworkEvent.Posted;
import ru.cur.channel.inbox.NetworkEvent.Restored;
import ru.cur.channel.inbox.NetworkEvent.Wrote;
import ru.cur.channel.inbox.TestInbox;
import ru.cur.channel.inbox.UnreadableEvent;
import ru.cur.incident.IncomingMessage;
import ru.cur.incident.IncomingMessage.Media;

/** What the events of VKontakte say. */
class VkEventsTest {
    private static final Instant ARRIVED = Instant.parse("2026-11-24T01:00:00Z");
    private static final Instant WRITTEN = Instant.ofEpochSecond(1_732_413_600);

    private static final String COMMENT = """
            {"id":981,"from_id":555001,"post_id":77,"owner_id":-12345,"post_owner_id":-12345,"parents_stack":[],
             "date":1732413600,"text":"На Октябрьской, 16 нет люка!","attachments":[],"reply_to_user":0,"reply_to_comment":0}""";

    private final VkFixture fixture = new VkFixture();

    @BeforeEach
    void somebodyHasAName() {
        fixture.answers("users.get", """
                {"response": [{"id": 555001, "first_name": "Анна", "last_name": "Котова"}]}""");
    }

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void aCommentIsAMessageUnderAPost() {
        Wrote wrote = (Wrote) read("wall_reply_new", COMMENT);
        IncomingMessage message = wrote.message();
        assertThat(message.externalId()).isEqualTo("wall-12345_77_r981");
        assertThat(message.author().id()).isEqualTo("555001");
        assertThat(message.author().name()).isEqualTo("Анна Котова");
        assertThat(message.text()).isEqualTo("На Октябрьской, 16 нет люка!");
        assertThat(message.publishedAt()).isEqualTo(WRITTEN);
        assertThat(message.permalink()).isEqualTo("https://vk.com/wall-12345_77?reply=981");
        assertThat(message.origin().thread()).isEqualTo("wall-12345_77_r981");
        assertThat(message.origin().post().permalink()).isEqualTo("https://vk.com/wall-12345_77");
        assertThat(wrote.postId()).isEqualTo("wall-12345_77");
        assertThat(wrote.repliesTo()).isEmpty();
        assertThat(wrote.changedAt()).isNull();
    }

    @Test
    void anAnswerNamesWhatItAnswersTheNearestFirst() {
        Wrote wrote = (Wrote) read(
                "wall_reply_new",
                COMMENT.replace("\"parents_stack\":[]", "\"parents_stack\":[901,950]")
                        .replace("\"reply_to_comment\":0", "\"reply_to_comment\":960"));
        assertThat(wrote.repliesTo()).containsExactly("wall-12345_77_r960", "wall-12345_77_r950", "wall-12345_77_r901");
        assertThat(wrote.message().origin().thread()).isEqualTo("wall-12345_77_r901");
    }

    @Test
    void anEditIsAsNewAsItsArrival() {
        Wrote wrote = (Wrote) read("wall_reply_edit", COMMENT.replace("нет люка", "снова нет люка"));
        assertThat(wrote.message().text()).contains("снова");
        assertThat(wrote.changedAt()).isEqualTo(ARRIVED);
    }

    @Test
    void aDeletionNamesTheComment() {
        assertThat(read("wall_reply_delete", "{\"owner_id\":-12345,\"id\":981,\"deleter_id\":555001,\"post_id\":77}"))
                .isEqualTo(new Deleted("wall-12345_77_r981"));
    }

    @Test
    void aReturnBringsTheMessage() {
        assertThat(read("wall_reply_restore", COMMENT)).isInstanceOfSatisfying(Restored.class, restored -> assertThat(
                        restored.message().message().externalId())
                .isEqualTo("wall-12345_77_r981"));
    }

    @Test
    void whatTheCommunityWritesItselfIsNothing() {
        assertThat(read("wall_reply_new", COMMENT.replace("555001", "-12345"))).isInstanceOf(Nothing.class);
        assertThat(read("message_new", """
                {"message":{"id":12,"date":1732413600,"peer_id":555001,"from_id":-12345,"out":1,"text":"Ответ"}}""")).isInstanceOf(Nothing.class);
    }

    @Test
    void aPostOfTheCommunityIsWhatPeopleCommentOn() {
        assertThat(read("wall_post_new", """
                {"id":77,"from_id":-12345,"owner_id":-12345,"date":1732413600,"text":"Началась зима","post_type":"post"}"""))
                .isEqualTo(new Posted("wall-12345_77", "Началась зима", "https://vk.com/wall-12345_77", WRITTEN));
    }

    @Test
    void aPostOfAPersonOnTheWallIsAMessage() {
        Wrote wrote = (Wrote) read("wall_post_new", """
                {"id":78,"from_id":555001,"owner_id":-12345,"date":1732413600,"text":"Когда включат тепло?","post_type":"suggest"}""");
        assertThat(wrote.message().externalId()).isEqualTo("wall-12345_78");
        assertThat(wrote.postId()).isNull();
    }

    @Test
    void mentionsArePostsAndCommentsElsewhere() {
        Wrote post = (Wrote) read("mention", """
                {"id":5,"from_id":555001,"owner_id":555001,"date":1732413600,"text":"@governor25, где автобус?","post_type":"post"}""");
        assertThat(post.message().externalId()).isEqualTo("wall555001_5");
        Wrote comment = (Wrote) read("mention", """
                {"id":6,"post_id":5,"from_id":555001,"owner_id":-99,"date":1732413600,"text":"[club12345|Правительство], где?","post_type":"reply"}""");
        assertThat(comment.message().externalId()).isEqualTo("wall-99_5_r6");
        assertThat(comment.message().text()).isEqualTo("Правительство, где?");
    }

    @Test
    void aPrivateMessageIsAConversation() {
        Wrote wrote = (Wrote) read("message_new", """
                {"message":{"id":12,"date":1732413600,"peer_id":555001,"from_id":555001,"text":"Нет воды",
                 "attachments":[],"reply_message":{"id":11},"geo":{"coordinates":{"latitude":43.1,"longitude":131.9}}},"client_info":{}}""");
        assertThat(wrote.message().externalId()).isEqualTo("im555001_12");
        assertThat(wrote.message().origin().thread()).isEqualTo("im555001");
        assertThat(wrote.repliesTo()).containsExactly("im555001_11");
        assertThat(wrote.message().place().lat()).isEqualTo(43.1);
        assertThat(wrote.message().place().lon()).isEqualTo(131.9);
    }

    @Test
    void anEditedPrivateMessageSaysWhenItWasEdited() {
        Wrote wrote = (Wrote) read("message_edit", """
                {"id":12,"date":1732413600,"update_time":1732417200,"peer_id":555001,"from_id":555001,"text":"Нет горячей воды"}""");
        assertThat(wrote.changedAt()).isEqualTo(Instant.ofEpochSecond(1_732_417_200));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            photo_comment_new | {"id":9,"from_id":555001,"date":1732413600,"text":"Яма","photo_id":5,"photo_owner_id":-12345}   | photo-12345_5_r9
            video_comment_new | {"id":9,"from_id":555001,"date":1732413600,"text":"Яма","video_id":6,"video_owner_id":-12345}   | video-12345_6_r9
            board_post_new    | {"id":9,"from_id":555001,"date":1732413600,"text":"Яма","topic_id":7,"topic_owner_id":-12345}   | topic-12345_7_r9
            """)
    void commentsStandUnderPicturesVideosAndInTopics(String type, String object, String externalId) {
        assertThat(((Wrote) read(type, object)).message().externalId()).isEqualTo(externalId);
    }

    @Test
    void attachmentsAreLinks() {
        Wrote wrote = (Wrote) read("wall_reply_new", COMMENT.replace("\"attachments\":[]", """
                "attachments":[
                  {"type":"photo","photo":{"sizes":[{"width":10,"height":10,"url":"https://sun.example/s.jpg"},{"width":900,"height":900,"url":"https://sun.example/l.jpg"}]}},
                  {"type":"video","video":{"id":2,"owner_id":-1,"title":"Двор"}},
                  {"type":"doc","doc":{"title":"Акт.pdf","url":"https://doc.example/1"}},
                  {"type":"sticker","sticker":{"sticker_id":1}},
                  {"type":"link","link":{"url":"javascript:alert(1)","title":"x"}}]"""));
        assertThat(wrote.message().media())
                .containsExactly(
                        new Media("https://sun.example/l.jpg", "Фото"),
                        new Media("https://vk.com/video-1_2", "Видео: Двор"),
                        new Media("https://doc.example/1", "Файл: Акт.pdf"));
    }

    @Test
    void aNameIsAskedForOnceAndNeverWaitedFor() {
        fixture.refuses("users.get", 1);
        assertThat(((Wrote) read("wall_reply_new", COMMENT)).message().author().name())
                .isNull();
        assertThat(((Wrote) read("wall_reply_new", COMMENT)).message().author().id())
                .isEqualTo("555001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"message_allow", "message_deny", "user_block", "group_join", "like_add", "tomorrows_event"})
    void otherEventsAreNothing(String type) {
        assertThat(read(type, "{\"user_id\":1}")).isInstanceOf(Nothing.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wall_reply_new    | {}
            wall_reply_new    | {"id":5}
            wall_reply_delete | {"id":-1,"owner_id":-12345,"post_id":77}
            wall_post_new     | {"from_id":1,"text":"x"}
            message_new       | {"message":{"from_id":5,"text":"x"}}
            """)
    void whatNamesNothingIsUnreadable(String type, String object) {
        assertThatThrownBy(() -> read(type, object)).isInstanceOf(UnreadableEvent.class);
    }

    private NetworkEvent read(String type, String object) {
        String body = """
                {"type":"%s","event_id":"e1","v":"5.199","group_id":12345,"secret":"***","object":%s}""".formatted(type, object);
        return fixture.events().read(TestInbox.event(Channel.VK, body, ARRIVED)).get(0);
    }
}
