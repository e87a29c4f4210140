package ru.cur.channel.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.Arrival;

/** Knows the calls of one network. Implemented once per network that calls us, in its package. */
public interface Webhook {

    Channel channel();

    /** Whether the network may call from there. @param address of IP, of the last proxy if there is one */
    default boolean comesFrom(String address) {
        return true;
    }

    /** Tells a call of the network from a forgery, and names the events in it. Fast: nothing is asked of anybody. */
    Reception receive(Call call);

    /** What to answer to a GET, by which some networks make sure of the address; empty refuses it. */
    default Optional<String> handshake(Map<String, String> query) {
        return Optional.empty();
    }

    /** A call. @param body as it came: its UTF-8 is the very bytes @param json what it says, an object */
    record Call(HttpHeaders headers, Map<String, String> query, String body, JsonNode json) {

        /** A text of the body by its path, {@code /object/id}; empty when it is missing or null. */
        public String text(String path) {
            JsonNode found = json.at(path);
            return found.isMissingNode() || found.isNull() ? "" : found.asText();
        }
    }

    /** What a call turned out to be. */
    sealed interface Reception {}

    /** Events to store. @param answer to the network once they are stored */
    record Accepted(List<Arrival> arrivals, String answer) implements Reception {}

    /** Not of the network. @param reason without secrets */
    record Forged(String reason) implements Reception {}

    /** Of the network, but without anything that could be named. @param reason in English, for the network's operator */
    record Unreadable(String reason) implements Reception {}
}
