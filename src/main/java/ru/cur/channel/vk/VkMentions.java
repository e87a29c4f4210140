package ru.cur.channel.vk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.Arrival;
import ru.cur.channel.inbox.Inbox;
import ru.cur.channel.network.Chore;
import ru.cur.channel.network.ChoreLeases;

/**
 * Asks where people have mentioned the account: VKontakte tells this only to a person, and calls nobody about it. What was written
 * before the first time is not worked on.
 */
@Component
@VkConnected
@ConditionalOnProperty("cur.channel.vk.user-token")
class VkMentions extends Chore {
    private static final String NAME = "vk mentions";
    private static final int PAGE = 50;
    /** What is written while it is asked for is found the next time, and what comes twice is stored once. */
    private static final long OVERLAP_SECONDS = 300;

    private final VkApi api;
    private final VkProperties properties;
    private final Inbox inbox;
    private final ChoreLeases leases;
    private final ObjectMapper json;
    private final Clock clock;
    private final TransactionTemplate transaction;

    VkMentions(
            VkApi api,
            VkProperties properties,
            Inbox inbox,
            ChoreLeases leases,
            ObjectMapper json,
            Clock clock,
            PlatformTransactionManager transactions) {
        super(Channel.VK, NAME, properties.mentionsEvery(), leases);
        this.api = api;
        this.properties = properties;
        this.inbox = inbox;
        this.leases = leases;
        this.json = json;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    protected void perform() {
        long since = leases.marker(NAME).map(Long::valueOf).orElseGet(() -> clock.instant()
                .getEpochSecond());
        Set<JsonNode> found = new LinkedHashSet<>();
        int asked = 0;
        boolean more = true;
        while (more) {
            List<JsonNode> page = page(since, asked);
            asked += PAGE;
            // A full page of what is known already would go on for ever.
            more = found.addAll(page) && page.size() == PAGE;
        }
        long latest =
                found.stream().mapToLong(item -> item.path("date").asLong()).reduce(since, Math::max);
        transaction.executeWithoutResult(begun -> {
            inbox.store(found.stream().map(this::arrival).toList());
            leases.mark(NAME, String.valueOf(latest));
        });
    }

    private List<JsonNode> page(long since, int offset) {
        JsonNode items = api.callAsUser(
                        "newsfeed.getMentions",
                        Map.of(
                                "owner_id",
                                String.valueOf(-properties.groupId()),
                                "start_time",
                                String.valueOf(Math.max(1, since - OVERLAP_SECONDS)),
                                "count",
                                String.valueOf(PAGE),
                                "offset",
                                String.valueOf(offset)))
                .path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private Arrival arrival(JsonNode item) {
        long owner = item.path("owner_id").asLong(item.path("to_id").asLong());
        String id = owner + "_" + item.path("id").asLong();
        return new Arrival(Channel.VK, "mention " + id, "mention " + id, event(item));
    }

    private String event(JsonNode item) {
        try {
            return json.writeValueAsString(Map.of("type", "mention", "object", item));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
