package ru.cur.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static ru.cur.channel.email.Letters.letter;

import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;
import ru.cur.TestDatabase;
import ru.cur.channel.network.NetworkFailure;
import ru.cur.reply.ReplyFile;
import ru.cur.reply.ReplyNotOut;
import ru.cur.reply.ReplyPublisher.Place;
import ru.cur.reply.ReplyPublisher.Published;
import ru.cur.reply.ReplyPublisher.Reply;
import ru.cur.reply.ReplyRefused;
import ru.cur.reply.ReplyRefused.Kind;
import ru.cur.reply.ReplyWay;

class EmailReplyPublisherTest {
    private static final MailFixture MAIL = new MailFixture(TestDatabase.migrated("email_replies"));
    private static final Place LETTER = new Place("email", "2@mail.example", "anna@mail.example", "1@mail.example");

    @BeforeEach
    void aLetterHasCome() throws Exception {
        MAIL.forget();
        take(
                "Subject: =?utf-8?B?0K/QvNCwDQpCY2M6IGFsbEBtYWlsLmV4YW1wbGU=?=\nReferences: <0@mail.example> <1@mail.example>\nIn-Reply-To: <1@mail.example>");
    }

    @AfterAll
    static void stop() {
        MAIL.server.stop();
    }

    private static void take(String headers) throws Exception {
        MAIL.jdbc.sql("truncate channel_event cascade").update();
        MAIL.deliver(letter("2@mail.example", headers, "Яма"));
        MAIL.poll(MAIL.settings());
    }

    private static Reply reply(boolean mayBeOut, ReplyFile... files) {
        return new Reply(
                "ПК-2026-000001/1/7", ReplyWay.REPLY, LETTER, "Здравствуйте! Яму засыпали.", List.of(files), mayBeOut);
    }

    /** The server makes a mailbox for whoever gets a letter. */
    private static List<MimeMessage> sentTo(String address) throws Exception {
        var mail = MAIL.server.getManagers();
        return mail.getImapHostManager().getInbox(mail.getUserManager().getUserByEmail(address)).getMessages().stream()
                .map(StoredMessage::getMimeMessage)
                .toList();
    }

    private static int copies() {
        var folder = MAIL.server.getManagers().getImapHostManager().getFolder(MAIL.mailbox, "Sent");
        return folder == null ? 0 : (int) folder.getMessageCount();
    }

    @Test
    void anAnswerIsAReplyInTheSameThreadWithoutHeadersOfAStranger() throws Exception {

        Published published = MAIL.publisher().publish(reply(false));

        MimeMessage answer = sentTo("Anna@Mail.example").get(0);
        assertThat(answer.getSubject()).isEqualTo("Re: Яма Bcc: all@mail.example");
        assertThat(answer.getHeader("Bcc")).isNull();
        assertThat(answer.getAllRecipients()).hasSize(1);
        assertThat(answer.getFrom()[0]).asString().contains(Letters.OURS);
        assertThat(answer.getHeader("In-Reply-To")).containsExactly("<2@mail.example>");
        assertThat(answer.getHeader("References")[0].replaceAll("\\s+", " "))
                .isEqualTo("<0@mail.example> <1@mail.example> <2@mail.example>");
        assertThat(answer.getMessageID()).isEqualTo("<" + published.externalId() + ">");
        assertThat(published.externalId()).matches("answer-[0-9a-f-]{36}@cur\\.example");
        assertThat(answer.getHeader("Auto-Submitted")).isNull();
        assertThat(answer.getContent().toString()).isEqualTo("Здравствуйте! Яму засыпали.");
        assertThat(copies()).isOne();
    }

    @Test
    void theAnswerGoesWhereTheAuthorWantsIt() throws Exception {
        take("Subject: s\nReply-To: other@mail.example");

        MAIL.publisher().publish(reply(false));

        assertThat(sentTo("other@mail.example")).hasSize(1);
    }

    @Test
    void picturesAreAttached() throws Exception {
        ReplyFile picture =
                new ReplyFile("photo-1.jpg", "image/jpeg", () -> new ByteArrayInputStream(new byte[] {1, 2, 3}));

        MAIL.publisher().publish(reply(false, picture));

        MimeMultipart parts = (MimeMultipart) sentTo("Anna@Mail.example").get(0).getContent();
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("photo-1.jpg");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).containsExactly(1, 2, 3);
    }

    @Test
    void afterAnAttemptThatBrokeOffTheCopyTells() {
        ReplyRefused unknown =
                catchThrowableOfType(ReplyRefused.class, () -> MAIL.publisher().publish(reply(true)));
        assertThat(unknown.kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);

        Published first = MAIL.publisher().publish(reply(false));
        Published again = MAIL.publisher().publish(reply(true));

        assertThat(again).isEqualTo(first);
        assertThat(copies()).isOne();
    }

    @Test
    void aLetterThatIsOutIsNotSentAgainForItsCopy() {
        MAIL.mailbox.setPassword("another");
        try {
            assertThat(MAIL.publisher().publish(reply(false)).externalId()).startsWith("answer-");
            assertThat(MAIL.troubles()).containsExactly("Копия отправленного письма не сохранена в папке «Sent»");
            assertThatThrownBy(() -> MAIL.publisher().publish(reply(true))).isInstanceOf(NetworkFailure.class);
        } finally {
            MAIL.mailbox.setPassword("secret");
        }
    }

    @Test
    void onlyLettersThatCameAreServed() {
        EmailReplyPublisher publisher = MAIL.publisher();

        assertThat(publisher.serves(LETTER)).isTrue();
        assertThat(publisher.serves(new Place("email", "unknown", "a", null))).isFalse();
        assertThat(publisher.serves(new Place("vk", "2@mail.example", "a", null)))
                .isFalse();
    }

    @Test
    void thereIsNothingMorePrivateThanALetter() {
        Reply privately = new Reply("key", ReplyWay.PRIVATE_MESSAGE, LETTER, "текст", List.of(), false);

        ReplyRefused refused =
                catchThrowableOfType(ReplyRefused.class, () -> MAIL.publisher().publish(privately));

        assertThat(refused.kind()).isEqualTo(Kind.PRIVATE_MESSAGES_CLOSED);
    }

    private static EmailReplyPublisher through(int port) {
        EmailProperties settings =
                Letters.settings(MAIL.server.getImap().getPort(), port, null, DataSize.ofMegabytes(1));
        return new EmailReplyPublisher(
                MAIL.inbox,
                new OutgoingLetter(settings, Session.getInstance(new Properties())),
                new EmailSending(new EmailServers(settings), settings, MAIL.lines.networks(), MAIL.lines.troubles()),
                settings,
                Clock.systemUTC());
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 no such user,       AUTHOR_BLOCKED",
        "RCPT, 553 bad address,        AUTHOR_BLOCKED",
        "MAIL, 550 sender refused,     NETWORK_REFUSED",
        ".,    554 looks like spam,    NETWORK_REFUSED",
        ".,    552 too large,          NETWORK_REFUSED"
    })
    void whatIsRefusedForGoodIsForAPerson(String command, String answer, Kind kind) throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp(command, answer)) {
            ReplyRefused refused = catchThrowableOfType(
                    ReplyRefused.class, () -> through(server.port()).publish(reply(false)));

            assertThat(refused.kind()).isEqualTo(kind);
            assertThat(refused).hasMessageContaining("SMTP " + answer.substring(0, 3));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 450 mailbox busy",
        "RCPT, 452 full",
        "MAIL, 451 try later",
        ".,    451 greylisted",
        "DATA, 421 closing"
    })
    void whatIsRefusedForNowWaits(String command, String answer) throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp(command, answer)) {
            assertThatThrownBy(() -> through(server.port()).publish(reply(false)))
                    .isInstanceOf(ReplyNotOut.class);
        }
    }

    @Test
    void aConnectionThatBreaksAfterTheWordsLeavesItOpen() throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp(".", ScriptedSmtp.HANG_UP)) {
            assertThatThrownBy(() -> through(server.port()).publish(reply(false)))
                    .isInstanceOf(NetworkFailure.class);
        }
    }

    @Test
    void aServerThatIsNotThereHasNothing() {
        assertThatThrownBy(() -> through(1).publish(reply(false))).isInstanceOf(ReplyNotOut.class);
    }

    @Test
    void aServerThatDoesNotSayGoodbyeHasTheLetter() throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp("QUIT", ScriptedSmtp.HANG_UP)) {
            assertThat(through(server.port()).publish(reply(false)).externalId())
                    .isNotBlank();
        }
    }
}
