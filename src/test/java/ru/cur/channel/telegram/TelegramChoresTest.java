package ru.cur.channel.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.channel.telegram.TelegramFixture.SECRET;
import static ru.cur.channel.telegram.TelegramFixture.TOKEN;
import static ru.cur.channel.telegram.TelegramFixture.method;
import static ru.cur.channel.telegram.TelegramFixture.refusal;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.unit.DataSize;
import ru.cur.TestDatabase;
import ru.cur.channel.inbox.NetworkFiles.FileGone;
import ru.cur.channel.inbox.TestInbox;
import ru.cur.channel.network.NetworkFailure;
import ru.cur.channel.telegram.TelegramProperties.Updates;
import ru.cur.platform.web.ProgramAddress;

/** What the program asks of Telegram by itself. */
class TelegramChoresTest {
    private static final TelegramFixture TELEGRAM = new TelegramFixture(TestDatabase.migrated("telegram_chores"));
    private static final String HOOK = "https://cur.example/channels/telegram/webhook";

    private final JdbcClient jdbc = JdbcClient.create(TELEGRAM.database);

    @BeforeEach
    void forget() {
        TELEGRAM.forget();
    }

    @AfterAll
    static void stop() {
        TELEGRAM.server.stop();
    }

    private TelegramPolling polling() {
        return new TelegramPolling(
                TELEGRAM.api(),
                TestInbox.on(JdbcClient.create(TELEGRAM.database), TELEGRAM.clock),
                TELEGRAM.lines.leases(),
                new JdbcTransactionManager(TELEGRAM.database));
    }

    private TelegramUpkeep upkeep(Updates updates) {
        return new TelegramUpkeep(
                TELEGRAM.api(),
                TELEGRAM.settings(updates),
                new ProgramAddress(URI.create("https://cur.example")),
                TELEGRAM.lines.troubles(),
                TELEGRAM.lines.leases());
    }

    private List<String> keys() {
        return jdbc.sql("select event_key from channel_event order by id")
                .query(String.class)
                .list();
    }

    private static void answer(String called, String result) {
        TELEGRAM.server.stubFor(method(called).willReturn(TelegramFixture.ok(result)));
    }

    private static String update(long id, String text) {
        return "{\"update_id\":%d,\"message\":{\"message_id\":%d,\"chat\":{\"id\":-1001},\"text\":\"%s\"}}"
                .formatted(id, id + 40, text);
    }

    private static void verifyCalled(int times, String called) {
        TELEGRAM.server.verify(times, postRequestedFor(urlEqualTo("/bot" + TOKEN + "/" + called)));
    }

    @Test
    void whatIsAskedForIsStoredOnceAndAskedForNoMore() throws Exception {
        answer("getUpdates", "[" + update(10, "Яма") + "," + update(11, "Свет") + "]");
        polling().work();
        assertThat(keys()).containsExactly("10 -1001_50", "11 -1001_51");
        jdbc.sql("update channel_chore set next_at = now()").update();
        polling().work();

        assertThat(keys()).hasSize(2);
        TELEGRAM.server.verify(
                postRequestedFor(urlEqualTo("/bot" + TOKEN + "/getUpdates"))
                        .withRequestBody(
                                equalToJson(
                                        "{\"offset\":12,\"limit\":100,\"timeout\":10,\"allowed_updates\":[\"message\",\"edited_message\"]}")));
    }

    @Test
    void eventsThatCantBeStoredAreAskedForAgain() {
        answer(
                "getUpdates",
                "[" + update(10, "Яма")
                        + ",{\"update_id\":11,\"message\":{\"message_id\":1,\"chat\":{\"id\":1},\"media_group_id\":\"%s\"}}]"
                                .formatted("x".repeat(600)));

        assertThatThrownBy(() -> polling().work()).isInstanceOf(IllegalArgumentException.class);
        assertThat(keys()).isEmpty();
        assertThat(TELEGRAM.lines.leases().marker("telegram poll")).isEmpty();
        assertThat(TELEGRAM.lines.leases().error("telegram poll")).isPresent();
    }

    @Test
    void halfACharacterHoldsUpNothing() throws Exception {
        answer("getUpdates", "[" + update(10, "Яма \\ud83d, ноль \\u0000 и всё") + "]");

        polling().work();

        assertThat(jdbc.sql("select body from channel_event")
                        .query(String.class)
                        .single())
                .contains("Яма ?, ноль \\u0000 и всё");
    }

    @Test
    void aWebhookOfSomebodyElseIsAConflictAndNoLoss() {
        TELEGRAM.server.stubFor(method("getUpdates")
                .willReturn(refusal(409, "Conflict: can't use getUpdates method while webhook is active")));

        assertThatThrownBy(() -> polling().work()).isInstanceOf(TelegramRefusal.class);
        assertThat(TELEGRAM.lines.leases().error("telegram poll"))
                .hasValueSatisfying(error -> assertThat(error).contains("webhook is active"));
    }

    @Test
    void telegramIsToldWhereToCallAtEachStartAndWhenItHasForgotten() {
        answer(
                "getWebhookInfo",
                "{\"url\":\"" + HOOK
                        + "\",\"allowed_updates\":[\"edited_message\",\"message\"],\"pending_update_count\":0}");
        answer("setWebhook", "true");
        TelegramUpkeep upkeep = upkeep(Updates.WEBHOOK);
        upkeep.perform();
        upkeep.perform();
        verifyCalled(1, "setWebhook");
        TELEGRAM.server.verify(postRequestedFor(urlEqualTo("/bot" + TOKEN + "/setWebhook"))
                .withRequestBody(equalToJson("""
                        {"url": "%s", "secret_token": "%s", "allowed_updates": ["message", "edited_message"],
                         "drop_pending_updates": false}
                        """.formatted(HOOK, SECRET))));

        answer("getWebhookInfo", "{\"url\":\"\",\"pending_update_count\":0}");
        upkeep.perform();
        verifyCalled(2, "setWebhook");
        assertThat(TELEGRAM.troubles()).isEmpty();
    }

    @Test
    void whatTelegramCouldNotDeliverIsNotedOnce() throws Exception {
        answer(
                "getWebhookInfo",
                "{\"url\":\"" + HOOK
                        + "\",\"pending_update_count\":37,\"last_error_date\":1732413600,\"last_error_message\":\"Connection timed out\"}");
        answer("setWebhook", "true");
        upkeep(Updates.WEBHOOK).work();
        jdbc.sql("update channel_chore set next_at = now()").update();
        upkeep(Updates.WEBHOOK).work();

        assertThat(TELEGRAM.troubles())
                .containsExactly("Telegram не доставил событие: Connection timed out; ждут доставки: 37");
    }

    @Test
    void eventsThatPileUpAreNoted() throws Exception {
        answer("getWebhookInfo", "{\"url\":\"" + HOOK + "\",\"pending_update_count\":5000}");
        answer("setWebhook", "true");

        upkeep(Updates.WEBHOOK).work();

        assertThat(TELEGRAM.troubles()).containsExactly("В Telegram ждут доставки событий: 5000");
    }

    @Test
    void whoeverAsksHasNoWebhook() {
        answer("getWebhookInfo", "{\"url\":\"" + HOOK + "\",\"pending_update_count\":3}");
        answer("deleteWebhook", "true");
        upkeep(Updates.POLLING).perform();
        verifyCalled(1, "deleteWebhook");
        TELEGRAM.server.verify(postRequestedFor(urlEqualTo("/bot" + TOKEN + "/deleteWebhook"))
                .withRequestBody(matchingJsonPath("$.drop_pending_updates", containing("false"))));

        answer("getWebhookInfo", "{\"url\":\"\",\"pending_update_count\":3}");
        upkeep(Updates.POLLING).perform();
        verifyCalled(1, "deleteWebhook");
    }

    private TelegramFiles files() {
        return new TelegramFiles(TELEGRAM.api(), DataSize.ofBytes(5));
    }

    @Test
    void aFileIsFetchedByALinkThatNobodyKeeps() {
        answer("getFile", "{\"file_id\":\"F\",\"file_size\":3,\"file_path\":\"photos/file 1.jpg\"}");
        TELEGRAM.server.stubFor(
                get("/file/bot" + TOKEN + "/photos/file%201.jpg").willReturn(ok().withBody(new byte[] {1, 2, 3})));

        assertThat(files().fetch("F")).containsExactly(1, 2, 3);
    }

    @Test
    void aFileThatIsTooLargeIsNotFetched() {
        answer("getFile", "{\"file_id\":\"F\",\"file_size\":6,\"file_path\":\"f\"}");
        assertThatThrownBy(() -> files().fetch("F")).isInstanceOf(FileGone.class);

        answer("getFile", "{\"file_id\":\"F\",\"file_path\":\"f\"}");
        TELEGRAM.server.stubFor(get("/file/bot" + TOKEN + "/f").willReturn(ok().withBody(new byte[6])));
        assertThatThrownBy(() -> files().fetch("F")).isInstanceOf(FileGone.class);

        TELEGRAM.server.stubFor(method("getFile").willReturn(refusal(400, "Bad Request: file is too big")));
        assertThatThrownBy(() -> files().fetch("F"))
                .isInstanceOf(FileGone.class)
                .hasMessageContaining("остался в Telegram");
    }

    @Test
    void aFileThatTelegramHasLostIsGone() {
        TELEGRAM.server.stubFor(method("getFile").willReturn(refusal(400, "Bad Request: wrong file_id")));

        assertThatThrownBy(() -> files().fetch("F"))
                .isInstanceOf(FileGone.class)
                .hasMessageContaining("wrong file_id");
    }

    @Test
    void aDownloadThatFailsIsTriedAgainAndTellsNoSecret() {
        answer("getFile", "{\"file_id\":\"F\",\"file_path\":\"f\"}");
        TELEGRAM.server.stubFor(get("/file/bot" + TOKEN + "/f").willReturn(serverError()));

        assertThatThrownBy(() -> files().fetch("F"))
                .isInstanceOf(NetworkFailure.class)
                .hasMessage("HTTP 500");
    }
}
