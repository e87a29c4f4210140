package ru.cur.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import ru.cur.reply.ReplyFile;

/** Writes letters that answer a letter of a stranger: nothing of it but clean lines, ids and an address gets into ours. */
class OutgoingLetter {
    private static final int LONGEST_SUBJECT = 200;

    private final EmailProperties settings;
    private final Session session;

    OutgoingLetter(EmailProperties settings, Session session) {
        this.settings = settings;
        this.session = session;
    }

    /**
     * What is written.
     *
     * @param id of ours, with angle brackets
     * @param to the author
     * @param answers the letter that is answered
     * @param answersId its id; no header is made of one that is not its own
     */
    record Draft(String id, InternetAddress to, Letter answers, String answersId, String text, List<ReplyFile> files) {}

    /** A letter that a person has decided on. */
    MimeMessage write(Draft draft, Instant at) {
        return write(draft, at, false);
    }

    /** A letter that no person has decided on, marked so that no program answers it (RFC 3834). */
    MimeMessage automatic(Draft draft, Instant at) {
        return write(draft, at, true);
    }

    private MimeMessage write(Draft draft, Instant at, boolean automatic) {
        try {
            MimeMessage message = new Named(session, draft.id());
            MimeMessageHelper helper =
                    new MimeMessageHelper(message, !draft.files().isEmpty(), StandardCharsets.UTF_8.name());
            helper.setFrom(settings.address(), settings.name());
            helper.setTo(draft.to());
            helper.setSubject(subject(draft.answers()));
            helper.setText(draft.text());
            helper.setSentDate(Date.from(at));
            thread(message, draft);
            if (automatic) {
                message.setHeader("Auto-Submitted", "auto-replied");
            }
            for (ReplyFile file : draft.files()) {
                helper.addAttachment(file.name(), content(file), file.mediaType());
            }
            message.saveChanges();
            return message;
        } catch (MessagingException | IOException impossible) {
            throw new IllegalStateException("The letter can't be written", impossible);
        }
    }

    private static String subject(Letter answered) {
        String subject = answered.subject();
        String whole = subject.toLowerCase(Locale.ROOT).startsWith("re:") ? subject : "Re: " + subject;
        return whole.length() <= LONGEST_SUBJECT ? whole : whole.substring(0, LONGEST_SUBJECT) + "…";
    }

    private static void thread(MimeMessage message, Draft draft) throws MessagingException {
        if (draft.answers().id().filter(draft.answersId()::equals).isEmpty()) {
            return;
        }
        List<String> thread = new ArrayList<>(draft.answers().references());
        Collections.reverse(thread);
        thread.add(draft.answersId());
        message.setHeader("In-Reply-To", "<" + draft.answersId() + ">");
        message.setHeader(
                "References",
                String.join("\r\n ", thread.stream().map(id -> "<" + id + ">").toList()));
    }

    private static ByteArrayResource content(ReplyFile file) {
        try (InputStream content = file.content().get()) {
            return new ByteArrayResource(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A letter with an id of our own. */
    private static final class Named extends MimeMessage {
        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
