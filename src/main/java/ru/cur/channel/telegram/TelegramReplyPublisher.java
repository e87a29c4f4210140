package ru.cur.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import ru.cur.channel.Channel;
import ru.cur.channel.network.NetworkLine.Lane;
import ru.cur.channel.network.Troubles;
import ru.cur.reply.ReplyPublisher;
import ru.cur.reply.ReplyRefused;
import ru.cur.reply.ReplyRefused.Kind;
import ru.cur.reply.ReplyWay;

/**
 * Answers in Telegram. The words go out as a message of their own, as words under a picture may be four times shorter; pictures
 * follow, and where they fail, as they do first where Telegram is throttled, the words have still been said. A bot can't look at
 * what it has written: whether an attempt that broke off has got there, a person must see.
 */
class TelegramReplyPublisher implements ReplyPublisher {
    private final TelegramApi api;
    private final TelegramPictures pictures;
    private final Troubles troubles;

    TelegramReplyPublisher(TelegramApi api, Troubles troubles) {
        this.api = api;
        this.pictures = new TelegramPictures(api);
        this.troubles = troubles;
    }

    @Override
    public boolean serves(Place place) {
        return TelegramPlace.of(place).isPresent();
    }

    @Override
    public Published publish(Reply reply) {
        if (reply.mayBeOut()) {
            throw new ReplyRefused(Kind.OUTCOME_UNKNOWN);
        }
        TelegramPlace place = TelegramPlace.of(reply.place()).orElseThrow();
        JsonNode sent = reply.way() == ReplyWay.PRIVATE_MESSAGE
                ? sendPrivately(reply)
                : send(
                        reply,
                        Map.of(
                                "chat_id", place.chatId(),
                                "text", reply.text(),
                                "reply_parameters",
                                        Map.of("message_id", place.messageId(), "allow_sending_without_reply", false)));
        long chat = sent.at("/chat/id").asLong();
        long message = sent.path("message_id").asLong();
        sendPictures(reply, new TelegramPlace(chat, message));
        return new Published(
                chat + "_" + message,
                TelegramLinks.to(sent.path("chat"), message).orElse(null));
    }

    private JsonNode sendPrivately(Reply reply) {
        String author = reply.place().authorId();
        if (author == null || !author.matches("\\d{1,18}")) {
            throw new ReplyRefused(Kind.PRIVATE_MESSAGES_CLOSED, "автор писал от имени группы или канала");
        }
        return send(reply, Map.of("chat_id", Long.valueOf(author), "text", reply.text()));
    }

    private JsonNode send(Reply reply, Map<String, ?> parameters) {
        Lane lane = TelegramPlace.laneOf((Long) parameters.get("chat_id"));
        try {
            return api.ask("sendMessage", parameters, lane);
        } catch (TelegramRefusal refusal) {
            troubles.note(Channel.TELEGRAM, Troubles.Kind.REFUSED, refusal.said());
            throw new ReplyRefused(TelegramErrors.kindOf(refusal, reply.way()), refusal.said());
        }
    }

    /** The answer is out; whatever becomes of its pictures, it must not be sent again. */
    private void sendPictures(Reply reply, TelegramPlace answer) {
        try {
            pictures.send(reply.files(), answer);
        } catch (RuntimeException failure) {
            String why = failure instanceof TelegramRefusal refusal ? refusal.said() : failure.getMessage();
            troubles.note(
                    Channel.TELEGRAM,
                    Troubles.Kind.REFUSED,
                    "Изображения к ответу %s не отправлены, текст отправлен: %s"
                            .formatted(reply.idempotencyKey(), why));
        }
    }
}
