package ru.cur.channel.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import ru.cur.channel.Channel;
import ru.cur.channel.network.NetworkFailure;
import ru.cur.channel.network.NetworkHttp;
import ru.cur.channel.network.NetworkLine;
import ru.cur.channel.network.NetworkLine.Lane;
import ru.cur.channel.network.NetworkPause;
import ru.cur.channel.network.Networks;

/** Calls methods of VKontakte. Its own Java SDK is not used: ADR 0016. */
@Component
@VkConnected
class VkApi {
    private static final String VERSION = "5.199";

    private final VkProperties properties;
    private final NetworkLine line;
    private final Lane all;
    private volatile RestClient client;

    VkApi(VkProperties properties, Networks networks) {
        this.properties = properties;
        this.line = networks.line(Channel.VK);
        this.all = Lane.perSecond("all", properties.callsPerSecond());
        this.client = NetworkHttp.client(properties.apiUrl(), null, null).build();
    }

    /** The demo's network is a part of this program, whose port is known only now. */
    @EventListener
    void on(WebServerInitializedEvent started) {
        if (!properties.apiUrl().isAbsolute()) {
            String self = "http://localhost:" + started.getWebServer().getPort();
            client = NetworkHttp.client(URI.create(self + properties.apiUrl()), null, null)
                    .build();
        }
    }

    /**
     * Calls a method with the rights of the community.
     *
     * @return the part {@code response}
     * @throws VkRefusal when VKontakte refuses for good
     * @throws RuntimeException as {@link NetworkLine#ask}
     */
    JsonNode call(String method, Map<String, String> parameters) {
        return call(method, parameters, properties.token());
    }

    /** The same with the rights of the community's administrator. */
    JsonNode callAsUser(String method, Map<String, String> parameters) {
        return call(method, parameters, properties.userToken());
    }

    private JsonNode call(String method, Map<String, String> parameters, String token) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        parameters.forEach(form::add);
        form.add("v", VERSION);
        return line.ask(
                () -> response(NetworkHttp.call(() -> client.post()
                        .uri("/{method}", method)
                        .headers(headers -> headers.setBearerAuth(token))
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .body(form)
                        .retrieve()
                        .body(JsonNode.class))),
                all);
    }

    /** Sends a file to where VKontakte has said. */
    JsonNode upload(URI where, MultiValueMap<String, Object> parts) {
        return line.ask(
                () -> NetworkHttp.call(() -> NetworkHttp.client(where, null, null)
                        .build()
                        .post()
                        .contentType(MediaType.MULTIPART_FORM_DATA)
                        .body(parts)
                        .retrieve()
                        .body(JsonNode.class)),
                all);
    }

    private static JsonNode response(JsonNode answer) {
        if (answer != null && answer.has("response")) {
            return answer.path("response");
        }
        if (answer == null || !answer.path("error").has("error_code")) {
            throw new NetworkFailure("The answer of VKontakte holds neither a response nor an error", false, null);
        }
        int code = answer.path("error").path("error_code").asInt();
        String said = answer.path("error").path("error_msg").asText();
        switch (code) {
            case 1, 10 -> throw new NetworkFailure("VKontakte, %d: %s".formatted(code, said), false, null);
            case 6 -> throw new NetworkPause("VKontakte, 6: " + said, Duration.ofSeconds(1));
            case 9 -> throw new NetworkPause("VKontakte, 9: " + said, Duration.ofMinutes(1));
            case 29 -> throw new NetworkPause("VKontakte, 29: " + said, Duration.ofHours(1));
            default -> throw new VkRefusal(code, said);
        }
    }
}
