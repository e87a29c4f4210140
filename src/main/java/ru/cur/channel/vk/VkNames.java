package ru.cur.channel.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How people call themselves: events carry numbers only. */
@Component
@VkConnected
class VkNames {
    private final VkApi api;
    private final JdbcClient jdbc;

    VkNames(VkApi api, JdbcClient jdbc) {
        this.api = api;
        this.jdbc = jdbc;
    }

    /** Null when VKontakte can't be asked now: the message must not wait for the name of its author. */
    String of(long id) {
        return known(id).orElseGet(() -> ask(id));
    }

    private Optional<String> known(long id) {
        return jdbc.sql("select author_name from message where channel = 'vk' and author_id = :id"
                        + " and author_name is not null order by id desc limit 1")
                .param("id", String.valueOf(id))
                .query(String.class)
                .optional();
    }

    private String ask(long id) {
        try {
            return id > 0 ? person(id) : community(-id);
        } catch (RuntimeException unreachable) {
            return null;
        }
    }

    private String person(long id) {
        JsonNode person = api.call("users.get", Map.of("user_ids", String.valueOf(id), "lang", "ru"))
                .path(0);
        String name = person.path("first_name").asText()
                + ' '
                + person.path("last_name").asText();
        return name.isBlank() ? null : name.strip();
    }

    private String community(long id) {
        JsonNode answer = api.call("groups.getById", Map.of("group_ids", String.valueOf(id), "lang", "ru"));
        JsonNode groups = answer.has("groups") ? answer.path("groups") : answer;
        return groups.path(0).path("name").asText(null);
    }
}
