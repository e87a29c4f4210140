package ru.cur.channel.email;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.springframework.util.unit.DataSize;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.Arrival;

/** Takes a letter out of the mailbox, whole, or without what makes it too large. */
class IncomingLetter {
    private final DataSize largest;

    IncomingLetter(DataSize largest) {
        this.largest = largest;
    }

    Arrival read(MimeMessage message) throws MessagingException, IOException {
        byte[] raw = bytes(message.getSize() > largest.toBytes() ? reduced(message) : message);
        Letter letter = Letter.of(raw);
        String key = letter.id().orElseGet(() -> "sha256:" + sha256(raw));
        List<String> references = letter.references();
        String thread = references.isEmpty() ? key : references.get(references.size() - 1);
        return new Arrival(Channel.EMAIL, key, thread, Letter.body(raw));
    }

    private static byte[] bytes(MimeMessage message) throws MessagingException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(message.getSize(), 1024));
        message.writeTo(out);
        return out.toByteArray();
    }

    /** Its headers and words, and how many attachments it had; those are not even fetched. */
    private static MimeMessage reduced(MimeMessage message) throws MessagingException {
        LetterContent content = LetterContent.of(message, false);
        MimeMessage small = new Unnamed();
        Enumeration<Header> headers = message.getAllHeaders();
        while (headers.hasMoreElements()) {
            Header header = headers.nextElement();
            if (!header.getName().toLowerCase(Locale.ROOT).startsWith("content-")) {
                small.addHeader(header.getName(), header.getValue());
            }
        }
        small.setText(content.text(), StandardCharsets.UTF_8.name());
        small.setHeader(
                EmailEvents.DROPPED, String.valueOf(content.attachments().size()));
        small.saveChanges();
        return small;
    }

    private static String sha256(byte[] raw) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A letter that keeps the id it has, or none. */
    private static final class Unnamed extends MimeMessage {

        Unnamed() {
            super((Session) null);
        }

        @Override
        protected void updateMessageID() {
            // The id is the author's.
        }
    }
}
