package ru.cur.channel.telegram;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.cur.channel.Channel;
import ru.cur.channel.network.NetworkLine.Lane;
import ru.cur.reply.ReplyPublisher.Place;

/** The message that is answered, as Telegram names it. */
record TelegramPlace(long chatId, long messageId) {
    private static final Pattern MESSAGE = Pattern.compile("(-?\\d{1,18})_(\\d{1,18})");
    private static final Pattern ALBUM = Pattern.compile("(-?\\d{1,18})_a\\d+");
    private static final Pattern ALBUM_THREAD = Pattern.compile("-?\\d+/\\d+/(\\d{1,18})");

    /** For the thread of a message in our tables: an album says there which of its messages is answered. */
    static String threadOf(TelegramMessage message) {
        return message.thread() + (message.isOfAlbum() ? "/" + message.id() : "");
    }

    /** Empty for a message that this connector has not brought. */
    static Optional<TelegramPlace> of(Place place) {
        if (!place.channel().equals(Channel.TELEGRAM.code())) {
            return Optional.empty();
        }
        Matcher message = MESSAGE.matcher(place.externalId());
        if (message.matches()) {
            return Optional.of(new TelegramPlace(Long.parseLong(message.group(1)), Long.parseLong(message.group(2))));
        }
        Matcher album = ALBUM.matcher(place.externalId());
        Matcher thread = ALBUM_THREAD.matcher(place.thread() == null ? "" : place.thread());
        return album.matches() && thread.matches()
                ? Optional.of(new TelegramPlace(Long.parseLong(album.group(1)), Long.parseLong(thread.group(1))))
                : Optional.empty();
    }

    /** How fast one may write to a chat: once a second to a person, twenty times a minute to a group. */
    static Lane laneOf(long chatId) {
        return Lane.perSecond("chat " + chatId, chatId > 0 ? 1 : 20.0 / 60);
    }
}
