package ru.cur.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.notification.NotificationFixture.NUMBER;
import static ru.cur.notification.NotificationFixture.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailSendException;

/** A mail server that knows no {@code gone@…} and has no room for {@code full@…}. */
class RefusingServerTest {
    private final NotificationFixture fixture = new NotificationFixture();
    private final Notifications notifications = fixture.notifications();
    private final List<String> accepted = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean roomInMailboxes;
    private ServerSocket server;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0);
        fixture.mailServerAt(server.getLocalPort());
        Thread listener = new Thread(this::listen);
        listener.setDaemon(true);
        listener.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void anUnknownAddressIsGivenUpAndStopsNobody() {
        notifications.add(notice("a", false, 75, "gone", "head"));
        notifications.sendDue(NUMBER);

        assertThat(accepted).containsExactly("head@cur.example");
        assertThat(fixture.channelsOf("gone")).containsExactly("REFUSED");
        assertThat(fixture.jdbc
                        .sql("select error from notification where recipient = 'gone'")
                        .query(String.class)
                        .single())
                .isNotBlank();
    }

    @Test
    void aFullMailboxIsTriedAgainAndStopsNobody() {
        notifications.add(notice("a", false, 75, "full", "head"));
        assertThatThrownBy(() -> notifications.sendDue(NUMBER)).isInstanceOf(MailSendException.class);
        assertThatThrownBy(() -> notifications.sendDue(NUMBER)).isInstanceOf(MailSendException.class);

        assertThat(accepted).containsExactly("head@cur.example");
        assertThat(fixture.channelsOf("full")).containsExactly("WAITING");
    }

    @Test
    void aFullMailboxFailsOnlyThoseWhoWriteToIt() {
        notifications.add(notice("a", false, 75, "head"));
        notifications.add(weeklyList("full"));
        notifications.sendDue(NUMBER);
        assertThat(accepted).containsExactly("head@cur.example");
        assertThatThrownBy(() -> notifications.sendDue("weekly")).isInstanceOf(MailSendException.class);
        assertThat(fixture.channelsOf("full")).containsExactly("WAITING");

        roomInMailboxes = true;
        notifications.add(notice("b", false, 75, "curator"));
        notifications.sendDue(NUMBER);
        notifications.sendDue("weekly");
        assertThat(accepted).containsExactlyInAnyOrder("head@cur.example", "curator@cur.example", "full@cur.example");
        assertThat(fixture.channelsOf("full")).containsExactly("MAIL");
    }

    private static Notice weeklyList(String recipient) {
        return new Notice("weekly", null, Set.of(recipient), true, 0, "escalation-level", Map.of());
    }

    private void listen() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                talk(client);
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        String recipient = "";
        say(client, "220 ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("RCPT")) {
                recipient = line.replaceAll(".*<(.*)>.*", "$1");
                say(client, answerTo(recipient));
            } else if (command.startsWith("DATA")) {
                say(client, "354 go on");
                in.lines().takeWhile(text -> !text.equals(".")).forEach(text -> {});
                accepted.add(recipient);
                say(client, "250 accepted");
            } else if (command.startsWith("QUIT")) {
                say(client, "221 bye");
                return;
            } else {
                say(client, "250 fine");
            }
        }
    }

    private String answerTo(String recipient) {
        if (recipient.startsWith("gone")) {
            return "550 5.1.1 user unknown";
        }
        return recipient.startsWith("full") && !roomInMailboxes ? "452 4.2.2 mailbox full" : "250 fine";
    }

    private static void say(Socket client, String answer) throws IOException {
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
