package ru.cur.channel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/** Keys of programs. @param byOwner the secret of each program by its name */
public record SecretKeys(Map<String, String> byOwner) {

    public SecretKeys {
        byOwner = Map.copyOf(byOwner);
    }

    /** Name of the program; every key is compared, and each in constant time, so that an answer's delay tells nothing. */
    public Optional<String> ownerOf(String key) {
        byte[] given = (key == null ? "" : key).getBytes(StandardCharsets.UTF_8);
        String owner = null;
        for (Map.Entry<String, String> entry : byOwner.entrySet()) {
            boolean same = MessageDigest.isEqual(entry.getValue().getBytes(StandardCharsets.UTF_8), given);
            owner = same && given.length > 0 ? entry.getKey() : owner;
        }
        return Optional.ofNullable(owner);
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return "keys of " + byOwner.keySet();
    }
}
