package ru.cur.channel.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks for the names of people: calls of Odnoklassniki tell their numbers only, lists of messages tell both. */
@Component
@OkConnected
class OkNames {
    private static final Logger LOG = LoggerFactory.getLogger(OkNames.class);

    private final OkChats chats;

    OkNames(OkChats chats) {
        this.chats = chats;
    }

    /** A name is no reason to let a message wait: it is empty when it can't be found out. */
    String of(String chat, String user) {
        try {
            return StreamSupport.stream(chats.latest(chat).path("messages").spliterator(), false)
                    .map(message -> message.path("sender"))
                    .filter(sender -> sender.path("user_id").asText().equals(user))
                    .map((JsonNode sender) -> sender.path("name").asText(""))
                    .findFirst()
                    .orElse("");
        } catch (RuntimeException unknown) {
            LOG.warn("Одноклассники не назвали имени автора: {}", unknown.getMessage());
            return "";
        }
    }
}
