package ru.cur.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.MovableClock.at;
import static ru.cur.notification.NotificationFixture.NUMBER;
import static ru.cur.notification.NotificationFixture.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailException;

class MailTest {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    private final NotificationFixture fixture = new NotificationFixture();
    private final Notifications notifications = fixture.notifications();

    @BeforeEach
    void start() {
        server.start();
        fixture.mailServerAt(server.getSmtp().getPort());
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aSingleNoticeIsALetterOfItsOwn() throws Exception {
        assertThat(notifications.add(notice("a", false, 75, "head"))).contains(at("2026-11-24T10:00"));
        notifications.sendDue(NUMBER);

        MimeMessage letter = received().get(0);
        assertThat(letter.getSubject()).isEqualTo("Уровень 75: ПК-2026-000001, Ямы на дорогах");
        assertThat(((InternetAddress) letter.getFrom()[0]).toUnicodeString())
                .isEqualTo("\"ЦУР Приморского края\" <noreply@cur.example>");
        assertThat(letter.getRecipients(RecipientType.TO)[0]).hasToString("head@cur.example");
        assertThat(letter.getContent().toString())
                .contains(
                        "Тема: Ямы на дорогах", "https://cur.example/incidents-app/incidents/%D0%9F%D0%9A-2026-000001");
        assertThat(letter.getMessageID()).matches("<notice-[0-9a-f-]{36}@cur\\.example>");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(letter.getSentDate().toInstant()).isEqualTo(at("2026-11-24T10:00"));
        assertThat(fixture.channelsOf("head")).containsExactly("MAIL");
    }

    @Test
    void nobodyIsToldTheSameTwice() {
        notifications.add(notice("a", false, 75, "head"));
        notifications.add(notice("a", false, 75, "head", "curator"));
        notifications.sendDue(NUMBER);
        notifications.add(notice("a", false, 75, "head"));
        notifications.sendDue(NUMBER);

        assertThat(received()).hasSize(2);
        assertThat(fixture.channelsOf("head")).containsExactly("MAIL");
    }

    @Test
    void theNightIsOneLetterInTheMorning() throws Exception {
        fixture.clock.set("2026-11-24T21:30");
        for (int level : List.of(50, 100, 75, 50, 90, 75, 50)) {
            assertThat(notifications.add(
                            notice("night-" + fixture.channelsOf("head").size(), false, level, "head")))
                    .contains(at("2026-11-25T09:00"));
        }
        fixture.clock.set("2026-11-25T08:59");
        notifications.sendDue(NUMBER);
        assertThat(received()).isEmpty();

        fixture.clock.set("2026-11-25T09:00");
        notifications.sendDue(NUMBER);
        MimeMessage digest = received().get(0);
        assertThat(received()).hasSize(1);
        assertThat(digest.getSubject()).isEqualTo("Сводка за ночь: 7 сообщений");
        assertThat(digest.getContent().toString())
                .containsSubsequence(
                        "1. Уровень 100",
                        "2. Уровень 90",
                        "3. Уровень 75",
                        "4. Уровень 75",
                        "5. Уровень 50",
                        "7. Уровень 50");
        assertThat(fixture.channelsOf("head")).hasSize(7).containsOnly("MAIL");
    }

    @Test
    void theUrgentDoesNotWaitForTheMorning() {
        fixture.clock.set("2026-11-24T23:00");
        notifications.add(notice("ordinary", false, 100, "head"));
        assertThat(notifications.add(notice("urgent", true, 50, "head"))).contains(at("2026-11-24T23:00"));
        notifications.sendDue(NUMBER);

        assertThat(received()).hasSize(1);
        assertThat(fixture.channelsOf("head")).containsExactly("WAITING", "MAIL");
    }

    @Test
    void whoeverTellsCanAskWhenTheLetterLeaves() {
        fixture.clock.set("2026-11-27T23:00");
        assertThat(notifications.sendAfter(true)).isEqualTo(at("2026-11-27T23:00"));
        assertThat(notifications.sendAfter(false)).isEqualTo(at("2026-11-30T09:00"));
        assertThat(notifications.add(notice("a", false, 50, "head"))).contains(notifications.sendAfter(false));
    }

    @Test
    void aDigestOfDaysSaysSinceWhen() throws Exception {
        fixture.clock.set("2026-11-27T18:05");
        notifications.add(notice("a", false, 50, "head"));
        fixture.clock.set("2026-11-29T12:00");
        assertThat(notifications.add(notice("b", false, 50, "head"))).contains(at("2026-11-30T09:00"));
        fixture.clock.set("2026-11-30T09:00");
        notifications.sendDue(NUMBER);

        assertThat(received().get(0).getSubject()).isEqualTo("Сводка с 27.11.2026 18:05: 2 сообщения");
    }

    @Test
    void aHugeDigestStaysReadable() throws Exception {
        IntStream.range(0, Digest.MOST + 3).forEach(i -> notifications.add(notice("n" + i, false, 50, "head")));
        notifications.sendDue(NUMBER);

        assertThat(received().get(0).getSubject()).isEqualTo("Сводка: 53 сообщения");
        assertThat(received().get(0).getContent().toString())
                .contains("50. Уровень", "И ещё 3")
                .doesNotContain("51. ");
    }

    @Test
    void aServerThatIsAwayLosesNothing() {
        server.stop();
        notifications.add(notice("a", false, 75, "head", "curator"));
        assertThatThrownBy(() -> notifications.sendDue("ПК-2026-000002")).isInstanceOf(MailException.class);
        assertThat(fixture.channelsOf("head")).containsExactly("WAITING");

        server.start();
        fixture.mailServerAt(server.getSmtp().getPort());
        notifications.sendDue(NUMBER);
        notifications.sendDue(NUMBER);
        assertThat(received()).hasSize(2);
        assertThat(fixture.channelsOf("head")).containsExactly("MAIL");
    }

    @Test
    void twoWhoSendAtOnceSendOnce() throws Exception {
        String[] people = IntStream.range(0, 20).mapToObj(i -> "person" + i).toArray(String[]::new);
        notifications.add(notice("a", false, 75, people));
        notifications.add(notice("b", false, 75, people));
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Void> send = () -> {
            start.await(10, TimeUnit.SECONDS);
            notifications.sendDue(NUMBER);
            return null;
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<Void> sent : threads.invokeAll(List.of(send, send), 60, TimeUnit.SECONDS)) {
                sent.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(received()).hasSize(20);
        assertThat(Stream.of(people).flatMap(person -> fixture.channelsOf(person).stream()))
                .hasSize(40)
                .containsOnly("MAIL");
    }

    @Test
    void aSubjectCannotBringHeaders() throws Exception {
        notifications.add(new Notice(
                "a",
                null,
                Set.of("head"),
                true,
                0,
                "escalation-level",
                Map.of(
                        "levelTitle",
                        "Срок\r\nBcc: all@cur.example\r\n\r\nпривет\u2028\u0000",
                        "categoryName",
                        "Ямы\n")));
        notifications.sendDue(NUMBER);

        MimeMessage letter = received().get(0);
        assertThat(received()).hasSize(1);
        assertThat(letter.getSubject()).isEqualTo("Срок Bcc: all@cur.example привет, Ямы");
        assertThat(letter.getHeader("Bcc")).isNull();
    }

    @Test
    void anAddressCannotBringHeadersNorStopTheOthers() {
        fixture.addresses.put("evil", "a@cur.example\r\nBcc: all@cur.example");
        notifications.add(notice("a", false, 75, "evil", "head"));
        notifications.sendDue(NUMBER);

        assertThat(received()).hasSize(1);
        assertThat(fixture.channelsOf("evil")).containsExactly("REFUSED");
        assertThat(fixture.channelsOf("head")).containsExactly("MAIL");
    }

    @Test
    void withoutAnAddressTasklistIsEnough() {
        assertThat(notifications.add(notice("a", false, 75, "offline"))).isEmpty();
        assertThat(fixture.channelsOf("offline")).containsExactly("TASKLIST");
        assertThat(notifications.add(notice("b", false, 75, "offline", "head"))).isPresent();
        notifications.sendDue(NUMBER);

        assertThat(received()).hasSize(1);
        assertThat(fixture.channelsOf("offline")).containsExactly("TASKLIST", "TASKLIST");
    }

    @Test
    void anAddressThatIsTakenAwayMeanwhileLeavesTasklist() {
        notifications.add(notice("a", false, 75, "head"));
        fixture.addresses.put("head", "");
        notifications.sendDue(NUMBER);

        assertThat(received()).isEmpty();
        assertThat(fixture.channelsOf("head")).containsExactly("TASKLIST");
    }

    @Test
    void withoutAServerTasklistIsEnough() {
        assertThat(fixture.notificationsWithoutServer().add(notice("a", false, 75, "head")))
                .isEmpty();
        assertThat(fixture.notificationsWithANamelessServer().add(notice("b", false, 75, "head")))
                .isEmpty();

        assertThat(fixture.channelsOf("head")).containsExactly("TASKLIST", "TASKLIST");
    }

    private List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }
}
