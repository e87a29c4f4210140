package ru.cur.channel.feed;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ru.cur.channel.feed.PlayedNetwork.Comment;

/** Objects as VKontakte puts them into events. */
final class FeedObjects {

    private FeedObjects() {}

    /** @param deleted the event of a deletion names the comment and says nothing of it */
    static Map<String, Object> comment(Comment comment, boolean deleted) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", comment.id());
        object.put("owner_id", comment.postOwner());
        object.put("post_id", comment.postId());
        if (deleted) {
            object.put("deleter_id", comment.fromId());
            return object;
        }
        object.put("from_id", comment.fromId());
        object.put("post_owner_id", comment.postOwner());
        object.put("parents_stack", comment.parentId() == null ? List.of() : List.of(comment.rootId()));
        object.put("date", comment.at().getEpochSecond());
        object.put("text", comment.text());
        object.put("attachments", List.of());
        if (comment.parentId() != null) {
            object.put("reply_to_comment", comment.parentId());
        }
        return object;
    }

    /** What stands on the wall of its author. */
    static Map<String, Object> post(long id, long fromId, String text, Instant at) {
        return Map.of(
                "id", id,
                "owner_id", fromId,
                "from_id", fromId,
                "post_type", "post",
                "date", at.getEpochSecond(),
                "text", text);
    }
}
