package ru.cur.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import java.util.Properties;
import org.springframework.util.StringUtils;
import ru.cur.channel.email.EmailProperties.Security;
import ru.cur.channel.email.EmailProperties.Server;

/** Opens connections to the mail servers; each of them ends some time, whatever the server does. */
class EmailServers {
    private static final String CONNECT_MILLIS = "10000";
    private static final String READ_MILLIS = "30000";
    private static final String BLOCK_BYTES = "1048576";

    private final EmailProperties settings;
    private final Session session;

    EmailServers(EmailProperties settings) {
        this.settings = settings;
        Properties properties = new Properties();
        describe(properties, "mail.imap.", settings.imap());
        describe(properties, "mail.smtp.", settings.smtp());
        // Reading must not mark: a letter is marked after it has been stored.
        properties.setProperty("mail.imap.peek", "true");
        properties.setProperty("mail.imap.fetchsize", BLOCK_BYTES);
        properties.setProperty(
                "mail.smtp.auth",
                String.valueOf(StringUtils.hasText(settings.smtp().user())));
        this.session = Session.getInstance(properties);
    }

    private static void describe(Properties properties, String prefix, Server server) {
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.setProperty(prefix + "timeout", READ_MILLIS);
        properties.setProperty(prefix + "writetimeout", READ_MILLIS);
        properties.setProperty(prefix + "ssl.enable", String.valueOf(server.security() == Security.TLS));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", String.valueOf(server.security() == Security.STARTTLS));
        properties.setProperty(prefix + "starttls.required", String.valueOf(server.security() == Security.STARTTLS));
    }

    Session session() {
        return session;
    }

    /** The caller closes it. */
    Store store() throws MessagingException {
        Server imap = settings.imap();
        Store store = session.getStore("imap");
        store.connect(imap.host(), port(imap, 993, 143, 143), imap.user(), imap.password());
        return store;
    }

    /** The caller closes it. */
    Transport transport() throws MessagingException {
        Server smtp = settings.smtp();
        Transport transport = session.getTransport("smtp");
        transport.connect(smtp.host(), port(smtp, 465, 587, 25), smtp.user(), smtp.password());
        return transport;
    }

    private static int port(Server server, int tls, int startTls, int plain) {
        if (server.port() > 0) {
            return server.port();
        }
        return switch (server.security()) {
            case TLS -> tls;
            case STARTTLS -> startTls;
            case NONE -> plain;
        };
    }
}
