package ru.cur.channel.instagram;

import java.net.URI;

/** Settings of an account that no test has to wait for. */
final class InstagramTestSettings {
    static final String ACCOUNT = "17841400000000001";

    private InstagramTestSettings() {}

    static InstagramProperties at(String api) {
        return new InstagramProperties(
                "app-secret", "verify-me", "account-token", ACCOUNT, URI.create(api + "/v23.0"), null, 10_000);
    }
}
