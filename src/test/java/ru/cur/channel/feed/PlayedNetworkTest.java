package ru.cur.channel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.answered;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;
import ru.cur.Visitor;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.InboxWork;
import ru.cur.channel.network.Chore;
import ru.cur.channel.network.Networks;
import ru.cur.reply.ReplyRefused.Kind;

/** The connector of VKontakte end to end: a visitor writes in the played network, the answer appears there. */
class PlayedNetworkTest extends ClockedTest {
    @LocalServerPort
    private int port;

    @Autowired
    private PlayedNetwork network;

    @Autowired
    private FeedCallbacks callbacks;

    @Autowired
    private FeedObstacles obstacles;

    @Autowired
    private InboxWork inbox;

    @Autowired
    private Networks networks;

    @Autowired
    private List<Chore> chores;

    @Autowired
    private JdbcClient jdbc;

    private long post;

    @BeforeEach
    @AfterEach
    void theNetworkIsWell() {
        jdbc.sql("delete from feed_obstacle").update();
        networks.tryAgain(Channel.VK);
        deliver();
        post = jdbc.sql("select min(id) from feed_post where from_id < 0")
                .query(Long.class)
                .single();
    }

    @Test
    @DisplayName("Комментарий под публикацией становится инцидентом, ответ появляется под комментарием")
    void aCommentIsAnsweredUnderItself() {
        String name = someone();
        long comment = network.comment(post, null, name, "Во дворе на Русской, 5 трава по пояс");
        ProcessJourney journey = registered(comment);
        assertThat(message(comment))
                .containsEntry("author_name", name)
                .containsEntry("permalink", "https://vk.com/wall-25_%d?reply=%d".formatted(post, comment))
                .containsEntry("post_permalink", "https://vk.com/wall-25_" + post)
                .hasEntrySatisfying(
                        "post_text", text -> assertThat((String) text).startsWith("Прямая линия"))
                .hasEntrySatisfying("event_id", id -> assertThat(id).isNotNull());
        answered(journey)
                .completes("userTask_approveResponse", "curator", APPROVE)
                .hasStatus("ANSWERED");
        assertThat(answersTo(comment)).containsExactly("Здравствуйте! Траву скосили и вывезли.");
        assertThat(Visitor.following(port, "operator").get("/demo/feed").body())
                .contains("Во дворе на Русской, 5 трава по пояс");
    }

    @Test
    @DisplayName(
            "Автор отвечает под нашим ответом: слова становятся частью его инцидента; чужой ответ – новый инцидент")
    void whoAnswersUsIsHeardInHisCase() {
        String name = someone();
        long comment = network.comment(post, null, name, "Трава у подъезда");
        ProcessJourney journey = answered(registered(comment))
                .completes("userTask_approveResponse", "curator", APPROVE)
                .hasStatus("ANSWERED");
        long answer = jdbc.sql("select id from feed_comment where parent_id = :id and from_id < 0")
                .param("id", comment)
                .query(Long.class)
                .single();
        long thanks = network.comment(post, answer, name, "Спасибо, но вывезли не всё");
        long stranger = network.comment(post, answer, someone(), "И у нас на Баляева трава");
        deliver();
        assertThat(numberOf(thanks)).isEqualTo(journey.number());
        assertThat(message(thanks)).containsEntry("follow_up", true);
        assertThat(numberOf(stranger)).isNotEqualTo(journey.number());
    }

    @Test
    @DisplayName("Правка, удаление и возврат: действует последнее, история помнит всё")
    void whatTheAuthorChangesIsFollowed() {
        long comment = network.comment(post, null, someone(), "Яма на Русской, 3");
        ProcessJourney journey = registered(comment);
        network.edit(comment, "Яма на Русской, 30");
        network.setDeleted(comment, true);
        deliver();
        assertThat(journey.column("original_deleted_at")).isNotNull();
        assertThat(currentText(comment)).isEqualTo("Яма на Русской, 30");
        network.setDeleted(comment, false);
        deliver();
        assertThat(journey.column("original_deleted_at")).isNull();
        assertThat(journey.history())
                .contains(
                        "Автор изменил сообщение",
                        "Автор удалил сообщение в сети",
                        "Автор восстановил сообщение в сети");
    }

    @ParameterizedTest
    @DisplayName("События пришли в другом порядке: состояние то же самое")
    @CsvSource({"'3,2,1,0'", "'1,0,3,2'", "'2,3,0,1'", "'3,0,1,2'", "'0,3,2,1'", "'2,0,3,1'"})
    void whateverTheOrderTheEndIsTheSame(String order) {
        long comment = network.comment(post, null, someone(), "Первая версия");
        network.edit(comment, "Вторая версия");
        network.setDeleted(comment, true);
        network.setDeleted(comment, false);
        List<Long> events = jdbc.sql("select id from feed_callback order by id")
                .query(Long.class)
                .list();
        assertThat(events).hasSize(4);
        for (String index : order.split(",")) {
            jdbc.sql("update feed_callback set id = default where id = :id")
                    .param("id", events.get(Integer.parseInt(index)))
                    .update();
        }
        deliver();
        assertThat(currentText(comment)).isEqualTo("Вторая версия");
        assertThat(journeys.of(numberOf(comment)).column("original_deleted_at")).isNull();
    }

    @Test
    @DisplayName("Сеть прислала всё дважды: сообщение одно")
    void whatComesTwiceIsOne() {
        long comment = network.comment(post, null, someone(), "Нет света на Луговой");
        jdbc.sql("insert into feed_callback (event_id, body) select event_id, body from feed_callback")
                .update();
        deliver();
        assertThat(jdbc.sql("select count(*) from message where external_id = :id")
                        .param("id", externalId(comment))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("Упоминание на личной странице находит программа сама, ответ – комментарий под ним")
    void aMentionIsFoundAndAnswered() throws Exception {
        long mention = network.mention(someone(), "@governor25, автобус 54 не ходит");
        lookForMentions();
        lookForMentions();
        String externalId = jdbc.sql("select 'wall' || from_id || '_' || id from feed_post where id = :id")
                .param("id", mention)
                .query(String.class)
                .single();
        ProcessJourney journey = journeys.of(numberOf(externalId)).runsJobs();
        answered(journey)
                .completes("userTask_approveResponse", "curator", APPROVE)
                .hasStatus("ANSWERED");
        assertThat(jdbc.sql("select text from feed_comment where post_id = :post")
                        .param("post", mention)
                        .query(String.class)
                        .list())
                .containsExactly("Здравствуйте! Траву скосили и вывезли.");
    }

    @Test
    @DisplayName("На личное сообщение отвечаем личным сообщением")
    void aPrivateMessageIsAnsweredPrivately() {
        String name = someone();
        long written = network.write(name, "Не хочу писать при всех: течёт крыша на Светланской, 10");
        deliver();
        String externalId = jdbc.sql("select 'im' || person_id || '_' || id from feed_message where id = :id")
                .param("id", written)
                .query(String.class)
                .single();
        answered(journeys.of(numberOf(externalId)).runsJobs())
                .completes("userTask_approveResponse", "curator", APPROVE)
                .hasStatus("ANSWERED");
        assertThat(jdbc.sql("select text from feed_message join feed_person person on person.id = person_id"
                                + " where name = :name and ours")
                        .param("name", name)
                        .query(String.class)
                        .list())
                .containsExactly("Здравствуйте! Траву скосили и вывезли.");
    }

    @ParameterizedTest
    @DisplayName("Что сеть откажет, видит оператор; личное сообщение проходит, когда закрыто не оно")
    @CsvSource({
        "MESSAGE_DELETED, true",
        "COMMENTS_CLOSED, true",
        "LINKS_FORBIDDEN, true",
        "TEXT_TOO_LONG, true",
        "NETWORK_REFUSED, true",
        "AUTHOR_BLOCKED, false",
    })
    void whatTheNetworkRefusesAPersonSolves(Kind kind, boolean privately) {
        long comment = network.comment(post, null, someone(), "Трава");
        ProcessJourney journey = answered(registered(comment));
        obstacles.put("vk", externalId(comment), kind);
        journey.completes("userTask_approveResponse", "curator", APPROVE).isWaitingAt("userTask_publishManually");
        assertThat(jdbc.sql(
                                "select refusal from publication join message on message.id = message_id where message.external_id = :id")
                        .param("id", externalId(comment))
                        .query(String.class)
                        .single())
                .isEqualTo(kind.name());
        journey.completes("userTask_publishManually", "operator", Map.of("publishWayCode", "PRIVATE_MESSAGE"));
        assertThat(journey.tasks().findAny().isEmpty()).isEqualTo(privately);
    }

    @Test
    @DisplayName("Сеть отключили: ответ ждёт, страница «Каналы» говорит об этом; сеть вернулась, и ответ ушёл один раз")
    void anOutageIsWaitedOut() {
        long comment = network.comment(post, null, someone(), "Трава у школы");
        ProcessJourney journey = answered(registered(comment));
        obstacles.setDown(true);
        assertThatThrownBy(() -> journey.completes("userTask_approveResponse", "curator", APPROVE))
                .hasStackTraceContaining("Сеть не отвечает (ВКонтакте)");
        assertThatThrownBy(journey::triesAgain).hasStackTraceContaining("Сеть не отвечает (ВКонтакте)");
        journey.triesAgain().hasPassed("errorEvent_networkStopped");
        Visitor operator = Visitor.following(port, "operator");
        assertThat(operator.get("/channels").body())
                .contains("сеть не отвечает", "Ответы ждут и уйдут сами", "Попробовать сейчас");
        journey.fires("timerEvent_networkPause").runsJobs();
        assertThat(answersTo(comment)).isEmpty();
        obstacles.setDown(false);
        assertThat(operator.submit("/channels", "/channels/vk/retry", Map.of()).body())
                .contains("ВКонтакте: сеть снова пробуем");
        journey.fires("timerEvent_networkPause").runsJobs().hasStatus("ANSWERED");
        assertThat(answersTo(comment)).hasSize(1);
    }

    @Test
    @DisplayName("Страница «Лента»: посетитель пишет, меняет и удаляет; пустое не принимается")
    void aVisitorWritesOnThePage() {
        Visitor visitor = Visitor.following(port, "operator");
        String text = "Люк без крышки, " + UUID.randomUUID();
        assertThat(visitor.submit(
                                "/demo/feed",
                                "/demo/feed/comments",
                                Map.of("post", String.valueOf(post), "name", someone(), "text", text))
                        .body())
                .contains("Комментарий опубликован", text);
        long comment = jdbc.sql("select id from feed_comment where text = :text")
                .param("text", text)
                .query(Long.class)
                .single();
        assertThat(visitor.submit("/demo/feed", "/demo/feed/comments/" + comment + "/edit", Map.of("text", text + "!"))
                        .body())
                .contains("Комментарий изменён", text + "!");
        assertThat(visitor.submit("/demo/feed", "/demo/feed/comments/" + comment + "/delete", Map.of())
                        .body())
                .contains("Комментарий удалён");
        assertThat(visitor.submit("/demo/feed", "/demo/feed/comments/" + comment + "/restore", Map.of())
                        .body())
                .contains("Комментарий восстановлен");
        assertThat(visitor.submit("/demo/feed", "/demo/feed/comments/1/delete", Map.of())
                        .body())
                .contains("Такого комментария нет");
        assertThat(visitor.submit(
                                "/demo/feed",
                                "/demo/feed/comments",
                                Map.of("post", String.valueOf(post), "name", " ", "text", "x"))
                        .body())
                .contains("Напишите имя и текст");
        deliver();
        assertThat(currentText(comment)).isEqualTo(text + "!");
    }

    private ProcessJourney registered(long comment) {
        deliver();
        return journeys.of(numberOf(comment)).runsJobs();
    }

    private void deliver() {
        callbacks.work();
        inbox.workAll();
    }

    private void lookForMentions() throws Exception {
        jdbc.sql("update channel_chore set next_at = now() - interval '1 minute'")
                .update();
        for (Chore chore : chores) {
            if (chore.name().equals("vk mentions")) {
                chore.work();
            }
        }
        inbox.workAll();
    }

    private static String someone() {
        return "Житель " + UUID.randomUUID().toString().substring(0, 8);
    }

    private String externalId(long comment) {
        return jdbc.sql("select 'wall' || post.from_id || '_' || post.id || '_r' || feed_comment.id from feed_comment"
                        + " join feed_post post on post.id = post_id where feed_comment.id = :id")
                .param("id", comment)
                .query(String.class)
                .single();
    }

    private String numberOf(long comment) {
        return numberOf(externalId(comment));
    }

    private String numberOf(String externalId) {
        return jdbc.sql(
                        "select number from message join incident on incident.id = incident_id where channel = 'vk' and external_id = :id")
                .param("id", externalId)
                .query(String.class)
                .single();
    }

    private Map<String, Object> message(long comment) {
        return jdbc.sql("select * from message where channel = 'vk' and external_id = :id")
                .param("id", externalId(comment))
                .query()
                .singleRow();
    }

    private String currentText(long comment) {
        return jdbc.sql("select coalesce((select text from message_edit where message_id = message.id"
                        + " and message_edit.version_at >= message.version_at order by message_edit.version_at desc, id desc limit 1),"
                        + " text) from message where channel = 'vk' and external_id = :id")
                .param("id", externalId(comment))
                .query(String.class)
                .single();
    }

    private List<String> answersTo(long comment) {
        return jdbc.sql("select text from feed_comment where parent_id = :id and from_id < 0 order by id")
                .param("id", comment)
                .query(String.class)
                .list();
    }
}
