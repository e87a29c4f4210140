package ru.cur.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Hands letters to the mail server, if there is one. */
@Component
class MailServer {
    private final JavaMailSender sender;
    private final NotificationProperties properties;
    private final Clock clock;

    MailServer(ObjectProvider<JavaMailSender> sender, NotificationProperties properties, Clock clock) {
        this.sender = sender.getIfAvailable();
        this.properties = properties;
        this.clock = clock;
    }

    /** Whether a server is configured; a blank name, as a compose file gives it for none, is none. */
    boolean isConfigured() {
        return sender != null
                && (!(sender instanceof JavaMailSenderImpl named) || StringUtils.hasText(named.getHost()));
    }

    /**
     * Returns when the server has accepted the letter.
     *
     * @param id tells a repeated letter from another one; letters, digits and dashes
     * @throws AddressRefused when the server will never take this address
     * @throws org.springframework.mail.MailException when the server is not there or can't take it now
     */
    void send(String address, Letter letter, String id) throws AddressRefused {
        try {
            sender.send(message(address, letter, id));
        } catch (MailSendException e) {
            SendFailedException refusal = refusalOf(e);
            if (refusal == null) {
                throw e;
            }
            throw new AddressRefused(refusal);
        }
    }

    private MimeMessage message(String address, Letter letter, String id) throws AddressRefused {
        MimeMessage message = sender.createMimeMessage();
        InternetAddress to;
        try {
            to = new InternetAddress(address, true);
        } catch (MessagingException e) {
            throw new AddressRefused(e);
        }
        try {
            MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(properties.from(), properties.fromName());
            helper.setTo(to);
            helper.setSubject(letter.subject());
            helper.setText(letter.text());
            helper.setSentDate(Date.from(clock.instant()));
            message.setHeader("Message-ID", "<%s@%s>".formatted(id, StringUtils.split(properties.from(), "@")[1]));
            // Nobody's holiday notice shall answer.
            message.setHeader("Auto-Submitted", "auto-generated");
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new MailParseException(e);
        }
        return message;
    }

    /** Null when the failure is not about the address, or may pass. */
    private static SendFailedException refusalOf(MailSendException failure) {
        for (Exception each : failure.getMessageExceptions()) {
            if (each instanceof SendFailedException refused
                    && refused.getInvalidAddresses() != null
                    && refused.getInvalidAddresses().length > 0) {
                return refused;
            }
        }
        return null;
    }
}
