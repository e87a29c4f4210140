package ru.cur.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ru.cur.channel.inbox.StoredEvent;
import ru.cur.channel.inbox.UnreadableEvent;

/** A letter as it came. Whatever stands in its headers is data of a stranger: they are read as one line without controls. */
final class Letter {
    private static final Session NO_SERVER = Session.getInstance(new Properties());
    private static final Pattern ID = Pattern.compile("<([!-;=?-~]{1,400})>");
    /** Stricter than the standard, as it goes into commands to our server. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s\\p{Cntrl}<>\"(),:;@]+@[^\\s\\p{Cntrl}<>\"(),:;@]+");

    private static final int MOST_REFERENCES = 20;

    private final MimeMessage message;

    private Letter(MimeMessage message) {
        this.message = message;
    }

    /** How a letter is kept in an event: its bytes may be in any encoding, so they are Base64. */
    static String body(byte[] raw) {
        return Base64.getEncoder().encodeToString(raw);
    }

    /** @throws UnreadableEvent when the bytes are no letter */
    static Letter of(StoredEvent event) {
        try {
            return of(Base64.getDecoder().decode(event.body()));
        } catch (IllegalArgumentException broken) {
            throw new UnreadableEvent("Письмо сохранено повреждённым", broken);
        }
    }

    static Letter of(byte[] raw) {
        try {
            return of(new MimeMessage(NO_SERVER, new ByteArrayInputStream(raw)));
        } catch (MessagingException broken) {
            throw new UnreadableEvent("Письмо не разобрано", broken);
        }
    }

    static Letter of(MimeMessage message) {
        return new Letter(message);
    }

    /** The first header of that name as one line of text; empty when it is missing. */
    String header(String name) {
        try {
            String[] values = message.getHeader(name);
            return values == null || values.length == 0 ? "" : LetterCharset.header(values[0]);
        } catch (MessagingException unreadable) {
            return "";
        }
    }

    boolean has(String name) {
        return !header(name).isBlank();
    }

    String subject() {
        return header("Subject").strip();
    }

    /** Without angle brackets; empty when it has none that could be repeated. */
    Optional<String> id() {
        return ids("Message-ID").stream().findFirst();
    }

    /** Ids of the letters that it answers, the nearest first. */
    List<String> references() {
        List<String> found = new ArrayList<>(ids("In-Reply-To"));
        List<String> thread = ids("References");
        Collections.reverse(thread);
        thread.stream().filter(id -> !found.contains(id)).forEach(found::add);
        return found.subList(0, Math.min(found.size(), MOST_REFERENCES));
    }

    private List<String> ids(String header) {
        List<String> found = new ArrayList<>();
        Matcher matcher = ID.matcher(header(header));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** Whether it answers another letter. */
    boolean isReply() {
        return has("In-Reply-To") || has("References");
    }

    Optional<InternetAddress> from() {
        return address("From").or(() -> address("Sender"));
    }

    /** Where its author wants the answer. */
    Optional<InternetAddress> replyTo() {
        return address("Reply-To").or(this::from);
    }

    private Optional<InternetAddress> address(String header) {
        try {
            String[] values = message.getHeader(header);
            return values == null || values.length == 0
                    ? Optional.empty()
                    // Names are not decoded before the address is found, so that a name can't bring an address of its
                    // own.
                    : Stream.of(InternetAddress.parseHeader(values[0], false))
                            .filter(found -> ADDRESS.matcher(found.getAddress()).matches())
                            .findFirst()
                            .map(Letter::bare);
        } catch (MessagingException broken) {
            return Optional.empty();
        }
    }

    private static InternetAddress bare(InternetAddress found) {
        InternetAddress address = new InternetAddress();
        address.setAddress(found.getAddress());
        return address;
    }

    /** The name that the author shows, else his address. */
    String authorName() {
        String line = header("From");
        int bracket = line.lastIndexOf('<');
        String name = bracket > 0 ? line.substring(0, bracket).replace("\"", "").strip() : "";
        return name.isEmpty() ? from().map(InternetAddress::getAddress).orElse("") : name;
    }

    /** By the clock of its author; empty when he names none. */
    Optional<Instant> date() {
        try {
            return has("Date")
                    ? Optional.of(new MailDateFormat().parse(header("Date")).toInstant())
                    : Optional.empty();
        } catch (ParseException broken) {
            return Optional.empty();
        }
    }

    String mediaType() {
        return header("Content-Type").toLowerCase(Locale.ROOT);
    }

    LetterContent content() {
        return LetterContent.of(message, isReply());
    }
}
