package ru.cur.channel.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Compares secrets so that the delay of an answer tells nothing. */
public final class Secrets {

    private Secrets() {}

    /** @param given null is never right */
    public static boolean same(String expected, String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
