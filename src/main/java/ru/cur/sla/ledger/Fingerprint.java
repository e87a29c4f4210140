package ru.cur.sla.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of a list of values. Each is written with its length before it ({@code 4:BODY;}), so that no two lists give the same
 * text, whatever people have typed.
 */
final class Fingerprint {
    /** What the first row of a chain has in the place of the hash before it. */
    static final String NONE = "0".repeat(64);

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param value is added as its text; null too is something */
    Fingerprint add(Object value) {
        String text = value instanceof Enum<?> constant ? constant.name() : String.valueOf(value);
        String field = value == null ? "-;" : text.length() + ":" + text + ";";
        digest.update(field.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
