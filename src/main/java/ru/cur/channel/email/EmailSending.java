package ru.cur.channel.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.MessageIDTerm;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import ru.cur.channel.Channel;
import ru.cur.channel.network.NetworkFailure;
import ru.cur.channel.network.NetworkLine;
import ru.cur.channel.network.NetworkLine.Lane;
import ru.cur.channel.network.Networks;
import ru.cur.channel.network.Troubles;
import ru.cur.reply.ReplyRefused;
import ru.cur.reply.ReplyRefused.Kind;

/** Hands letters to the SMTP server, and keeps copies where it can be looked up what has gone out. */
class EmailSending {
    private static final Lane OVERALL = Lane.perSecond("all", 2);
    private static final int TOO_LARGE = 552;

    private final EmailServers servers;
    private final NetworkLine line;
    private final Troubles troubles;
    private final String sentFolder;

    EmailSending(EmailServers servers, EmailProperties settings, Networks networks, Troubles troubles) {
        this.servers = servers;
        this.line = networks.line(Channel.EMAIL);
        this.troubles = troubles;
        this.sentFolder = settings.sent();
    }

    /**
     * Sends a letter.
     *
     * @throws ReplyRefused when the server refuses it for good
     * @throws ru.cur.reply.ReplyNotOut when it certainly has not gone out, for now
     * @throws NetworkFailure when it may have gone out
     */
    void send(MimeMessage letter) {
        line.ask(
                () -> {
                    Transport transport = connect();
                    try {
                        transport.sendMessage(letter, letter.getAllRecipients());
                        return null;
                    } catch (MessagingException failure) {
                        throw toldApart(failure);
                    } finally {
                        close(transport);
                    }
                },
                OVERALL);
    }

    /** A copy of what has gone out. That it could not be kept is no reason to send again. */
    void keepCopy(MimeMessage letter) {
        try (Store store = servers.store()) {
            Folder sent = store.getFolder(sentFolder);
            if (!sent.exists()) {
                sent.create(Folder.HOLDS_MESSAGES);
            }
            letter.setFlag(Flags.Flag.SEEN, true);
            sent.appendMessages(new Message[] {letter});
        } catch (MessagingException failure) {
            troubles.note(
                    Channel.EMAIL,
                    Troubles.Kind.FAILED,
                    "Копия отправленного письма не сохранена в папке «%s»".formatted(sentFolder));
        }
    }

    /**
     * Whether a copy of the letter is kept.
     *
     * @param id with angle brackets
     * @throws NetworkFailure when the folder can't be looked at
     */
    boolean hasCopy(String id) {
        return line.ask(
                () -> {
                    try (Store store = servers.store();
                            Folder sent = store.getFolder(sentFolder)) {
                        if (!sent.exists()) {
                            return false;
                        }
                        sent.open(Folder.READ_ONLY);
                        return sent.search(new MessageIDTerm(id)).length > 0;
                    } catch (MessagingException failure) {
                        throw new NetworkFailure("IMAP: " + failure.getClass().getSimpleName(), false, null);
                    }
                },
                OVERALL);
    }

    private Transport connect() {
        try {
            return servers.transport();
        } catch (MessagingException failure) {
            String what = failure instanceof AuthenticationFailedException
                    ? "SMTP: сервер не принимает пользователя или пароль"
                    : "SMTP: нет соединения, " + failure.getClass().getSimpleName();
            throw new NetworkFailure(what, true, null);
        }
    }

    /** What the server has taken it keeps, even if it does not say goodbye. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException noGoodbye) {
            // The outcome is known already.
        }
    }

    /** The nearest answer of the server with a code says what has happened; without one nobody knows. */
    private static RuntimeException toldApart(MessagingException failure) {
        for (Exception each = failure; each instanceof MessagingException one; each = one.getNextException()) {
            if (each instanceof SMTPAddressFailedException address) {
                return answered(address.getReturnCode(), Kind.AUTHOR_BLOCKED, "адрес не принят");
            }
            if (each instanceof SMTPSenderFailedException sender) {
                return answered(sender.getReturnCode(), Kind.NETWORK_REFUSED, "наш адрес не принят");
            }
            if (each instanceof SMTPSendFailedException send && send.getReturnCode() >= 400 && last(send)) {
                return answered(send.getReturnCode(), Kind.NETWORK_REFUSED, "письмо не принято");
            }
        }
        return new NetworkFailure("SMTP: " + failure.getClass().getSimpleName(), false, null);
    }

    /** A refusal of all addresses has their own refusals behind it. */
    private static boolean last(SMTPSendFailedException failure) {
        return !(failure.getNextException() instanceof SMTPAddressFailedException);
    }

    private static RuntimeException answered(int code, Kind kind, String what) {
        return code >= 500
                ? new ReplyRefused(
                        kind, "SMTP %d, %s".formatted(code, code == TOO_LARGE ? "письмо слишком велико" : what))
                : new NetworkFailure("SMTP %d, %s".formatted(code, what), true, null);
    }
}
