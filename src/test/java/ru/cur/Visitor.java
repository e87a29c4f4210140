package ru.cur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.cur.Http.Answer;

/** One of the demo's people with a browser: reads pages and sends their forms with the token that they carry. */
public final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String base;
    private String token = "";

    private Visitor(int port) {
        this.base = "http://localhost:" + port;
    }

    public static Visitor of(int port, String login) {
        Visitor visitor = new Visitor(port);
        visitor.get("/login");
        Answer home = visitor.post("/login", "username", login, "password", "demo");
        assertThat(home.response().uri().getQuery()).as("login of %s", login).isNull();
        return visitor;
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    /** @param form names and values by turns */
    public Answer post(String path, String... form) {
        return postAs(token, path, form);
    }

    /** As {@link #post}, with another token than the page's. */
    public Answer postAs(String csrf, String path, String... form) {
        StringBuilder body = new StringBuilder("_csrf=" + encoded(csrf));
        for (int i = 0; i < form.length; i += 2) {
            body.append('&').append(form[i]).append('=').append(encoded(form[i + 1]));
        }
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** Sends a file with the field {@code year}. @param content of the file @param size of the content in bytes */
    public Answer upload(String path, String year, BodyPublisher content, long size) {
        byte[] before = """
                --x\r
                Content-Disposition: form-data; name="_csrf"\r
                \r
                %s\r
                --x\r
                Content-Disposition: form-data; name="year"\r
                \r
                %s\r
                --x\r
                Content-Disposition: form-data; name="file"; filename="calendar.xml"\r
                Content-Type: text/xml\r
                \r
                """.formatted(token, year).getBytes(StandardCharsets.UTF_8);
        byte[] after = "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8);
        BodyPublisher all = BodyPublishers.fromPublisher(
                BodyPublishers.concat(BodyPublishers.ofByteArray(before), content, BodyPublishers.ofByteArray(after)),
                before.length + size + after.length);
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(all));
    }

    public Answer upload(String path, String year, byte[] content) {
        return upload(path, year, BodyPublishers.ofByteArray(content), content.length);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            request.header("Accept", "text/html");
            Answer answer = new Answer(browser.send(request.build(), BodyHandlers.ofString()));
            Matcher found = TOKEN.matcher(answer.body());
            if (found.find()) {
                token = found.group(1);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
