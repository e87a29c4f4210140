package ru.cur.channel.inbox;

import java.util.regex.Pattern;
import ru.cur.incident.IncomingMessage;
import ru.cur.incident.IncomingMessage.Author;
import ru.cur.incident.IncomingMessage.Media;

/** Words of people as our tables can hold them; the event keeps them as they came. */
final class Storable {
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_NAME = 200;

    private Storable() {}

    static IncomingMessage of(IncomingMessage message) {
        return new IncomingMessage(
                message.channel(),
                message.externalId(),
                new Author(
                        message.author().id(),
                        shortened(message.author().name(), LONGEST_NAME),
                        message.author().contact()),
                textOf(message),
                message.publishedAt(),
                message.permalink(),
                message.place(),
                message.media().stream()
                        .map(media -> new Media(text(media.url()), shortened(media.title(), LONGEST_NAME)))
                        .toList(),
                message.origin(),
                message.categoryHint());
    }

    /** A picture may say everything. */
    private static String textOf(IncomingMessage message) {
        String text = shortened(message.text(), LONGEST_TEXT);
        return text == null || text.isBlank() ? "(сообщение без текста, только вложения)" : text;
    }

    /** Null stays null. */
    static String text(String text) {
        return text == null ? null : UNSTORABLE.matcher(text).replaceAll("");
    }

    private static String shortened(String text, int longest) {
        String clean = text(text);
        return clean == null || clean.length() <= longest ? clean : text(clean.substring(0, longest - 1)) + "…";
    }
}
