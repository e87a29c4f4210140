package ru.cur.channel.vk;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import ru.cur.TestDatabase;
import ru.cur.channel.inbox.TestInbox;
import ru.cur.channel.network.ChoreLeases;
import ru.cur.channel.network.TestLines;

/** What is asked of VKontakte again and again. */
class VkChoresTest {
    private static final DataSource DATABASE = TestDatabase.migrated("vk_chores");

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final VkFixture fixture = new VkFixture();
    private final ChoreLeases leases = TestLines.on(jdbc, Clock.systemUTC(), 10).leases();

    @AfterEach
    void stop() {
        fixture.stop();
        jdbc.sql("truncate channel_event, channel_chore").update();
    }

    @Test
    void mentionsAreStoredOnceAndAskedForFromTheLatestOn() throws Exception {
        fixture.answers("newsfeed.getMentions", """
                {"response": {"count": 2, "items": [
                  {"id": 5, "owner_id": 555001, "from_id": 555001, "date": 1732413600, "text": "Где автобус?", "post_type": "post"},
                  {"id": 6, "owner_id": 555002, "from_id": 555002, "date": 1732413900, "text": "Где свет?", "post_type": "post"}]}}""");
        VkMentions mentions = mentions();
        mentions.work();
        assertThat(keys()).containsExactly("mention 555001_5", "mention 555002_6");
        fixture.vk.verify(postRequestedFor(urlPathEqualTo("/method/newsfeed.getMentions"))
                .withFormParam("start_time", equalTo("1732412700")));
        assertThat(leases.marker("vk mentions")).contains("1732413900");
        mentions.work();
        assertThat(fixture.vk.getAllServeEvents()).as("it is not due yet").hasSize(1);
        jdbc.sql("update channel_chore set next_at = now() - interval '1 minute'")
                .update();
        mentions.work();
        assertThat(keys()).hasSize(2);
        fixture.vk.verify(postRequestedFor(urlPathEqualTo("/method/newsfeed.getMentions"))
                .withFormParam("start_time", equalTo("1732413600"))
                .withHeader("Authorization", equalTo("Bearer user-token")));
    }

    @Test
    void whatIsFoundInTheOverlapDoesNotTakeTheBeginningBack() throws Exception {
        fixture.answers("newsfeed.getMentions", """
                {"response": {"items": [
                  {"id": 5, "owner_id": 555001, "from_id": 555001, "date": 1732412800, "text": "Где автобус?", "post_type": "post"}]}}""");
        mentions().work();
        assertThat(leases.marker("vk mentions")).contains("1732413000");
    }

    @Test
    void howeverManyMentionsThereAreAllAreStored() throws Exception {
        for (int from = 0; from < 120; from += 50) {
            fixture.vk.stubFor(post(urlPathEqualTo("/method/newsfeed.getMentions"))
                    .withFormParam("offset", equalTo(String.valueOf(from)))
                    .willReturn(okJson(
                            "{\"response\": {\"items\": [%s]}}".formatted(mentions(from, Math.min(120, from + 50))))));
        }
        mentions().work();
        assertThat(keys()).hasSize(120);
    }

    @Test
    void aNetworkThatAlwaysTellsTheSameIsAskedTwice() throws Exception {
        fixture.answers("newsfeed.getMentions", "{\"response\": {\"items\": [%s]}}".formatted(mentions(0, 50)));
        mentions().work();
        assertThat(keys()).hasSize(50);
        assertThat(fixture.vk.getAllServeEvents()).hasSize(2);
    }

    private static String mentions(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i ->
                        "{\"id\": %d, \"owner_id\": 5, \"from_id\": 5, \"date\": 1732413600, \"text\": \"Где свет?\"}"
                                .formatted(i + 1))
                .collect(Collectors.joining(","));
    }

    @Test
    void whatOneNodeDoesAnotherLeaves() throws Exception {
        fixture.answers("newsfeed.getMentions", "{\"response\": {\"count\": 0, \"items\": []}}");
        TestLines.on(jdbc, Clock.systemUTC(), 10).leases().take("vk mentions");
        mentions().work();
        assertThat(fixture.vk.getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{"url": "https://cur.example/channels/vk/webhook", "status": "ok"}]      |
            [{"url": "https://cur.example/channels/vk/webhook", "status": "failed"}]  | сервер Callback API в состоянии «failed»
            [{"url": "https://other.example/", "status": "ok"}]                       | нет сервера Callback API с нашим адресом
            []                                                                        | нет сервера Callback API с нашим адресом
            """)
    void aCallbackServerThatVkHasGivenUpIsNoticed(String servers, String fault) throws Exception {
        fixture.answers("groups.getCallbackServers", "{\"response\": {\"items\": %s}}".formatted(servers));
        VkProperties properties = fixture.properties(null);
        VkCallbackServer chore = new VkCallbackServer(fixture.api(properties), properties, leases);
        if (fault == null) {
            chore.work();
            assertThat(leases.error("vk callback")).isEmpty();
        } else {
            assertThatThrownBy(chore::work).hasMessageContaining(fault);
            assertThat(leases.error("vk callback").orElseThrow()).contains(fault);
        }
    }

    @Test
    void withoutTheRightToAskAPersonIsTold() {
        fixture.refuses("groups.getCallbackServers", 15);
        VkProperties properties = fixture.properties(null);
        assertThatThrownBy(() -> new VkCallbackServer(fixture.api(properties), properties, leases).work())
                .hasMessageContaining("нужно право «управление сообществом»");
    }

    private VkMentions mentions() {
        VkProperties properties = fixture.properties("user-token");
        return new VkMentions(
                fixture.api(properties),
                properties,
                TestInbox.on(jdbc, Clock.systemUTC()),
                leases,
                fixture.json,
                Clock.fixed(Instant.ofEpochSecond(1_732_413_000), ZoneOffset.UTC),
                new JdbcTransactionManager(DATABASE));
    }

    private List<String> keys() {
        return jdbc.sql("select event_key from channel_event order by id")
                .query(String.class)
                .list();
    }
}
