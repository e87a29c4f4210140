package ru.cur.channel.max;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.cur.reply.ReplyPublisher.Place;

/**
 * Where a message stands: {@code dialog:1}, {@code chat:-2}, {@code post:mid.3}.
 *
 * @param id of the chat; of the post that is commented on
 */
record MaxPlace(Kind kind, String id) {
    private static final String MID = "(?:mid\\.)?[A-Za-z0-9_-]{1,200}";
    private static final Pattern FORM = Pattern.compile("(?:(dialog|chat):(-?\\d{1,19})|post:(" + MID + "))");
    private static final Pattern MESSAGE = Pattern.compile(MID);

    /** What people write in. */
    enum Kind {
        DIALOG,
        CHAT,
        POST
    }

    /** Empty for the place of a message that another program has registered. */
    static Optional<MaxPlace> of(Place place) {
        return place.channel().equals("max") && isMessage(place.externalId())
                ? Optional.ofNullable(place.thread()).flatMap(MaxPlace::parse)
                : Optional.empty();
    }

    private static Optional<MaxPlace> parse(String thread) {
        Matcher matcher = FORM.matcher(thread);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                matcher.group(1) == null
                        ? new MaxPlace(Kind.POST, matcher.group(3))
                        : new MaxPlace(Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)), matcher.group(2)));
    }

    /** Whether MAX could have named a message so. */
    static boolean isMessage(String mid) {
        return MESSAGE.matcher(mid).matches();
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ':' + id;
    }
}
