package ru.cur.channel.telegram;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import ru.cur.reply.ReplyRefused.Kind;
import ru.cur.reply.ReplyWay;

/** What Telegram's refusals mean. It has a few codes and many sentences, whose wording has changed over the years. */
final class TelegramErrors {
    private static final Map<String, Kind> SENTENCES = new LinkedHashMap<>();

    static {
        put(
                Kind.MESSAGE_DELETED,
                "message to be replied not found",
                "replied message not found",
                "reply message not found",
                "message thread not found",
                "topic_deleted");
        put(Kind.AUTHOR_BLOCKED, "blocked by the user", "user is deactivated", "input_user_deactivated");
        put(
                Kind.PRIVATE_MESSAGES_CLOSED,
                "can't initiate conversation",
                "can't send messages to the user",
                "can't send messages to bots",
                "user not found",
                "peer_id_invalid");
        put(Kind.TEXT_TOO_LONG, "message is too long", "message_too_long");
        put(Kind.LINKS_FORBIDDEN, "send_webpage_forbidden", "links_forbidden");
        put(
                Kind.COMMENTS_CLOSED,
                "not enough rights",
                "have no rights to send",
                "need administrator rights",
                "chat_write_forbidden",
                "chat_restricted",
                "topic_closed",
                "bot was kicked",
                "bot is not a member");
    }

    private TelegramErrors() {}

    private static void put(Kind kind, String... sentences) {
        for (String sentence : sentences) {
            SENTENCES.put(sentence, kind);
        }
    }

    static Kind kindOf(TelegramRefusal refusal, ReplyWay way) {
        String said = refusal.getMessage().toLowerCase(Locale.ROOT);
        if (said.contains("chat not found") && way == ReplyWay.PRIVATE_MESSAGE) {
            return Kind.PRIVATE_MESSAGES_CLOSED;
        }
        return SENTENCES.entrySet().stream()
                .filter(sentence -> said.contains(sentence.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Kind.NETWORK_REFUSED);
    }
}
