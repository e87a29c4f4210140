package ru.cur.channel.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import ru.cur.channel.Channel;
import ru.cur.channel.network.Chore;
import ru.cur.channel.network.ChoreLeases;
import ru.cur.channel.network.Troubles;
import ru.cur.platform.web.ProgramAddress;

/**
 * Keeps Odnoklassniki calling us: they end a subscription by themselves when we have not answered for 8 hours. An address of ours
 * with another secret is taken back.
 */
@Component
@OkConnected
class OkSubscription extends Chore {
    private final OkChats chats;
    private final ChoreLeases leases;
    private final Troubles troubles;
    private final String place;
    private final String address;

    OkSubscription(
            OkChats chats, OkProperties properties, ProgramAddress program, ChoreLeases leases, Troubles troubles) {
        super(Channel.OK, "ok subscription", properties.subscriptionEvery(), leases);
        this.chats = chats;
        this.leases = leases;
        this.troubles = troubles;
        this.place = Optional.ofNullable(properties.webhook())
                .map(Object::toString)
                .orElseGet(() -> program.linkTo("/channels/ok/webhook"));
        this.address = UriComponentsBuilder.fromUriString(place)
                .queryParam("secret", properties.secret())
                .toUriString();
    }

    @Override
    protected void perform() {
        if (!place.startsWith("https://")) {
            throw new IllegalStateException("Адрес %s без https: секрет в нём прочёл бы каждый".formatted(place));
        }
        List<String> addresses = StreamSupport.stream(
                        chats.subscriptions().path("subscriptions").spliterator(), false)
                .map(subscription -> subscription.path("url").asText())
                .toList();
        addresses.stream()
                .filter(other -> other.startsWith(place + "?") && !other.equals(address))
                .forEach(chats::unsubscribe);
        if (!addresses.contains(address)) {
            subscribe();
        }
    }

    private void subscribe() {
        if (leases.marker(name()).isPresent()) {
            troubles.note(Channel.OK, Troubles.Kind.REFUSED, "подписка на события была снята, оформляем её снова");
        }
        JsonNode answer = chats.subscribe(address);
        if (!answer.path("success").asBoolean()) {
            throw new IllegalStateException("Одноклассники не подписали нас на события");
        }
        leases.mark(name(), "subscribed");
    }
}
