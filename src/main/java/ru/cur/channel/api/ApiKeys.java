package ru.cur.channel.api;

import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.cur.channel.SecretKeys;

/** Knows which program holds which key. */
@Component
class ApiKeys {
    private final SecretKeys keys;

    ApiKeys(IntakeProperties properties) {
        this.keys = new SecretKeys(properties.apiKeys());
    }

    /** Name of the program; empty for a key of nobody. */
    Optional<String> ownerOf(String key) {
        return keys.ownerOf(key);
    }
}
