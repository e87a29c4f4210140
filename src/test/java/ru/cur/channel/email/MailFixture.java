package ru.cur.channel.email;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.unit.DataSize;
import ru.cur.MovableClock;
import ru.cur.channel.inbox.Inbox;
import ru.cur.channel.inbox.TestInbox;
import ru.cur.channel.network.TestLines;
import ru.cur.channel.network.Troubles.Trouble;

/** A mail server with our mailbox, and the connector beside it. */
final class MailFixture {
    final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAP)
    });
    final MovableClock clock = new MovableClock(Letters.RECEIVED);
    final DataSource database;
    final JdbcClient jdbc;
    final TestLines lines;
    final Inbox inbox;
    final GreenMailUser mailbox;

    MailFixture(DataSource database) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        this.lines = TestLines.on(JdbcClient.create(database), clock, 100);
        this.inbox = TestInbox.on(JdbcClient.create(database), clock);
        server.start();
        this.mailbox = server.setUser(Letters.OURS, "cur", "secret");
    }

    EmailProperties settings(String moveTo, DataSize maxLetter) {
        return Letters.settings(server.getImap().getPort(), server.getSmtp().getPort(), moveTo, maxLetter);
    }

    EmailProperties settings() {
        return settings(null, DataSize.ofMegabytes(1));
    }

    EmailPolling polling(EmailProperties settings) {
        return new EmailPolling(
                new EmailServers(settings),
                settings,
                inbox,
                lines.leases(),
                lines.troubles(),
                new JdbcTransactionManager(database));
    }

    EmailSending sending() {
        return new EmailSending(new EmailServers(settings()), settings(), lines.networks(), lines.troubles());
    }

    EmailReplyPublisher publisher() {
        OutgoingLetter writer = new OutgoingLetter(settings(), Session.getInstance(new Properties()));
        return new EmailReplyPublisher(inbox, writer, sending(), settings(), clock);
    }

    /** Polls whether it is time or not. */
    void poll(EmailProperties settings) throws Exception {
        jdbc.sql("update channel_chore set next_at = now()").update();
        polling(settings).work();
    }

    void deliver(String letter) throws MessagingException {
        mailbox.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(letter.getBytes(StandardCharsets.UTF_8))));
    }

    List<String> keys() {
        return jdbc.sql("select event_key from channel_event order by id")
                .query(String.class)
                .list();
    }

    List<String> troubles() {
        return lines.troubles().latest(10).stream().map(Trouble::details).toList();
    }

    void forget() throws FolderException {
        server.purgeEmailFromAllMailboxes();
        jdbc.sql("truncate channel_pace, channel_trouble, channel_chore, channel_event cascade")
                .update();
    }
}
