package ru.cur.channel.email;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ru.cur.channel.Channel;
import ru.cur.channel.email.LetterContent.Attachment;
import ru.cur.channel.inbox.NetworkEvent;
import ru.cur.channel.inbox.NetworkEvent.Attached;
import ru.cur.channel.inbox.NetworkEvent.Nothing;
import ru.cur.channel.inbox.NetworkEvent.Wrote;
import ru.cur.channel.inbox.NetworkEvents;
import ru.cur.channel.inbox.StoredEvent;
import ru.cur.incident.IncomingMessage;
import ru.cur.incident.IncomingMessage.Author;
import ru.cur.incident.IncomingMessage.Origin;
import ru.cur.incident.IncomingMessage.Place;

/** Reads letters. Their ids are the names of their events. */
class EmailEvents implements NetworkEvents {
    /** In a letter that was too large: how many attachments it has lost. */
    static final String DROPPED = "X-CUR-Dropped";

    private static final int MOST_FILES = 20;
    /** Letters travel for some time; what claims to have travelled longer has a wrong clock. */
    private static final Duration LONGEST_WAY = Duration.ofDays(7);

    private final EmailProperties settings;

    EmailEvents(EmailProperties settings) {
        this.settings = settings;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public List<NetworkEvent> read(StoredEvent event) {
        Letter letter = Letter.of(event);
        Optional<String> reason = Automatic.reason(letter, settings.address());
        if (reason.isPresent()) {
            return List.of(new Nothing(reason.get()));
        }
        List<Attachment> files = letter.content().attachments();
        List<NetworkEvent> told = new ArrayList<>();
        told.add(wrote(event, letter, files.size()));
        for (int i = 0; i < Math.min(files.size(), MOST_FILES); i++) {
            told.add(new Attached(
                    event.key(), EmailFiles.source(event, i), files.get(i).name()));
        }
        return told;
    }

    private Wrote wrote(StoredEvent event, Letter letter, int files) {
        String address = letter.from().orElseThrow().getAddress().toLowerCase(Locale.ROOT);
        Instant written = letter.date()
                .filter(date -> !date.isAfter(event.receivedAt())
                        && date.isAfter(event.receivedAt().minus(LONGEST_WAY)))
                .orElse(event.receivedAt());
        List<String> references = letter.references();
        String thread = references.isEmpty() ? event.key() : references.get(references.size() - 1);
        return new Wrote(
                new IncomingMessage(
                        Channel.EMAIL.code(),
                        event.key(),
                        new Author(address, letter.authorName(), address),
                        text(letter, files),
                        written,
                        null,
                        Place.UNKNOWN,
                        List.of(),
                        new Origin(thread, null, null)),
                references,
                null,
                null);
    }

    /** The subject belongs to the words of a letter, and only repeats itself in an answer. */
    private String text(Letter letter, int files) {
        List<String> parts = new ArrayList<>();
        if (!letter.isReply()) {
            parts.add(letter.subject());
        }
        parts.add(letter.content().text());
        if (letter.has(DROPPED)) {
            parts.add("[Письмо больше %d МБ, вложения не приняты: %s]"
                    .formatted(settings.maxLetter().toMegabytes(), letter.header(DROPPED)));
        }
        if (files > MOST_FILES) {
            parts.add("[В письме %d вложений, приняты первые %d]".formatted(files, MOST_FILES));
        }
        return String.join(
                "\n\n", parts.stream().filter(part -> !part.isBlank()).toList());
    }
}
