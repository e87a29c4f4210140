package ru.cur.channel.max;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of a bot that no test has to wait for. */
final class MaxTestSettings {

    private MaxTestSettings() {}

    static MaxProperties at(String api) {
        return with(api, "https://cur.example/channels/max/webhook", null);
    }

    static MaxProperties with(String api, String webhook, Path certificates) {
        return new MaxProperties(
                "bot-token",
                "s3cr-et_1",
                URI.create(webhook),
                URI.create(api),
                certificates,
                10_000,
                10_000,
                Duration.ofMillis(1));
    }
}
