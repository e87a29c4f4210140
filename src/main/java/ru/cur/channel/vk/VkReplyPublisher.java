package ru.cur.channel.vk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import ru.cur.channel.Channel;
import ru.cur.channel.network.Troubles;
import ru.cur.reply.ReplyPublisher;
import ru.cur.reply.ReplyRefused;
import ru.cur.reply.ReplyRefused.Kind;
import ru.cur.reply.ReplyWay;

/**
 * Answers in the name of the community. VKontakte knows an answer that it gets twice by {@code guid} (comments) and
 * {@code random_id} (messages), both made of the key of the answer. Comments of pictures, videos and topics are answered with the
 * rights of the community's administrator: those of the community are not enough there.
 */
@Component
@Order(0)
@VkConnected
class VkReplyPublisher implements ReplyPublisher {
    private final VkApi api;
    private final VkProperties properties;
    private final VkPhotos photos;
    private final Troubles troubles;

    VkReplyPublisher(VkApi api, VkProperties properties, VkPhotos photos, Troubles troubles) {
        this.api = api;
        this.properties = properties;
        this.photos = photos;
        this.troubles = troubles;
    }

    @Override
    public boolean serves(Place place) {
        return VkId.of(place).isPresent();
    }

    @Override
    public Published publish(Reply reply) {
        VkId to = VkId.of(reply.place()).orElseThrow();
        try {
            return reply.way() == ReplyWay.PRIVATE_MESSAGE || to.kind() == VkId.Kind.IM
                    ? message(to, reply)
                    : comment(to, reply);
        } catch (VkRefusal refusal) {
            troubles.note(Channel.VK, Troubles.Kind.REFUSED, refusal.getMessage());
            throw VkRefusals.of(refusal);
        }
    }

    private Published message(VkId to, Reply reply) {
        long peer = to.kind() == VkId.Kind.IM ? to.owner() : person(reply.place());
        Map<String, String> parameters = new HashMap<>();
        parameters.put("peer_id", String.valueOf(peer));
        parameters.put("random_id", String.valueOf(number(reply.idempotencyKey())));
        parameters.put("message", reply.text());
        photos.forMessage(peer, reply.files()).ifPresent(files -> parameters.put("attachment", files));
        long sent = api.call("messages.send", parameters).asLong();
        VkId id = new VkId(VkId.Kind.IM, peer, sent, 0);
        return new Published(id.toString(), id.permalink(properties.groupId()));
    }

    /** Communities get no private messages. */
    private static long person(Place place) {
        try {
            long id = Long.parseLong(String.valueOf(place.authorId()));
            if (id > 0) {
                return id;
            }
        } catch (NumberFormatException unknown) {
            // Told to the person below: the author's number is not known.
        }
        throw new ReplyRefused(Kind.PRIVATE_MESSAGES_CLOSED, "это не страница человека");
    }

    private Published comment(VkId to, Reply reply) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("message", reply.text());
        parameters.put("guid", digest(reply.idempotencyKey()).substring(0, 32));
        if (to.comment() > 0) {
            parameters.put("reply_to_comment", String.valueOf(to.comment()));
        }
        photos.forComment(reply.files()).ifPresent(files -> parameters.put("attachments", files));
        VkId id = to.parent().comment(created(to, parameters));
        return new Published(id.toString(), id.permalink(properties.groupId()));
    }

    private long created(VkId to, Map<String, String> parameters) {
        if (to.kind() == VkId.Kind.WALL) {
            parameters.put("owner_id", String.valueOf(to.owner()));
            parameters.put("post_id", String.valueOf(to.item()));
            parameters.put("from_group", String.valueOf(properties.groupId()));
            return api.call("wall.createComment", parameters).path("comment_id").asLong();
        }
        if (!properties.actsAsUser()) {
            throw new ReplyRefused(
                    Kind.NO_CHANNEL, "здесь программа отвечает только с ключом администратора сообщества");
        }
        parameters.put("from_group", "1");
        if (to.kind() == VkId.Kind.TOPIC) {
            parameters.remove("reply_to_comment");
            parameters.put("group_id", String.valueOf(Math.abs(to.owner())));
            parameters.put("topic_id", String.valueOf(to.item()));
            return api.callAsUser("board.createComment", parameters).asLong();
        }
        parameters.put("owner_id", String.valueOf(to.owner()));
        parameters.put(to.kind().word() + "_id", String.valueOf(to.item()));
        return api.callAsUser(to.kind() == VkId.Kind.PHOTO ? "photos.createComment" : "video.createComment", parameters)
                .asLong();
    }

    /** Never zero, which VKontakte takes for none. */
    private static long number(String key) {
        return 1 + Long.parseLong(digest(key).substring(0, 7), 16);
    }

    private static String digest(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
