package ru.cur.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.cur.CurTest;
import ru.cur.Http.Answer;
import ru.cur.Visitor;

/** The tests' setting allows two sessions a person. */
@CurTest
class SessionLimitTest {
    @LocalServerPort
    private int port;

    @Test
    void ofTooManyTheLeastUsedEnds() {
        Visitor oldest = Visitor.notFollowing(port, "manager");
        assertThat(oldest.get("/reports").status()).isEqualTo(200);
        Visitor second = Visitor.notFollowing(port, "manager");
        Visitor another = Visitor.notFollowing(port, "analyst");
        Visitor third = Visitor.notFollowing(port, "manager");
        Answer ended = oldest.get("/reports");
        assertThat(ended.status()).isEqualTo(302);
        assertThat(ended.header("Location")).endsWith("/login?expired");
        for (Visitor going : new Visitor[] {second, third, another}) {
            assertThat(going.get("/reports").status()).isEqualTo(200);
        }
    }
}
