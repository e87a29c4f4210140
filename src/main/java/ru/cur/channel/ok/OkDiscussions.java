package ru.cur.channel.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Calls the signed interface for discussions. Odnoklassniki describe {@code discussions.getList} and {@code getComments}; of
 * {@code addDiscussionComment} they don't say any more in public, and grant it by agreement: where it is not granted, the answer is
 * refused and a person publishes it. Each method throws what {@link OkLine#ask} throws.
 */
@Component
@OkCommentsConnected
class OkDiscussions {
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 50;

    private final OkLine line;
    private final OkCommentsProperties properties;

    OkDiscussions(OkLine line, OkCommentsProperties properties) {
        this.line = line;
        this.properties = properties;
    }

    /** What the account takes part in. */
    List<JsonNode> list() {
        JsonNode answer = call(
                "discussions.getList",
                Map.of(
                        "count",
                        String.valueOf(PAGE),
                        "fields",
                        "discussion.object_type,discussion.object_id,discussion.title,discussion.last_activity_date_ms"));
        return StreamSupport.stream(answer.path("discussions").spliterator(), false)
                .toList();
    }

    /** All comments there. @throws IllegalStateException when there are more than can be read */
    List<JsonNode> comments(String type, String id) {
        List<JsonNode> all = new ArrayList<>();
        String anchor = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            Map<String, String> parameters =
                    new HashMap<>(Map.of("discussionType", type, "discussionId", id, "count", String.valueOf(PAGE)));
            if (!anchor.isEmpty()) {
                parameters.put("anchor", anchor);
            }
            JsonNode answer = call("discussions.getComments", parameters);
            answer.path("comments").forEach(all::add);
            String next = answer.path("anchor").asText("");
            if (!answer.path("has_more").asBoolean() || next.isEmpty() || next.equals(anchor)) {
                return all;
            }
            anchor = next;
        }
        throw new IllegalStateException(
                "Под публикацией %s больше %d комментариев, прочитать все нельзя".formatted(id, PAGE * MOST_PAGES));
    }

    /** Comments on behalf of the account. @return the comment's id; empty when Odnoklassniki don't tell it */
    String add(String type, String id, String text) {
        JsonNode answer =
                call("discussions.addDiscussionComment", Map.of("entityType", type, "entityId", id, "comment", text));
        return answer.isValueNode() ? answer.asText() : answer.path("id").asText("");
    }

    private JsonNode call(String method, Map<String, String> parameters) {
        Map<String, String> signed = new HashMap<>(parameters);
        signed.put("application_key", properties.applicationKey());
        signed.put("format", "json");
        signed.put("method", method);
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        signed.forEach(form::add);
        form.add("sig", OkSignature.of(signed, properties.accessToken(), properties.applicationSecretKey()));
        form.add("access_token", properties.accessToken());
        return line.ask(() -> line.client()
                .post()
                .uri("/fb.do")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form));
    }
}
