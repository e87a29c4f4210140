package ru.cur.channel.email;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a letter says and what is attached to it. Nothing attached is opened, but letters that were forwarded. */
final class LetterContent {
    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 200;
    private static final int LONGEST_TEXT = 1_000_000;
    /** Signatures of programs, which say nothing to people. */
    private static final Set<String> TECHNICAL = Set.of(
            "application/pkcs7-signature",
            "application/x-pkcs7-signature",
            "application/pgp-signature",
            "message/delivery-status",
            "message/disposition-notification",
            "text/rfc822-headers");

    private final boolean reply;
    private final List<Attachment> attachments = new ArrayList<>();
    private String text = "";
    private int parts;

    private LetterContent(boolean reply) {
        this.reply = reply;
    }

    /** A file of a letter. */
    record Attachment(String name, Part part) {}

    /** What is written. @param html whether it was made of a page */
    private record Words(String text, boolean html) {
        static final Words NONE = new Words("", false);

        boolean isEmpty() {
            return text.isBlank();
        }
    }

    static LetterContent of(Part letter, boolean reply) {
        LetterContent content = new LetterContent(reply);
        content.text = content.read(letter, 0).text().strip();
        return content;
    }

    String text() {
        return text;
    }

    /** In the order in which they stand in the letter. */
    List<Attachment> attachments() {
        return attachments;
    }

    private Words read(Part part, int depth) {
        parts++;
        if (depth > DEEPEST || parts > MOST_PARTS) {
            return Words.NONE;
        }
        try {
            ContentType type = type(part);
            if (type.match("multipart/*")) {
                return multipart(part, type.match("multipart/alternative"), depth);
            }
            if (type.match("message/rfc822")) {
                return forwarded(part, depth);
            }
            if (TECHNICAL.contains(type.getBaseType().toLowerCase(Locale.ROOT))) {
                return Words.NONE;
            }
            return isText(part, type) ? words(part, type) : attached(part, type);
        } catch (MessagingException | IOException damaged) {
            return new Words("[Часть письма повреждена и не прочитана]", false);
        }
    }

    private static ContentType type(Part part) throws MessagingException {
        try {
            return new ContentType(part.getContentType());
        } catch (ParseException nonsense) {
            return new ContentType("application", "octet-stream", null);
        }
    }

    private static boolean isText(Part part, ContentType type) throws MessagingException {
        boolean readable = type.match("text/plain") || type.match("text/html");
        return readable && !Part.ATTACHMENT.equalsIgnoreCase(disposition(part)) && fileName(part) == null;
    }

    private static String disposition(Part part) {
        try {
            return part.getDisposition();
        } catch (MessagingException nonsense) {
            return null;
        }
    }

    private Words multipart(Part part, boolean alternative, int depth) throws MessagingException, IOException {
        Multipart many = (Multipart) part.getContent();
        List<Words> found = new ArrayList<>();
        for (int i = 0; i < many.getCount(); i++) {
            BodyPart each = many.getBodyPart(i);
            Words words = read(each, depth + 1);
            if (!words.isEmpty()) {
                found.add(words);
            }
        }
        return alternative ? plainest(found) : together(found);
    }

    /** Of several forms of the same words, the plain one. */
    private static Words plainest(List<Words> forms) {
        return forms.stream()
                .filter(words -> !words.html())
                .findFirst()
                .or(() -> forms.stream().findFirst())
                .orElse(Words.NONE);
    }

    private static Words together(List<Words> found) {
        return new Words(
                String.join("\n\n", found.stream().map(Words::text).toList()),
                found.stream().anyMatch(Words::html));
    }

    private Words forwarded(Part part, int depth) throws MessagingException, IOException {
        if (!(part.getContent() instanceof MimeMessage inner)) {
            return Words.NONE;
        }
        String subject = Letter.of(inner).subject();
        return new Words(
                "--- Пересланное письмо: %s ---\n%s"
                        .formatted(subject, read(inner, depth + 1).text()),
                false);
    }

    private Words words(Part part, ContentType type) throws MessagingException, IOException {
        String written = LetterCharset.decode(bytes(part, LONGEST_TEXT), type.getParameter("charset"));
        boolean html = type.match("text/html");
        String plain = html ? HtmlText.of(written, reply) : written.replace("\r\n", "\n");
        return new Words(reply ? QuotedHistory.cut(plain) : plain.strip(), html);
    }

    private Words attached(Part part, ContentType type) throws MessagingException {
        String name = fileName(part);
        attachments.add(
                new Attachment(name == null ? "вложение-" + (attachments.size() + 1) + extension(type) : name, part));
        return Words.NONE;
    }

    private static String extension(ContentType type) {
        return type.match("image/*") ? "." + type.getSubType().toLowerCase(Locale.ROOT) : "";
    }

    private static String fileName(Part part) {
        try {
            String name = part.getFileName();
            return name == null ? null : LetterCharset.header(name);
        } catch (MessagingException nonsense) {
            return null;
        }
    }

    /** @param most so many are read */
    static byte[] bytes(Part part, int most) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readNBytes(most);
        } catch (MessagingException | IOException badlyEncoded) {
            if (part instanceof MimeBodyPart body) {
                try (InputStream in = body.getRawInputStream()) {
                    return in.readNBytes(most);
                }
            }
            throw badlyEncoded;
        }
    }
}
