package ru.cur.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.cur.CurTest;
import ru.cur.Http;
import ru.cur.Http.Answer;
import ru.cur.Visitor;
import ru.cur.incident.attachment.SampleFiles;

/** Files for a message that is being entered by hand. */
@CurTest
class WaitingFilesWebTest {
    private static final String[] AS_SCRIPT = {"Accept", "application/json"};

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"operator", "curator", "head"})
    void whoRegistersKeepsAFileAndSeesItAlone(String login) {
        Visitor person = Visitor.following(port, login);
        Answer kept = send(person, "снимок.png", SampleFiles.png());
        assertThat(kept.status()).isEqualTo(201);
        assertThat(kept.json().get("fileName").asText()).isEqualTo("снимок.png");
        String path = kept.json().get("path").asText();
        assertThat(person.bytes(path).body()).isEqualTo(SampleFiles.png());
        assertThat(Visitor.following(port, "analyst").get(path).status()).isEqualTo(404);
        assertThat(Http.nobody(port).get(path).status()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vladivostok", "analyst", "manager"})
    void othersKeepNothing(String login) {
        Answer refused = send(Visitor.following(port, login), "снимок.png", SampleFiles.png());
        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void whatNoCaseTakesIsRefusedAtOnce() {
        Visitor operator = Visitor.following(port, "operator");
        Answer refused = send(operator, "снимок.png", "<html>".getBytes(StandardCharsets.UTF_8));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().get("detail").asText()).contains("не принят");
        assertThat(operator.get("/waiting-files/00000000-0000-0000-0000-000000000000")
                        .status())
                .isEqualTo(404);
    }

    private static Answer send(Visitor person, String name, byte[] content) {
        return person.upload(
                "/reports", "/waiting-files", Map.of(), name, BodyPublishers.ofByteArray(content), AS_SCRIPT);
    }
}
