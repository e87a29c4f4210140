package ru.cur.channel.ok;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.util.DigestUtils;

/** Signs calls: MD5 over the parameters in the order of their names, and over a secret that only the two of us can compute. */
final class OkSignature {

    private OkSignature() {}

    /** @param parameters all but the token and the signature itself */
    static String of(Map<String, String> parameters, String accessToken, String applicationSecretKey) {
        SortedMap<String, String> sorted = new TreeMap<>(parameters);
        String joined = sorted.entrySet().stream()
                .map(parameter -> parameter.getKey() + '=' + parameter.getValue())
                .collect(Collectors.joining());
        return md5(joined + md5(accessToken + applicationSecretKey));
    }

    private static String md5(String text) {
        return DigestUtils.md5DigestAsHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
