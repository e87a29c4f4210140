package ru.cur.channel.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows which program holds which key. */
@Component
class ApiKeys {
    private final IntakeProperties properties;

    ApiKeys(IntakeProperties properties) {
        this.properties = properties;
    }

    /** Name of the program; every key is compared, and each in constant time, so that an answer's delay tells nothing. */
    Optional<String> ownerOf(String key) {
        byte[] given = (key == null ? "" : key).getBytes(StandardCharsets.UTF_8);
        String owner = null;
        for (Map.Entry<String, String> entry : properties.apiKeys().entrySet()) {
            boolean same = MessageDigest.isEqual(entry.getValue().getBytes(StandardCharsets.UTF_8), given);
            owner = same && given.length > 0 ? entry.getKey() : owner;
        }
        return Optional.ofNullable(owner);
    }
}
