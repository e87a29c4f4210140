package ru.cur.channel.ok;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OkSignatureTest {

    /** The signatures were computed by {@code md5sum}, as Odnoklassniki describe it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application_key=CPUBLICKEY&format=json&method=users.getCurrentUser | ce9d62b69d0efe443bdbf39f4561643a",
                "application_key=CPUBLICKEY&count=100&format=json&method=discussions.getList | ea5a1ae2620f05bccb6f3285fab2d796",
                "application_key=CPUBLICKEY&comment=Люк закроют сегодня&entityId=1&entityType=GROUP_TOPIC&format=json&method=discussions.addDiscussionComment | 2443666468943e4d80b3d4431c637f2d",
            })
    void callsAreSignedAsTheNetworkDescribesIt(String parameters, String signature) {
        assertThat(OkSignature.of(parsed(parameters), "account-token", "application-secret"))
                .isEqualTo(signature);
    }

    @Test
    void theOrderInWhichParametersAreGivenDoesNotMatter() {
        Map<String, String> given = new LinkedHashMap<>();
        List.of("method", "format", "application_key").forEach(name -> given.put(name, name));
        Map<String, String> turned = new LinkedHashMap<>();
        List.of("application_key", "format", "method").forEach(name -> turned.put(name, name));
        assertThat(OkSignature.of(given, "t", "s")).isEqualTo(OkSignature.of(turned, "t", "s"));
    }

    @Test
    void anotherTokenSecretOrValueIsAnotherSignature() {
        String signature = OkSignature.of(Map.of("method", "a"), "t", "s");
        assertThat(List.of(
                        OkSignature.of(Map.of("method", "b"), "t", "s"),
                        OkSignature.of(Map.of("method", "a"), "u", "s"),
                        OkSignature.of(Map.of("method", "a"), "t", "z")))
                .doesNotContain(signature);
    }

    private static Map<String, String> parsed(String parameters) {
        Map<String, String> parsed = new LinkedHashMap<>();
        for (String parameter : parameters.split("&")) {
            String[] parts = parameter.split("=", 2);
            parsed.put(parts[0], parts[1]);
        }
        return parsed;
    }
}
