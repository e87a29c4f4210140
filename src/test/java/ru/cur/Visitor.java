package ru.cur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ru.cur.Http.Answer;

/** One of the demo's people with a browser, logged in by the form: a session, cookies, the token of a page. */
public final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String base;
    private final CookieManager cookies;
    private final HttpClient browser;

    private Visitor(String base, CookieManager cookies, Redirect redirects) {
        this.base = base;
        this.cookies = cookies;
        this.browser = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(redirects)
                .build();
    }

    /** Goes where the answers lead. */
    public static Visitor following(int port, String login) {
        Visitor visitor = new Visitor("http://localhost:" + port, new CookieManager(), Redirect.NORMAL);
        Answer home = visitor.submit("/login", "/login", Map.of("username", login, "password", "demo"));
        assertThat(home.response().uri().getPath()).as("login of %s", login).doesNotContain("/login");
        return visitor;
    }

    /** Sees the redirects themselves. */
    public static Visitor notFollowing(int port, String login) {
        Visitor visitor = following(port, login);
        return new Visitor(visitor.base, visitor.cookies, Redirect.NEVER);
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Sends a form to a path, with the token of the page on which it is. */
    public Answer submit(String page, String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", token(page));
        return post(path, all);
    }

    /** Sends a form as it is, without the token of any page. */
    public Answer post(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return post(path, form, "Content-Type", "application/x-www-form-urlencoded");
    }

    /** @param headers names and values by turns */
    public Answer post(String path, String body, String... headers) {
        return send(request(path).headers(headers).POST(BodyPublishers.ofString(body)));
    }

    /**
     * Sends a file with other fields, with the token of the page.
     *
     * @param content of known length
     * @param headers names and values by turns, beside that of the content's type
     */
    public Answer upload(
            String page,
            String path,
            Map<String, String> fields,
            String fileName,
            BodyPublisher content,
            String... headers) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", token(page));
        String before = all.entrySet().stream()
                        .map(field -> "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(field.getKey(), field.getValue()))
                        .collect(Collectors.joining())
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: image/jpeg\r\n\r\n"
                        .formatted(fileName);
        HttpRequest.Builder request = request(path).header("Content-Type", "multipart/form-data; boundary=x");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.POST(BodyPublishers.concat(
                BodyPublishers.ofString(before), content, BodyPublishers.ofString("\r\n--x--\r\n"))));
    }

    /** What a path gives, byte by byte. */
    public HttpResponse<byte[]> bytes(String path) {
        return receive(request(path).GET(), BodyHandlers.ofByteArray());
    }

    private String token(String page) {
        Matcher token = TOKEN.matcher(get(page).body());
        assertThat(token.find()).as("%s has a form", page).isTrue();
        return token.group(1);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(URI.create(base + path).toASCIIString()))
                .header("Accept", "text/html, */*;q=0.8");
    }

    private Answer send(HttpRequest.Builder request) {
        return new Answer(receive(request, BodyHandlers.ofString()));
    }

    private <T> HttpResponse<T> receive(HttpRequest.Builder request, BodyHandler<T> as) {
        try {
            return browser.send(request.build(), as);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
