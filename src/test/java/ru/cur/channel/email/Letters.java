package ru.cur.channel.email;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.util.unit.DataSize;
import ru.cur.channel.Channel;
import ru.cur.channel.email.EmailProperties.Security;
import ru.cur.channel.email.EmailProperties.Server;
import ru.cur.channel.inbox.StoredEvent;
import ru.cur.channel.inbox.TestInbox;

/** Letters for tests, and a mailbox for them. */
final class Letters {
    static final String OURS = "cur@cur.example";
    static final Instant RECEIVED = Instant.parse("2026-11-24T00:00:00Z");

    private Letters() {}

    static EmailProperties settings(int imap, int smtp, String moveTo, DataSize maxLetter) {
        return new EmailProperties(
                OURS,
                "ЦУР Приморского края",
                new Server("localhost", imap, "cur", "secret", Security.NONE),
                new Server("localhost", smtp, null, null, Security.NONE),
                "INBOX",
                moveTo,
                "Sent",
                Duration.ofMinutes(1),
                maxLetter,
                true);
    }

    static EmailProperties settings() {
        return settings(1, 1, null, DataSize.ofMegabytes(1));
    }

    /** @param head headers but From, To and Message-ID, each a line */
    static String letter(String id, String head, String body) {
        return "From: =?utf-8?B?0JDQvdC90LAg0Jou?= <Anna@Mail.example>\r\nTo: " + OURS + "\r\nMessage-ID: <" + id
                + ">\r\n" + head.replace("\n", "\r\n") + "\r\n\r\n" + body.replace("\n", "\r\n");
    }

    static String plain(String id, String subject, String body) {
        return letter(id, "Subject: " + subject + "\nContent-Type: text/plain; charset=utf-8", body);
    }

    static StoredEvent event(String letter) {
        return event(letter, StandardCharsets.UTF_8);
    }

    static StoredEvent event(String letter, Charset charset) {
        return TestInbox.event(Channel.EMAIL, "key@mail.example", Letter.body(letter.getBytes(charset)), RECEIVED);
    }

    static String multipart(String kind, List<String> parts) {
        return "Subject: test\nContent-Type: multipart/" + kind + "; boundary=b" + "\n\n--b\n"
                + String.join("\n--b\n", parts) + "\n--b--\n";
    }
}
