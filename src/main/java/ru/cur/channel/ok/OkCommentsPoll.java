package ru.cur.channel.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.Arrival;
import ru.cur.channel.inbox.Inbox;
import ru.cur.channel.network.Chore;
import ru.cur.channel.network.ChoreLeases;

/**
 * Asks for new comments, as nobody tells of them: of what has changed since the last time all comments are read, and the inbox
 * knows those that it has. What stood there before the first time is not worked on. A comment that is deleted just does not come
 * any more, so that no case learns of it.
 */
@Component
@OkCommentsConnected
class OkCommentsPoll extends Chore {
    private final OkDiscussions discussions;
    private final OkCommentsProperties properties;
    private final Inbox inbox;
    private final ChoreLeases leases;
    private final ObjectMapper json;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OkCommentsPoll(
            OkDiscussions discussions,
            OkCommentsProperties properties,
            Inbox inbox,
            ChoreLeases leases,
            ObjectMapper json,
            Clock clock,
            PlatformTransactionManager transactions) {
        super(Channel.OK, "ok comments", properties.every(), leases);
        this.discussions = discussions;
        this.properties = properties;
        this.inbox = inbox;
        this.leases = leases;
        this.json = json;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Up to where we have read. @param since comments before that are not ours @param activity of the last discussion, both in ms */
    private record Marker(long since, long activity) {

        static Marker parse(String text) {
            String[] parts = text.split(" ", 2);
            return new Marker(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        }

        @Override
        public String toString() {
            return since + " " + activity;
        }
    }

    /** A discussion of the group. @param activity when something happened in it the last time, in ms */
    private record Talk(OkPlace.Discussion about, String title, long activity) {}

    @Override
    protected void perform() {
        List<Talk> talks = discussions.list().stream()
                .flatMap(discussion -> talk(discussion).stream())
                .sorted(Comparator.comparingLong(Talk::activity))
                .toList();
        Marker marker = leases.marker(name()).map(Marker::parse).orElse(null);
        if (marker == null) {
            long latest = talks.isEmpty()
                    ? clock.millis()
                    : talks.get(talks.size() - 1).activity();
            leases.mark(name(), new Marker(latest + 1, latest).toString());
            return;
        }
        for (int i = 0; i < talks.size(); i++) {
            Talk talk = talks.get(i);
            if (talk.activity() > marker.activity()) {
                // Of several that changed in the same moment, none may be left out should the next one fail.
                boolean moreOfTheMoment =
                        i + 1 < talks.size() && talks.get(i + 1).activity() == talk.activity();
                store(talk, new Marker(marker.since(), moreOfTheMoment ? talk.activity() - 1 : talk.activity()));
            }
        }
    }

    private static Optional<Talk> talk(JsonNode discussion) {
        return OkPlace.discussion(discussion.path("object_type").asText()
                        + ':'
                        + discussion.path("object_id").asText())
                .map(about -> new Talk(
                        about,
                        discussion.path("title").asText(""),
                        discussion.path("last_activity_date_ms").asLong()));
    }

    private void store(Talk talk, Marker next) {
        List<Arrival> found = discussions
                .comments(talk.about().type(), talk.about().id())
                .stream()
                .filter(comment -> comment.hasNonNull("id") && !isOurs(comment))
                .filter(comment -> OkComments.writtenAt(comment)
                        .filter(at -> at.isBefore(Instant.ofEpochMilli(next.since())))
                        .isEmpty())
                .map(comment -> arrival(talk, comment))
                .toList();
        transaction.executeWithoutResult(begun -> {
            inbox.store(found);
            leases.mark(name(), next.toString());
        });
    }

    private boolean isOurs(JsonNode comment) {
        return Set.of(properties.accountId(), properties.groupId(), "group:" + properties.groupId())
                .contains(comment.path("author_id").asText());
    }

    private Arrival arrival(Talk talk, JsonNode comment) {
        return new Arrival(
                Channel.OK,
                "%s %s".formatted(talk.about().comment(comment.path("id").asText()), OkComments.version(comment)),
                talk.about().toString(),
                json.createObjectNode()
                        .put("discussion", talk.about().toString())
                        .put("title", talk.title().isEmpty() ? null : talk.title())
                        .put("permalink", permalink(talk.about()))
                        .set("comment", comment)
                        .toString());
    }

    private String permalink(OkPlace.Discussion about) {
        return about.type().equals("GROUP_TOPIC")
                ? "https://ok.ru/group/%s/topic/%s".formatted(properties.groupId(), about.id())
                : "https://ok.ru/group/" + properties.groupId();
    }
}
