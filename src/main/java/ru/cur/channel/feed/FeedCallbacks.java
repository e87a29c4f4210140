package ru.cur.channel.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import ru.cur.platform.background.BackgroundWork;

/** Calls our webhook as VKontakte would: in order, again after an error, until it hears «ok». */
@Component
@Profile("demo")
class FeedCallbacks implements BackgroundWork {
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final String secret;
    private volatile RestClient program;

    FeedCallbacks(JdbcClient jdbc, ObjectMapper json, Environment settings) {
        this.jdbc = jdbc;
        this.json = json;
        // The network was told the secret when the community was connected, so it reads the same setting.
        this.secret = settings.getProperty("cur.channel.vk.secret", "");
    }

    @EventListener
    void on(WebServerInitializedEvent started) {
        program = RestClient.create("http://localhost:" + started.getWebServer().getPort());
    }

    void add(String type, Map<String, Object> object) {
        String id = UUID.randomUUID().toString().replace("-", "");
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", type);
        event.put("event_id", id);
        event.put("v", "5.199");
        event.put("group_id", PlayedNetwork.GROUP);
        event.put("secret", secret);
        event.put("object", object);
        jdbc.sql("insert into feed_callback (event_id, body) values (:id, :body)")
                .param("id", id)
                .param("body", write(event))
                .update();
    }

    private String write(Map<String, Object> event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Callback(long id, String body) {}

    @Override
    public String name() {
        return "feed-callbacks";
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    /** Delivers what has collected. */
    @Override
    public boolean work() {
        List<Callback> waiting = jdbc.sql("select id, body from feed_callback order by id limit 100")
                .query((row, i) -> new Callback(row.getLong("id"), row.getString("body")))
                .list();
        for (Callback callback : waiting) {
            String answer = program.post()
                    .uri("/channels/vk/webhook")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(callback.body())
                    .retrieve()
                    .body(String.class);
            if (!"ok".equals(answer)) {
                throw new IllegalStateException("The program answered an event with " + answer);
            }
            jdbc.sql("delete from feed_callback where id = :id")
                    .param("id", callback.id())
                    .update();
        }
        return !waiting.isEmpty();
    }
}
