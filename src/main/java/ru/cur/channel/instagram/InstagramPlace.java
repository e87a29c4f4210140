package ru.cur.channel.instagram;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.cur.reply.ReplyPublisher.Place;

/**
 * Where a message stands: {@code comment:1:2} is under the publication 1 in the talk that comment 2 has begun, {@code live:1} in a
 * broadcast, {@code mention:1} under a publication of somebody else.
 *
 * @param root the comment that answers go under; null but for comments
 */
record InstagramPlace(Kind kind, String media, String root) {
    private static final Pattern FORM =
            Pattern.compile("(?:comment:(\\d{1,30}):(\\d{1,30})|(live|mention):(\\d{1,30}))");
    private static final Pattern MESSAGE = Pattern.compile("(media:)?\\d{1,30}");

    /** How it is answered. */
    enum Kind {
        COMMENT,
        LIVE,
        MENTION
    }

    static InstagramPlace comment(String media, String root) {
        return new InstagramPlace(Kind.COMMENT, media, root);
    }

    static InstagramPlace live(String media) {
        return new InstagramPlace(Kind.LIVE, media, null);
    }

    static InstagramPlace mention(String media) {
        return new InstagramPlace(Kind.MENTION, media, null);
    }

    /** Id of a publication among all messages of the channel, if it is the message itself. */
    static String message(String media) {
        return "media:" + media;
    }

    /** Empty for the place of a message that another program has registered. */
    static Optional<InstagramPlace> of(Place place) {
        return place.channel().equals("instagram")
                        && place.thread() != null
                        && MESSAGE.matcher(place.externalId()).matches()
                ? parse(place.thread())
                : Optional.empty();
    }

    private static Optional<InstagramPlace> parse(String thread) {
        Matcher matcher = FORM.matcher(thread);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                matcher.group(1) != null
                        ? comment(matcher.group(1), matcher.group(2))
                        : matcher.group(3).equals("live") ? live(matcher.group(4)) : mention(matcher.group(4)));
    }

    @Override
    public String toString() {
        return switch (kind) {
            case COMMENT -> "comment:%s:%s".formatted(media, root);
            case LIVE -> "live:" + media;
            case MENTION -> "mention:" + media;
        };
    }
}
