package ru.cur.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.NetworkEvent;
import ru.cur.channel.inbox.NetworkEvent.Attached;
import ru.cur.channel.inbox.NetworkEvent.Nothing;
import ru.cur.channel.inbox.NetworkEvent.Posted;
import ru.cur.channel.inbox.NetworkEvent.Wrote;
import ru.cur.channel.inbox.TestInbox;
import ru.cur.channel.inbox.UnreadableEvent;
import ru.cur.channel.telegram.TelegramProperties.Updates;

class TelegramEventsTest {
    private static final Instant WRITTEN = Instant.ofEpochSecond(1732413600);
    private static final String ANNA =
            "\"from\":{\"id\":7,\"is_bot\":false,\"first_name\":\"Анна\",\"last_name\":\"К.\"}";
    private static final String GROUP =
            "\"chat\":{\"id\":-1001,\"type\":\"supergroup\",\"username\":\"primorye_chat\"}";
    private static final String ROOT = "{\"message_id\":50,\"date\":1732413000,\"is_automatic_forward\":true," + GROUP
            + ",\"sender_chat\":{\"id\":-1002,\"type\":\"channel\"},\"forward_origin\":{\"type\":\"channel\",\"date\":1732412000,"
            + "\"chat\":{\"id\":-1002,\"type\":\"channel\",\"username\":\"primorsky_gov\"},\"message_id\":701},\"text\":\"Ремонт дорог\"}";

    private final TelegramEvents events = new TelegramEvents(
            TelegramFixture.settings(Updates.WEBHOOK, URI.create("http://localhost")), new ObjectMapper());

    private List<NetworkEvent> read(String body) {
        return events.read(TestInbox.event(Channel.TELEGRAM, body, Instant.EPOCH));
    }

    private List<NetworkEvent> message(String fields) {
        return read("{\"update_id\":1,\"message\":{\"message_id\":55,\"date\":1732413600," + fields + "}}");
    }

    private Wrote wrote(String fields) {
        return message(fields).stream()
                .filter(Wrote.class::isInstance)
                .map(Wrote.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theDossiersCommentIsReadAsItStands() {
        List<NetworkEvent> told = read("""
                {"update_id":1,"message":{"message_id":55,"message_thread_id":50,"date":1732413600,
                 "chat":{"id":-1001,"type":"supergroup"},"from":{"id":7,"first_name":"Анна"},
                 "reply_to_message":{"message_id":50,"is_automatic_forward":true,"sender_chat":{"id":-1002,"type":"channel"}},
                 "text":"Нет света в Артёме с утра"}}
                """);

        assertThat(told).singleElement().isInstanceOfSatisfying(Wrote.class, wrote -> {
            assertThat(wrote.message().externalId()).isEqualTo("-1001_55");
            assertThat(wrote.message().author().id()).isEqualTo("7");
            assertThat(wrote.message().author().name()).isEqualTo("Анна");
            assertThat(wrote.message().text()).isEqualTo("Нет света в Артёме с утра");
            assertThat(wrote.message().publishedAt()).isEqualTo(WRITTEN);
            assertThat(wrote.message().origin().thread()).isEqualTo("-1001/50");
            assertThat(wrote.postId()).isEqualTo("-1001_50");
            assertThat(wrote.changedAt()).isNull();
        });
    }

    @Test
    void aPostIsKnownByItsCopyInTheGroupAndByWhoeverRepliesToIt() {
        Posted post = new Posted(
                "-1001_50", "Ремонт дорог", "https://t.me/primorsky_gov/701", Instant.ofEpochSecond(1732412000));

        assertThat(read("{\"update_id\":1,\"message\":" + ROOT + "}"))
                .containsExactly(post, new Nothing("публикация нашего канала"));
        assertThat(message(ANNA + "," + GROUP + ",\"text\":\"Когда?\",\"reply_to_message\":" + ROOT))
                .hasSize(2)
                .contains(post);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -1001    | supergroup | primorye_chat | 50 | https://t.me/primorye_chat/55?thread=50
            -1001    | supergroup | primorye_chat | 0  | https://t.me/primorye_chat/55
            -1001234 | supergroup | ''            | 50 | https://t.me/c/1234/55?thread=50
            -77      | group      | ''            | 0  |
            7        | private    | anna          | 0  |
            """)
    void aMessageHasAnAddressWhereItsGroupHasOne(long chat, String type, String name, long thread, String link) {
        TelegramMessage message = read1("""
                {"message_id":55,"message_thread_id":%d,"chat":{"id":%d,"type":"%s","username":"%s"}}
                """.formatted(thread, chat, type, name));

        assertThat(message.permalink()).isEqualTo(link);
    }

    private static TelegramMessage read1(String json) {
        try {
            return new TelegramMessage(new ObjectMapper().readTree(json));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void anEditIsAVersionOfItsMoment() {
        List<NetworkEvent> told = read(
                "{\"update_id\":2,\"edited_message\":{\"message_id\":55,\"date\":1732413600,\"edit_date\":1732413900,"
                        + ANNA + "," + GROUP + ",\"text\":\"Нет света и воды\"}}");

        assertThat(told).singleElement().isInstanceOfSatisfying(Wrote.class, wrote -> {
            assertThat(wrote.message().externalId()).isEqualTo("-1001_55");
            assertThat(wrote.changedAt()).isEqualTo(Instant.ofEpochSecond(1732413900));
            assertThat(wrote.message().publishedAt()).isEqualTo(WRITTEN);
        });
    }

    @Test
    void aReplyNamesWhatItRepliesToFirst() {
        assertThat(wrote(ANNA + "," + GROUP
                                + ",\"message_thread_id\":50,\"text\":\"Не сделали\",\"reply_to_message\":{\"message_id\":53,"
                                + GROUP + "}")
                        .repliesTo())
                .containsExactly("-1001_53", "-1001_50");
        assertThat(wrote(ANNA + "," + GROUP
                                + ",\"text\":\"Не сделали\",\"reply_to_message\":{\"message_id\":53,\"media_group_id\":\"9\","
                                + GROUP + "}")
                        .repliesTo())
                .containsExactly("-1001_a9");
    }

    @Test
    void picturesOfAnAlbumAreOneMessageWhoseWordsStay() {
        String photo = ",\"media_group_id\":\"1377\",\"photo\":[{\"file_id\":\"small\"},{\"file_id\":\"large\"}]";
        Wrote first = wrote(ANNA + "," + GROUP + ",\"caption\":\"Яма\"" + photo);
        Wrote second = wrote(ANNA + "," + GROUP + photo);

        assertThat(first.message().externalId())
                .isEqualTo(second.message().externalId())
                .isEqualTo("-1001_a1377");
        assertThat(first.message().origin().thread()).isEqualTo("-1001/0/55");
        assertThat(first.changedAt()).isNull();
        assertThat(second.changedAt()).isBefore(first.message().publishedAt());
        assertThat(message(ANNA + "," + GROUP + photo)).contains(new Attached("-1001_a1377", "large", "photo-55.jpg"));
    }

    @Test
    void whatIsAttachedIsNamedWithoutAnAddress() {
        assertThat(message(ANNA + "," + GROUP + ",\"document\":{\"file_id\":\"D1\",\"file_name\":\"акт.pdf\"}"))
                .contains(new Attached("-1001_55", "D1", "акт.pdf"));
        assertThat(message(
                        ANNA + "," + GROUP + ",\"animation\":{\"file_id\":\"A1\"},\"document\":{\"file_id\":\"A1\"}"))
                .filteredOn(Attached.class::isInstance)
                .containsExactly(new Attached("-1001_55", "A1", "animation-55.mp4"));
        assertThat(message(ANNA + "," + GROUP + ",\"voice\":{\"file_id\":\"V1\"}"))
                .contains(new Attached("-1001_55", "V1", "voice-55.ogg"));
    }

    @Test
    void aPointOnTheMapIsThePlace() {
        assertThat(wrote(
                                ANNA + "," + GROUP
                                        + ",\"location\":{\"latitude\":43.1,\"longitude\":131.9},\"venue\":{\"address\":\"Светланская, 1\",\"location\":{\"latitude\":43.1,\"longitude\":131.9}}")
                        .message()
                        .place())
                .satisfies(place -> {
                    assertThat(place.address()).isEqualTo("Светланская, 1");
                    assertThat(place.lat()).isEqualTo(43.1);
                    assertThat(place.lon()).isEqualTo(131.9);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "sender_chat":{"id":-1001,"title":"Чат"},"from":{"id":1087968824,"is_bot":true},"text":"Правила" | сообщение администратора группы
            "sender_chat":{"id":-1002,"title":"Канал"},"from":{"id":136817688,"is_bot":true},"text":"Ответ" | сообщение нашего канала
            "from":{"id":9,"is_bot":true,"first_name":"Бот"},"text":"Реклама"                            | сообщение бота или службы
            "from":{"id":7,"is_bot":false},"new_chat_members":[{"id":8}]                                 | служебное сообщение
            "from":{"id":7,"is_bot":false},"text":"   "                                                  | служебное сообщение
            "text":"без отправителя"                                                                     | сообщение бота или службы
            """)
    void whatIsNoMessageOfACitizenIsNothing(String fields, String why) {
        assertThat(message(GROUP + "," + fields)).containsExactly(new Nothing(why));
    }

    @Test
    void theChannelWhosePostIsAnsweredIsOurs() {
        String root = ROOT.replace("-1002", "-1055");

        assertThat(message(GROUP + ",\"sender_chat\":{\"id\":-1055},\"text\":\"Мы ответили\",\"reply_to_message\":"
                        + root))
                .contains(new Nothing("сообщение нашего канала"));
    }

    @Test
    void aPersonMayWriteInTheNameOfHisChannel() {
        Wrote wrote = wrote(
                GROUP
                        + ",\"sender_chat\":{\"id\":-1099,\"title\":\"Блог Анны\"},\"from\":{\"id\":136817688,\"is_bot\":true},\"text\":\"Яма\"");

        assertThat(wrote.message().author().id()).isEqualTo("-1099");
        assertThat(wrote.message().author().name()).isEqualTo("Блог Анны");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "text":"Просто разговор"                                                                              | false
            "text":"@Primorsky_Gov, где свет?","entities":[{"type":"mention","offset":0,"length":14}]             | true
            "caption":"😡 @primorsky_gov","photo":[{"file_id":"p"}],"caption_entities":[{"type":"mention","offset":3,"length":14}] | true
            "text":"@somebody","entities":[{"type":"mention","offset":0,"length":9}]                              | false
            "text":"@primorsky","entities":[{"type":"mention","offset":0,"length":900}]                           | false
            "text":"ЦУР, помогите","entities":[{"type":"text_mention","offset":0,"length":3,"user":{"id":123456}}] | true
            "text":"Так и не сделали","reply_to_message":{"message_id":5,"from":{"id":123456,"is_bot":true}}      | true
            """)
    void inAForeignGroupOnlyWhatNamesUsCounts(String fields, boolean taken) {
        List<NetworkEvent> told = message(ANNA + ",\"chat\":{\"id\":-555,\"type\":\"supergroup\"}," + fields);

        assertThat(told.get(0) instanceof Wrote).isEqualTo(taken);
    }

    @Test
    void whoWritesToTheBotIsHeardButNotItsCommands() {
        String chat = "\"chat\":{\"id\":7,\"type\":\"private\"},";

        assertThat(wrote(ANNA + "," + chat + "\"text\":\"Нет воды\"").message().externalId())
                .isEqualTo("7_55");
        assertThat(message(ANNA + "," + chat + "\"text\":\"/start\"")).containsExactly(new Nothing("команда боту"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"update_id\":1,\"channel_post\":{\"message_id\":1}}", "{\"update_id\":1}", "[]"})
    void otherKindsAreNothing(String body) {
        assertThat(read(body)).containsExactly(new Nothing("событие Telegram другого вида"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"update_id\":1,\"message\":{}}",
                "{\"update_id\":1,\"message\":7}",
                "{\"update",
                "{\"message\":{\"message_id\":\"x\",\"chat\":{\"id\":1}}}"
            })
    void whatNobodyUnderstandsIsKeptForAPerson(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(UnreadableEvent.class);
    }
}
