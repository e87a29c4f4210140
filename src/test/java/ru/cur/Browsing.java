package ru.cur;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ru.cur.Http.Answer;

/** Pages as one of the demo's people sees and sends them, logged in by the form. */
public final class Browsing {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;

    private Browsing(String base) {
        this.base = base;
    }

    public static Browsing as(String login, int port) {
        Browsing browsing = new Browsing("http://localhost:" + port);
        Answer answer = browsing.send("/login", "/login", Map.of("username", login, "password", "demo"));
        if (answer.header("Location").contains("error")) {
            throw new IllegalStateException("The login of " + login + " is refused");
        }
        return browsing;
    }

    public Answer get(String path) {
        return exchange(request(path).GET());
    }

    /** Sends a form with the token of the page on which it is. */
    public Answer send(String page, String path, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new IllegalStateException("No form on " + page);
        }
        return post(path + "?_csrf=" + encoded(token.group(1)), fields);
    }

    /** Sends a form without any token. */
    public Answer post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return exchange(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(URI.create(base + path).toASCIIString()))
                .header("Accept", "text/html");
    }

    private Answer exchange(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
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
