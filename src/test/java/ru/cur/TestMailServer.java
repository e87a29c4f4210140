package ru.cur;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mail server of the program, which has none unless a test starts it, and to whom letters have come. */
public final class TestMailServer {
    private final JavaMailSenderImpl mail;
    private GreenMail server;

    TestMailServer(JavaMailSenderImpl mail) {
        this.mail = mail;
    }

    /** With no letter in it. */
    public void start() {
        server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        mail.setHost("localhost");
        mail.setPort(server.getSmtp().getPort());
    }

    /** From now on the program has no mail. Does nothing when it has not been started. */
    public void stop() {
        mail.setHost(null);
        if (server != null) {
            server.stop();
        }
    }

    public List<MimeMessage> letters() {
        return List.of(server.getReceivedMessages());
    }

    /** To whom letters have come, in that order. */
    public List<String> addressees() {
        return letters().stream().map(TestMailServer::addressee).toList();
    }

    private static String addressee(MimeMessage letter) {
        try {
            return letter.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
