package ru.cur.channel.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;
import ru.cur.platform.StartupRefusal;

/**
 * The public mailbox. The channel is off without its address; a block that is not complete stops the start with one line. It has
 * nothing to do with the server that carries notices to the staff.
 *
 * @param address to which people write, and from which they are answered
 * @param name beside the address in answers
 * @param imap where letters are read
 * @param smtp where answers are handed over
 * @param folder that is read
 * @param moveTo folder for letters that have been read; null leaves them where they are, marked as read
 * @param sent folder for copies of answers; what has certainly gone out is looked up there
 * @param every how often it is looked for letters
 * @param maxLetter of a larger letter only the words are taken
 * @param acknowledge whether the author is told the number, and that his letter is no appeal
 */
@Validated
@ConfigurationProperties("cur.channel.email")
@ConditionalOnProperty(prefix = "cur.channel.email", name = "address")
record EmailProperties(
        @NotNull String address,
        @NotNull @DefaultValue("ЦУР Приморского края") String name,
        @Valid Server imap,
        @Valid Server smtp,
        @NotNull @DefaultValue("INBOX") String folder,
        String moveTo,
        @NotNull @DefaultValue("Sent") String sent,
        @NotNull @DefaultValue("1m") Duration every,
        @NotNull @DefaultValue("25MB") DataSize maxLetter,
        @DefaultValue("true") boolean acknowledge) {

    /**
     * A mail server.
     *
     * @param port 0 for the usual one
     * @param user null where none is asked for
     * @param password a secret
     */
    record Server(
            @NotNull String host,
            @DefaultValue("0") int port,
            String user,
            String password,
            @NotNull @DefaultValue("tls") Security security) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "%s:%d, %s".formatted(host, port, security);
        }
    }

    /** How a connection is protected. */
    enum Security {
        /** Not at all: for a server on the same machine. */
        NONE,
        /** After the greeting; refused to a server that can't. */
        STARTTLS,
        /** From the first byte. */
        TLS
    }

    /** @throws StartupRefusal when the settings do not make a whole; it never quotes a secret */
    EmailProperties {
        if (!isAddress(address)) {
            throw new StartupRefusal("CUR_CHANNEL_EMAIL_ADDRESS: это не адрес электронной почты");
        }
        if (imap == null || !StringUtils.hasText(imap.host())) {
            throw new StartupRefusal("CUR_CHANNEL_EMAIL_IMAP_HOST: для канала «Электронная почта» нужен сервер IMAP");
        }
        if (smtp == null || !StringUtils.hasText(smtp.host())) {
            throw new StartupRefusal("CUR_CHANNEL_EMAIL_SMTP_HOST: для канала «Электронная почта» нужен сервер SMTP");
        }
    }

    private static boolean isAddress(String text) {
        try {
            new InternetAddress(text, true);
            return text.contains("@");
        } catch (AddressException | NullPointerException e) {
            return false;
        }
    }

    /** The part after @, for ids of our letters. */
    String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
