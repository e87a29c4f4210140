package ru.cur.channel.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.net.URI;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import ru.cur.MovableClock;
import ru.cur.channel.network.TestLines;
import ru.cur.channel.network.Troubles.Trouble;
import ru.cur.channel.telegram.TelegramProperties.Updates;

/** The Bot API as a simulator plays it, and the connector beside it. */
final class TelegramFixture {
    static final String TOKEN = "123456:TheTokenOf-the_bot";
    static final String SECRET = "a-secret-of-twenty-letters";

    final WireMockServer server = new WireMockServer(options().dynamicPort());
    final MovableClock clock = new MovableClock(MovableClock.at("2026-11-24T10:00"));
    final DataSource database;
    final TestLines lines;

    TelegramFixture(DataSource database) {
        this.database = database;
        this.lines = TestLines.on(JdbcClient.create(database), clock, 100);
        server.start();
    }

    static TelegramProperties settings(Updates updates, URI api) {
        return new TelegramProperties(
                TOKEN,
                SECRET,
                updates,
                api,
                null,
                Set.of(-1001L),
                Set.of(-1002L),
                Set.of("primorsky_gov"),
                DataSize.ofKilobytes(1));
    }

    TelegramProperties settings(Updates updates) {
        return settings(updates, URI.create(server.baseUrl()));
    }

    TelegramApi api() {
        return new TelegramApi(settings(Updates.WEBHOOK), lines.networks(), new ObjectMapper());
    }

    /** A call of a method, with the token where it belongs. */
    static MappingBuilder method(String name) {
        return post("/bot" + TOKEN + "/" + name);
    }

    static ResponseDefinitionBuilder ok(String result) {
        return WireMock.okJson("{\"ok\":true,\"result\":" + result + "}");
    }

    static ResponseDefinitionBuilder refusal(int code, String description) {
        return WireMock.jsonResponse(
                "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}".formatted(code, description), code);
    }

    void answerEverything(ResponseDefinitionBuilder answer) {
        server.stubFor(post(anyUrl()).willReturn(answer));
    }

    List<String> troubles() {
        return lines.troubles().latest(10).stream().map(Trouble::details).toList();
    }

    /** As after a quiet minute. */
    void forget() {
        server.resetAll();
        JdbcClient.create(database)
                .sql("truncate channel_pace, channel_trouble, channel_chore, channel_event cascade")
                .update();
    }
}
