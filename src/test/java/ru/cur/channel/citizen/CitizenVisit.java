package ru.cur.channel.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ru.cur.Http.Answer;

/** A citizen with a browser that runs no scripts. */
final class CitizenVisit {
    private static final Pattern HIDDEN = Pattern.compile("name=\"(\\w+)\" value=\"([^\"]*)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String base;
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.NORMAL)
            .build();

    CitizenVisit(int port) {
        this.base = "http://localhost:" + port;
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    /** The fields of a report that is fit, over what the page itself has filled in. */
    Map<String, String> report(String... more) {
        Map<String, String> fields = new LinkedHashMap<>();
        String page = get("/citizen").body();
        fields.put("_csrf", first(TOKEN, page));
        fields.put("draft", hidden(page, "draft"));
        fields.put("category", "IMPR-1");
        fields.put("text", "Трава по пояс");
        fields.put("municipality", "VLD");
        fields.put("address", "ул. Русская, 10");
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    /** @param photos contents by names of files */
    Answer send(Map<String, String> fields, Map<String, byte[]> photos) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach(
                (name, value) -> body.writeBytes("--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(name, value)
                        .getBytes(StandardCharsets.UTF_8)));
        // A browser sends an empty file where nothing was chosen.
        Map<String, byte[]> chosen = photos.isEmpty() ? Map.of("", new byte[0]) : photos;
        chosen.forEach((name, content) -> {
            body.writeBytes(
                    "--x\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"%s\"\r\nContent-Type: image/jpeg\r\n\r\n"
                            .formatted(name)
                            .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(content);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes("--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(request("/citizen/requests")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** The page of a report that was taken. */
    Sent sends(Map<String, String> fields, Map<String, byte[]> photos) {
        Answer answer = send(fields, photos);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Sent.of(answer);
    }

    /** Fills in a form of a page. @param fields names and values by turns */
    Answer submit(Sent page, String form, String... fields) {
        String html = get(page.link()).body();
        Map<String, String> all = new LinkedHashMap<>();
        all.put("_csrf", first(TOKEN, html));
        all.put("code", page.code());
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return post(page.path() + "/" + form, all);
    }

    Answer post(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    HttpResponse<byte[]> bytes(String path) {
        try {
            return browser.send(request(path).GET().build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hidden(String page, String name) {
        Matcher fields = HIDDEN.matcher(page);
        while (fields.find()) {
            if (fields.group(1).equals(name)) {
                return fields.group(2);
            }
        }
        throw new AssertionError("no hidden field " + name);
    }

    private static String first(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as("a form on the page").isTrue();
        return found.group(1);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html,*/*;q=0.8");
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(browser.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A report that was taken, and the link to it. */
    record Sent(String number, String path, String code, String body) {
        static Sent of(Answer answer) {
            URI page = answer.response().uri();
            Matcher code = Pattern.compile("code=([\\w-]{22})(&|$)").matcher(page.getRawQuery());
            assertThat(code.find()).as(page.toString()).isTrue();
            String path = page.getPath();
            return new Sent(path.substring(path.lastIndexOf('/') + 1), page.getRawPath(), code.group(1), answer.body());
        }

        String link() {
            return path + "?code=" + code;
        }
    }
}
