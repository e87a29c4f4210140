package ru.cur.channel.ok;

import static com.github.tomakehurst.wiremock.client.WireMock.and;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.notContaining;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import ru.cur.CurTest;
import ru.cur.channel.inbox.Inbox;
import ru.cur.channel.inbox.InboxWork;
import ru.cur.channel.network.ChoreLeases;
import ru.cur.channel.network.TestLines;

/** Comments that the program asks for, into cases. */
@CurTest
class OkCommentsPollTest {
    private final WireMockServer ok = TestLines.network();
    private final TestLines lines = TestLines.fresh();

    @Autowired
    private Inbox inbox;

    @Autowired
    private InboxWork work;

    @Autowired
    private ChoreLeases leases;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private OkCommentsPoll poll;

    @BeforeEach
    void connect() {
        jdbc.sql("delete from channel_chore").update();
        jdbc.sql("delete from channel_event where channel = 'ok'").update();
        OkLine line = new OkLine(OkTestSettings.at(ok.baseUrl()), lines.networks(), lines.troubles());
        poll = new OkCommentsPoll(
                new OkDiscussions(line, OkTestSettings.COMMENTS),
                OkTestSettings.COMMENTS,
                inbox,
                leases,
                json,
                clock,
                transactions);
    }

    @AfterEach
    void stop() {
        ok.stop();
    }

    @Test
    void whatStoodThereBeforeIsNotWorkedOn() throws Exception {
        discussions(discussion("6500", 1_000));
        comments("6500", comment("c1", 900, "Старое"));
        again();
        again();
        assertThat(stored()).isEmpty();
        ok.verify(0, postRequestedFor(urlPathEqualTo("/fb.do")).withRequestBody(containing("getComments")));

        discussions(discussion("6500", 2_000));
        comments("6500", comment("c1", 900, "Старое"), comment("c2", 2_000, "Когда дадут воду?"));
        again();
        assertThat(stored()).singleElement().asString().startsWith("comment:6500:c2 ");
    }

    @Test
    void eachCommentAndEachVersionOfItIsStoredOnce() throws Exception {
        begin();
        discussions(discussion("6500", 2_000), discussion("6501", 3_000));
        comments("6500", comment("c1", 1_500, "Нет воды"));
        comments("6501", comment("c2", 3_000, "Нет света"));
        again();
        again();
        assertThat(stored()).hasSize(2);
        assertThat(leases.marker("ok comments")).contains("1001 3000");

        discussions(discussion("6500", 4_000), discussion("6501", 3_000));
        comments("6500", comment("c1", 1_500, "Нет воды с утра"), comment("c3", 4_000, "И у нас"));
        again();
        assertThat(stored()).hasSize(4);
        ok.verify(
                1,
                postRequestedFor(urlPathEqualTo("/fb.do"))
                        .withRequestBody(and(containing("getComments"), containing("discussionId=6501"))));
    }

    @Test
    void aCommentBecomesACaseAndItsEditAVersion() throws Exception {
        begin();
        String about = "69" + System.nanoTime();
        discussions(discussion(about, 2_000));
        comments(about, comment("c1", 1_500, "Нет воды на Русской, 3"));
        again();
        work.workAll();
        discussions(discussion(about, 3_000));
        comments(about, comment("c1", 1_500, "Нет воды на Русской, 5"));
        again();
        work.workAll();
        assertThat(jdbc.sql("select text from message where channel = 'ok' and external_id = ?")
                        .param("comment:" + about + ":c1")
                        .query(String.class)
                        .list())
                .containsExactly("Нет воды на Русской, 3");
        assertThat(jdbc.sql("select edit.text from message_edit edit join message on message.id = message_id"
                                + " where external_id = ?")
                        .param("comment:" + about + ":c1")
                        .query(String.class)
                        .list())
                .contains("Нет воды на Русской, 5");
        assertThat(jdbc.sql("select post_permalink || ' ' || post_text from message where external_id = ?")
                        .param("comment:" + about + ":c1")
                        .query(String.class)
                        .single())
                .isEqualTo("https://ok.ru/group/53000000000001/topic/" + about + " Сегодня отключат воду");
    }

    @Test
    void ourOwnCommentsAreNotRead() throws Exception {
        begin();
        discussions(discussion("6500", 2_000));
        comments(
                "6500",
                comment("c1", 1_500, "Ответ").replace("\"77\"", "\"570000000001\""),
                comment("c2", 1_500, "Ответ").replace("\"77\"", "\"53000000000001\""),
                comment("c3", 1_500, "Ответ").replace("\"77\"", "\"group:53000000000001\""));
        again();
        assertThat(stored()).isEmpty();
        assertThat(leases.marker("ok comments")).contains("1001 2000");
    }

    @Test
    void otherDiscussionsOfTheAccountAreNotRead() throws Exception {
        begin();
        discussions(discussion("6500", 2_000).replace("GROUP_TOPIC", "USER_STATUS"));
        again();
        assertThat(leases.marker("ok comments")).contains("1001 1000");
    }

    @Test
    void longDiscussionsAreReadPageByPage() throws Exception {
        begin();
        discussions(discussion("6500", 2_000));
        ok.stubFor(post(urlPathEqualTo("/fb.do"))
                .withRequestBody(and(containing("getComments"), notContaining("anchor=")))
                .willReturn(okJson("{\"comments\":[%s],\"has_more\":true,\"anchor\":\"second\"}"
                        .formatted(comment("c1", 1_500, "Раз")))));
        ok.stubFor(post(urlPathEqualTo("/fb.do"))
                .withRequestBody(and(containing("getComments"), containing("anchor=second")))
                .willReturn(okJson("{\"comments\":[%s],\"has_more\":true,\"anchor\":\"second\"}"
                        .formatted(comment("c2", 1_500, "Два")))));
        again();
        assertThat(stored()).hasSize(2);
    }

    @Test
    void whatWasNotReadIsAskedForAgain() throws Exception {
        begin();
        discussions(discussion("6500", 2_000), discussion("6501", 3_000));
        comments("6500", comment("c1", 1_500, "Нет воды"));
        ok.stubFor(post(urlPathEqualTo("/fb.do"))
                .withRequestBody(and(containing("getComments"), containing("discussionId=6501")))
                .willReturn(okJson("{\"error_code\":2,\"error_msg\":\"Service is temporary unavailable\"}")));
        assertThatThrownBy(this::again).hasMessage("2: Service is temporary unavailable");
        assertThat(leases.error("ok comments")).contains("2: Service is temporary unavailable");
        assertThat(leases.marker("ok comments")).contains("1001 2000");

        comments("6501", comment("c2", 2_500, "Нет света"));
        again();
        assertThat(stored()).hasSize(2);
    }

    @Test
    void ofDiscussionsThatChangedInTheSameMomentNoneIsLeftOut() throws Exception {
        begin();
        discussions(discussion("6500", 2_000), discussion("6501", 2_000));
        comments("6500", comment("c1", 1_500, "Нет воды"));
        assertThatThrownBy(this::again).isInstanceOf(RuntimeException.class);
        assertThat(leases.marker("ok comments")).contains("1001 1999");
        comments("6501", comment("c2", 2_000, "Нет света"));
        again();
        assertThat(stored()).hasSize(2);
        assertThat(leases.marker("ok comments")).contains("1001 2000");
    }

    private void begin() throws Exception {
        discussions(discussion("6500", 1_000));
        again();
    }

    private void again() throws Exception {
        jdbc.sql("update channel_chore set next_at = 'epoch'").update();
        poll.work();
    }

    private List<String> stored() {
        return jdbc.sql("select event_key from channel_event where channel = 'ok' order by id")
                .query(String.class)
                .list();
    }

    private void discussions(String... json) {
        ok.stubFor(post(urlPathEqualTo("/fb.do"))
                .withRequestBody(containing("method=discussions.getList"))
                .willReturn(okJson("{\"discussions\":[%s]}".formatted(String.join(",", json)))));
    }

    private void comments(String about, String... json) {
        ok.stubFor(post(urlPathEqualTo("/fb.do"))
                .withRequestBody(and(containing("getComments"), containing("discussionId=" + about)))
                .willReturn(okJson("{\"comments\":[%s],\"has_more\":false}".formatted(String.join(",", json)))));
    }

    private static String discussion(String id, long activity) {
        return "{\"object_type\":\"GROUP_TOPIC\",\"object_id\":\"%s\",\"title\":\"Сегодня отключат воду\",\"last_activity_date_ms\":%d}"
                .formatted(id, activity);
    }

    private static String comment(String id, long at, String text) {
        return "{\"id\":\"%s\",\"author_id\":\"77\",\"author_name\":\"Анна К.\",\"text\":\"%s\",\"date_ms\":%d}"
                .formatted(id, text, at);
    }
}
