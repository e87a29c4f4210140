package ru.cur.channel.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import ru.cur.reply.ReplyFile;

/** Brings pictures to VKontakte before the answer that shows them: with comments only where the rights allow it. */
@Component
@VkConnected
class VkPhotos {
    private final VkApi api;
    private final VkProperties properties;

    VkPhotos(VkApi api, VkProperties properties) {
        this.api = api;
        this.properties = properties;
    }

    /** The calls of the API by which pictures get there. */
    private interface Method {
        JsonNode call(String name, Map<String, String> parameters);
    }

    /** @return names of the pictures for a private message; empty without any */
    Optional<String> forMessage(long peer, List<ReplyFile> files) {
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(all(
                        files,
                        file -> saved(
                                file,
                                api::call,
                                "photos.getMessagesUploadServer",
                                Map.of("peer_id", String.valueOf(peer)),
                                "photos.saveMessagesPhoto")));
    }

    /** @return names of the pictures for a comment; empty without any, and without the rights of an administrator */
    Optional<String> forComment(List<ReplyFile> files) {
        return files.isEmpty() || !properties.actsAsUser()
                ? Optional.empty()
                : Optional.of(all(
                        files,
                        file -> saved(
                                file,
                                api::callAsUser,
                                "photos.getWallUploadServer",
                                Map.of("group_id", String.valueOf(properties.groupId())),
                                "photos.saveWallPhoto")));
    }

    private static String all(List<ReplyFile> files, Function<ReplyFile, String> saving) {
        return files.stream().map(saving).collect(Collectors.joining(","));
    }

    private String saved(ReplyFile file, Method method, String where, Map<String, String> target, String save) {
        URI address = URI.create(method.call(where, target).path("upload_url").asText());
        JsonNode uploaded = api.upload(address, parts(file));
        Map<String, String> parameters = new HashMap<>(Map.of(
                "server", uploaded.path("server").asText(),
                "photo", uploaded.path("photo").asText(),
                "hash", uploaded.path("hash").asText()));
        if (target.containsKey("group_id")) {
            parameters.putAll(target);
        }
        JsonNode photo = method.call(save, parameters).path(0);
        return "photo%d_%d"
                .formatted(photo.path("owner_id").asLong(), photo.path("id").asLong());
    }

    private static MultiValueMap<String, Object> parts(ReplyFile file) {
        try (InputStream content = file.content().get()) {
            ByteArrayResource bytes = new ByteArrayResource(content.readAllBytes()) {
                @Override
                public String getFilename() {
                    return file.name();
                }
            };
            HttpHeaders headers = new HttpHeaders();
            headers.setContentType(MediaType.parseMediaType(file.mediaType()));
            MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
            parts.add("photo", new HttpEntity<>(bytes, headers));
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
