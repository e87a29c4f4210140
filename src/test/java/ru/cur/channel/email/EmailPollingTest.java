package ru.cur.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.channel.email.Letters.letter;
import static ru.cur.channel.email.Letters.plain;

import com.icegreen.greenmail.store.MailFolder;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import ru.cur.TestDatabase;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.StoredEvent;

class EmailPollingTest {
    private static final MailFixture MAIL = new MailFixture(TestDatabase.migrated("email_polling"));

    @BeforeEach
    void forget() throws Exception {
        MAIL.forget();
    }

    @AfterAll
    static void stop() {
        MAIL.server.stop();
    }

    private static MailFolder folder(String name) {
        return MAIL.server.getManagers().getImapHostManager().getFolder(MAIL.mailbox, name);
    }

    private static List<Boolean> seen() {
        return folder("INBOX").getMessages().stream()
                .map(message -> message.getFlags().contains(Flags.Flag.SEEN))
                .toList();
    }

    private static Letter stored(String key) {
        return Letter.of(MAIL.inbox.find(Channel.EMAIL, key).orElseThrow());
    }

    @Test
    void lettersAreStoredOnceAndMarked() throws Exception {
        MAIL.deliver(plain("1@mail.example", "Яма", "Засыпьте"));
        MAIL.deliver(plain("2@mail.example", "Свет", "Включите"));
        MAIL.poll(MAIL.settings());
        MAIL.poll(MAIL.settings());

        assertThat(MAIL.keys()).containsExactly("1@mail.example", "2@mail.example");
        assertThat(seen()).containsExactly(true, true);
        assertThat(stored("1@mail.example").content().text()).isEqualTo("Засыпьте");
    }

    @Test
    void aLetterThatAPersonHasOpenedIsTakenAllTheSame() throws Exception {
        MAIL.deliver(plain("1@mail.example", "Яма", "Засыпьте"));
        folder("INBOX").getMessages().get(0).setFlags(new Flags(Flags.Flag.SEEN), true);

        MAIL.poll(MAIL.settings());

        assertThat(MAIL.keys()).containsExactly("1@mail.example");
    }

    @Test
    void aProgramThatDiesBetweenStoringAndMarkingTakesNothingTwice() throws Exception {
        MAIL.deliver(plain("1@mail.example", "Яма", "Засыпьте"));
        MAIL.deliver(letter("x@y", "Subject: no id", "Засыпьте").replace("Message-ID", "X-Id"));
        MAIL.poll(MAIL.settings());
        for (var message : folder("INBOX").getMessages()) {
            message.setFlags(new Flags(Flags.Flag.SEEN), false);
        }
        MAIL.jdbc.sql("update channel_chore set marker = null").update();

        MAIL.poll(MAIL.settings());

        assertThat(MAIL.keys()).hasSize(2).first().isEqualTo("1@mail.example");
        assertThat(MAIL.keys().get(1)).startsWith("sha256:");
        assertThat(seen()).containsExactly(true, true);
    }

    @Test
    void lettersThatAreReadGoToTheirFolderAlsoAfterADeath() throws Exception {
        MAIL.deliver(plain("1@mail.example", "Яма", "Засыпьте"));
        MAIL.poll(MAIL.settings());
        MAIL.deliver(plain("2@mail.example", "Свет", "Включите"));

        MAIL.poll(MAIL.settings("Done", DataSize.ofMegabytes(1)));

        assertThat(MAIL.keys()).containsExactly("1@mail.example", "2@mail.example");
        assertThat(folder("INBOX").getMessageCount()).isZero();
        assertThat(folder("Done").getMessageCount()).isEqualTo(2);
        assertThat(MAIL.troubles()).isEmpty();
    }

    @Test
    void ofALetterThatIsTooLargeTheWordsAreTaken() throws Exception {
        MAIL.deliver(
                "From: a@mail.example\r\nMessage-ID: <big@mail.example>\r\nDate: Mon, 23 Nov 2026 22:30:00 +1000\r\n"
                        + Letters.multipart(
                                        "mixed",
                                        List.of(
                                                "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nВидео прорыва",
                                                "Content-Type: video/mp4; name=v.mp4\nContent-Transfer-Encoding: base64\n\n"
                                                        + "AAAA".repeat(20_000)))
                                .replace("\n", "\r\n"));

        MAIL.poll(MAIL.settings(null, DataSize.ofKilobytes(20)));

        StoredEvent event = MAIL.inbox.find(Channel.EMAIL, "big@mail.example").orElseThrow();
        assertThat(event.body().length()).isLessThan(20_000);
        assertThat(stored("big@mail.example").subject()).isEqualTo("test");
        assertThat(stored("big@mail.example").date()).isPresent();
        assertThat(stored("big@mail.example").header(EmailEvents.DROPPED)).isEqualTo("1");
        assertThat(new EmailEvents(MAIL.settings()).read(event).get(0).toString())
                .contains("Видео прорыва", "вложения не приняты: 1");
    }

    @Test
    void aServerThatRefusesUsIsNotedAndLosesNothing() throws Exception {
        MAIL.deliver(plain("1@mail.example", "Яма", "Засыпьте"));
        MAIL.mailbox.setPassword("another");
        assertThatThrownBy(() -> MAIL.poll(MAIL.settings())).isInstanceOf(MessagingException.class);
        assertThat(MAIL.lines.leases().error("email poll")).isPresent();
        MAIL.mailbox.setPassword("secret");

        MAIL.poll(MAIL.settings());

        assertThat(MAIL.keys()).containsExactly("1@mail.example");
    }
}
