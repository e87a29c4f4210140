package ru.cur.channel.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import ru.cur.channel.Channel;
import ru.cur.channel.network.Chore;
import ru.cur.channel.network.ChoreLeases;

/** Looks whether VKontakte still calls us: after several errors in a row it stops, and only its settings show it. */
@Component
@VkConnected
class VkCallbackServer extends Chore {
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final String OURS = "/channels/vk/webhook";

    private final VkApi api;
    private final VkProperties properties;

    VkCallbackServer(VkApi api, VkProperties properties, ChoreLeases leases) {
        super(Channel.VK, "vk callback", EVERY, leases);
        this.api = api;
        this.properties = properties;
    }

    @Override
    protected void perform() {
        JsonNode servers = servers();
        JsonNode ours = StreamSupport.stream(servers.spliterator(), false)
                .filter(server -> server.path("url").asText().contains(OURS))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("В настройках сообщества нет сервера Callback API с нашим адресом"));
        if (!ours.path("status").asText().equals("ok")) {
            throw new IllegalStateException(
                    "ВКонтакте не присылает события: сервер Callback API в состоянии «%s», подтвердите адрес в настройках сообщества"
                            .formatted(ours.path("status").asText()));
        }
    }

    private JsonNode servers() {
        try {
            return api.call("groups.getCallbackServers", Map.of("group_id", String.valueOf(properties.groupId())))
                    .path("items");
        } catch (VkRefusal refusal) {
            throw new IllegalStateException(
                    "Неизвестно, присылает ли ВКонтакте события: ключу сообщества нужно право «управление сообществом»"
                            + " (код " + refusal.getMessage() + ")",
                    refusal);
        }
    }
}
