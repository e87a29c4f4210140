package ru.cur.channel.ok;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.cur.reply.ReplyPublisher.Place;

/** Names of places: a message {@code mid:…} in {@code chat:…}, a comment {@code comment:1:2} under {@code GROUP_TOPIC:1}. */
final class OkPlace {
    private static final Pattern CHAT = Pattern.compile("chat:[A-Za-z0-9._-]{1,100}");
    private static final Pattern MESSAGE = Pattern.compile("mid:[A-Za-z0-9._-]{1,200}");
    private static final Pattern DISCUSSION = Pattern.compile("(GROUP_[A-Z_]{1,40}):(\\d{1,30})");

    private OkPlace() {}

    /** What people comment on. @param type as Odnoklassniki name it: {@code GROUP_TOPIC} */
    record Discussion(String type, String id) {

        /** Id of a comment among all messages of the channel. */
        String comment(String comment) {
            return "comment:%s:%s".formatted(id, comment);
        }

        @Override
        public String toString() {
            return type + ':' + id;
        }
    }

    /** The chat of a message; empty for all other messages. */
    static Optional<String> chat(Place place) {
        return place.channel().equals("ok")
                        && isMessage(place.externalId())
                        && place.thread() != null
                        && isChat(place.thread())
                ? Optional.of(place.thread())
                : Optional.empty();
    }

    /** What a comment is about; empty for all other messages. */
    static Optional<Discussion> discussion(Place place) {
        return place.channel().equals("ok") && place.thread() != null
                ? discussion(place.thread()).filter(about -> place.externalId().startsWith(about.comment("")))
                : Optional.empty();
    }

    static Optional<Discussion> discussion(String thread) {
        Matcher matcher = DISCUSSION.matcher(thread);
        return matcher.matches() ? Optional.of(new Discussion(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    static boolean isMessage(String mid) {
        return MESSAGE.matcher(mid).matches();
    }

    static boolean isChat(String chat) {
        return CHAT.matcher(chat).matches();
    }
}
