package ru.cur.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.cur.CurTest;

/** The tests' setting allows two sessions a person. */
@CurTest
class SessionLimitTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Test
    void ofTooManyTheLeastUsedEnds() throws Exception {
        HttpClient oldest = loggedIn("manager");
        assertThat(get(oldest, "/reports").statusCode()).isEqualTo(200);
        HttpClient second = loggedIn("manager");
        HttpClient another = loggedIn("analyst");
        HttpClient third = loggedIn("manager");
        HttpResponse<String> ended = get(oldest, "/reports");
        assertThat(ended.statusCode()).isEqualTo(302);
        assertThat(ended.headers().firstValue("Location").orElseThrow()).endsWith("/login?expired");
        for (HttpClient going : new HttpClient[] {second, third, another}) {
            assertThat(get(going, "/reports").statusCode()).isEqualTo(200);
        }
    }

    private HttpClient loggedIn(String login) throws IOException, InterruptedException {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        Matcher token = TOKEN.matcher(get(browser, "/login").body());
        assertThat(token.find()).isTrue();
        String form = "username=%s&password=demo&_csrf=%s".formatted(login, token.group(1));
        HttpRequest request = HttpRequest.newBuilder(address("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        assertThat(browser.send(request, BodyHandlers.ofString()).headers().firstValue("Location"))
                .get()
                .asString()
                .doesNotContain("error");
        return browser;
    }

    private HttpResponse<String> get(HttpClient browser, String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
