package ru.cur.channel.ok;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Settings of a group that no test has to wait for. */
final class OkTestSettings {
    static final OkCommentsProperties COMMENTS = new OkCommentsProperties(
            "CPUBLICKEY",
            "application-secret",
            "account-token",
            "570000000001",
            "53000000000001",
            Duration.ofMillis(1));

    private OkTestSettings() {}

    static OkProperties at(String api, String... networks) {
        return new OkProperties(
                "tkn18:CQAB",
                "s3cr-et_1",
                URI.create("https://cur.example/channels/ok/webhook"),
                List.of(networks),
                URI.create(api),
                10_000,
                10_000,
                Duration.ofMillis(1));
    }
}
