package ru.cur.channel.vk;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.cur.reply.ReplyPublisher.Place;

/**
 * Names of things in VKontakte, as its own addresses write them: {@code wall-12345_77}, {@code wall-12345_77_r981}.
 *
 * @param owner of the thing; a community has a negative number. Of a private conversation the person
 * @param item post, topic, picture, video; of a private conversation the message
 * @param comment 0 when it is no comment
 */
record VkId(Kind kind, long owner, long item, long comment) {
    private static final Pattern FORM =
            Pattern.compile("(wall|photo|video|topic|im)(-?\\d{1,18})_(\\d{1,18})(?:_r(\\d{1,18}))?");

    /** What people comment on or write in. */
    enum Kind {
        WALL,
        PHOTO,
        VIDEO,
        TOPIC,
        IM;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Empty for an id that another program has chosen. */
    static Optional<VkId> parse(String externalId) {
        Matcher matcher = FORM.matcher(externalId);
        return matcher.matches()
                ? Optional.of(new VkId(
                        Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
                        Long.parseLong(matcher.group(2)),
                        Long.parseLong(matcher.group(3)),
                        matcher.group(4) == null ? 0 : Long.parseLong(matcher.group(4))))
                : Optional.empty();
    }

    static Optional<VkId> of(Place place) {
        return place.channel().equals("vk") ? parse(place.externalId()) : Optional.empty();
    }

    VkId comment(long id) {
        return new VkId(kind, owner, item, id);
    }

    /** What is commented on. */
    VkId parent() {
        return comment(0);
    }

    /** Where people find it. @param group whose private conversations are meant */
    String permalink(long group) {
        if (kind == Kind.IM) {
            return "https://vk.com/gim%d?sel=%d".formatted(group, owner);
        }
        String address = "https://vk.com/%s%d_%d".formatted(kind.word(), owner, item);
        if (comment == 0) {
            return address;
        }
        return address + (kind == Kind.TOPIC ? "?post=" : "?reply=") + comment;
    }

    @Override
    public String toString() {
        String parent = kind.word() + owner + '_' + item;
        return comment == 0 ? parent : parent + "_r" + comment;
    }
}
