package ru.cur.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.CurTest;
import ru.cur.Http;
import ru.cur.channel.inbox.InboxWork;
import ru.cur.reply.ReplyPublisher;
import ru.cur.reply.ReplyPublisher.Place;

/** From the call of Telegram to the case, in the whole program. */
@CurTest
class TelegramCaseTest {
    private static final String[] SECRET = {TelegramWebhook.SECRET, TelegramFixture.SECRET};
    private static final AtomicLong IDS = new AtomicLong(1000);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private InboxWork work;

    @Autowired
    private List<ReplyPublisher> publishers;

    private Http http;

    @BeforeEach
    void connect() {
        http = Http.nobody(port);
    }

    private int call(String body, String... headers) {
        return http.post("/channels/telegram/webhook", body, headers).status();
    }

    private void tell(String kind, long message, String fields) {
        String body = """
                {"update_id":%d,"%s":{"message_id":%d,"date":1732413600,"chat":{"id":-1001,"type":"supergroup","username":"primorye_chat"},
                 "from":{"id":7,"is_bot":false,"first_name":"Анна"},%s}}
                """.formatted(IDS.incrementAndGet(), kind, message, fields);
        assertThat(call(body, SECRET)).isEqualTo(200);
    }

    private Map<String, Object> message(String externalId) {
        return jdbc.sql(
                        "select message.*, number, legal_regime, coalesce((select text from message_edit where message_id = message.id"
                                + " and version_at >= message.version_at order by version_at desc, id desc limit 1), text) as latest"
                                + " from message join incident on incident.id = incident_id"
                                + " where channel = 'telegram' and external_id = ?")
                .param(externalId)
                .query()
                .singleRow();
    }

    @Test
    void aCommentIsACaseWithItsPost() {
        long id = IDS.incrementAndGet();
        tell("message", id, """
                "message_thread_id":50,"text":"Нет света в Артёме","reply_to_message":{"message_id":50,"is_automatic_forward":true,
                 "date":1732413000,"chat":{"id":-1001},"text":"Ремонт сетей","sender_chat":{"id":-1002,"type":"channel"},
                 "forward_origin":{"type":"channel","date":1,"message_id":701,"chat":{"id":-1002,"type":"channel","username":"primorsky_gov"}}}
                """);
        work.workAll();

        assertThat(message("-1001_" + id))
                .containsEntry("text", "Нет света в Артёме")
                .containsEntry("legal_regime", "SOCIAL_MESSAGE")
                .containsEntry("permalink", "https://t.me/primorye_chat/" + id + "?thread=50")
                .containsEntry("post_permalink", "https://t.me/primorsky_gov/701")
                .containsEntry("post_text", "Ремонт сетей")
                .containsEntry("thread", "-1001/50");
    }

    @Test
    void theSameEventTwiceIsOneMessage() {
        long id = IDS.incrementAndGet();
        String body = """
                {"update_id":%d,"message":{"message_id":%d,"date":1732413600,"chat":{"id":7,"type":"private"},
                 "from":{"id":7,"is_bot":false,"first_name":"Анна"},"text":"Нет воды"}}
                """.formatted(IDS.incrementAndGet(), id);
        assertThat(call(body, SECRET)).isEqualTo(200);
        assertThat(call(body, SECRET)).isEqualTo(200);
        work.workAll();
        assertThat(call(body, SECRET)).isEqualTo(200);
        work.workAll();

        assertThat(message("7_" + id)).containsEntry("text", "Нет воды");
        assertThat(jdbc.sql("select count(*) from channel_event where event_key like ?")
                        .param("% 7_" + id)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void anEditThatComesFirstHolds() {
        long id = IDS.incrementAndGet();
        tell("edited_message", id, "\"edit_date\":1732413900,\"text\":\"Нет света и воды\"");
        tell("message", id, "\"text\":\"Нет света\"");
        work.workAll();

        assertThat(message("-1001_" + id)).containsEntry("latest", "Нет света и воды");
    }

    @Test
    void anAlbumIsOneCaseWithAllItsPictures() {
        long album = IDS.incrementAndGet();
        String photo = "\"media_group_id\":\"%d\",\"photo\":[{\"file_id\":\"F%%d\"}]".formatted(album);
        long first = IDS.incrementAndGet();
        tell("message", first, photo.formatted(1));
        tell("message", first + 1, photo.formatted(2) + ",\"caption\":\"Яма у школы\"");
        tell("message", first + 2, photo.formatted(3));
        IDS.addAndGet(2);
        work.workAll();

        String key = "-1001_a" + album;
        assertThat(message(key)).containsEntry("latest", "Яма у школы").containsEntry("thread", "-1001/0/" + first);
        assertThat(jdbc.sql("select source from channel_file where external_id = ? order by id")
                        .param(key)
                        .query(String.class)
                        .list())
                .containsExactly("F1", "F2", "F3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wrong                      | {"update_id":1} | 403
            a-secret-of-twenty-letters | {"update_id":   | 400
            a-secret-of-twenty-letters | [1]             | 400
            a-secret-of-twenty-letters | {"message":{}}  | 400
            """)
    void whatIsNotOfTelegramIsRefused(String secret, String body, int status) {
        assertThat(call(body, TelegramWebhook.SECRET, secret)).isEqualTo(status);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        String body = "{\"update_id\":1,\"x\":\"" + "x".repeat(600_000) + "\"}";

        assertThat(call(body, SECRET)).isEqualTo(413);
    }

    @Test
    void whatTelegramHasBroughtIsAnsweredThereAndNotInTheFeed() {
        ReplyPublisher first = publishers.stream()
                .filter(publisher -> publisher.serves(new Place("telegram", "-1001_55", "7", "-1001/50")))
                .findFirst()
                .orElseThrow();

        assertThat(first).isInstanceOf(TelegramReplyPublisher.class);
    }
}
