package ru.cur.channel.max;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import ru.cur.channel.Channel;
import ru.cur.channel.network.Chore;
import ru.cur.channel.network.ChoreLeases;
import ru.cur.channel.network.Troubles;
import ru.cur.platform.web.ProgramAddress;

/**
 * Keeps MAX calling us: it ends a subscription by itself when we have not answered for 8 hours. Each start of the program renews
 * it, too, since the secret may be another one.
 */
@Component
@MaxConnected
class MaxSubscription extends Chore {
    static final List<String> TYPES = List.of(
            "message_created",
            "message_edited",
            "message_removed",
            "comment_created",
            "comment_edited",
            "comment_removed",
            "bot_added",
            "bot_removed",
            "bot_started",
            "bot_stopped");

    private final MaxApi api;
    private final ChoreLeases leases;
    private final Troubles troubles;
    private final String secret;
    private final String address;
    private volatile boolean renewed;

    MaxSubscription(
            MaxApi api, MaxProperties properties, ProgramAddress program, ChoreLeases leases, Troubles troubles) {
        super(Channel.MAX, "max subscription", properties.subscriptionEvery(), leases);
        this.api = api;
        this.leases = leases;
        this.troubles = troubles;
        this.secret = properties.secret();
        this.address = Optional.ofNullable(properties.webhook())
                .map(Object::toString)
                .orElseGet(() -> program.linkTo("/channels/max/webhook"));
    }

    @Override
    protected void perform() {
        if (!address.startsWith("https://")) {
            throw new IllegalStateException("MAX присылает события только на адрес с https, а наш " + address);
        }
        boolean subscribed = isSubscribed();
        if (subscribed && renewed) {
            return;
        }
        if (!subscribed && leases.marker(name()).isPresent()) {
            troubles.note(Channel.MAX, Troubles.Kind.REFUSED, "подписка на события была снята, оформляем её снова");
        }
        JsonNode answer = api.subscribe(address, TYPES, secret);
        if (!answer.path("success").asBoolean()) {
            throw new IllegalStateException(
                    "MAX не подписал нас на события: " + answer.path("message").asText());
        }
        leases.mark(name(), "subscribed");
        renewed = true;
    }

    private boolean isSubscribed() {
        return StreamSupport.stream(api.subscriptions().path("subscriptions").spliterator(), false)
                .anyMatch(subscription -> subscription.path("url").asText().equals(address)
                        && coversAll(subscription.path("update_types")));
    }

    /** None are named for all. */
    private static boolean coversAll(JsonNode types) {
        Set<String> named = StreamSupport.stream(types.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        return named.isEmpty() || named.containsAll(TYPES);
    }
}
