package ru.cur.channel.citizen;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Shows who has sent a report: 128 bits that nobody guesses. We keep its hash only. */
record SecretCode(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    static SecretCode fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SecretCode(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It must not get into a log by chance. */
    @Override
    public String toString() {
        return "SecretCode";
    }
}
