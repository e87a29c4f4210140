package ru.cur.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import ru.cur.ClockedTest;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.Arrival;
import ru.cur.channel.inbox.FileWork;
import ru.cur.channel.inbox.Inbox;
import ru.cur.channel.inbox.InboxWork;
import ru.cur.channel.network.ChoreLeases;
import ru.cur.channel.network.Networks;
import ru.cur.channel.network.Troubles;
import ru.cur.incident.IncidentHistory;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.attachment.CaseFiles;

/** From a letter to its case and to the receipt, in the whole program. */
class EmailCaseTest extends ClockedTest {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    private final String author = UUID.randomUUID() + "@mail.example";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Inbox inbox;

    @Autowired
    private InboxWork work;

    @Autowired
    private FileWork files;

    @Autowired
    private CaseFiles caseFiles;

    @Autowired
    private IncidentHistory history;

    @Autowired
    private LetterReceipts receipts;

    @Autowired
    private OutgoingLetter writer;

    @Autowired
    private Networks networks;

    @Autowired
    private Troubles troubles;

    @Autowired
    private ChoreLeases leases;

    @Autowired
    private Clock clock;

    @BeforeEach
    void start() {
        jdbc.sql("truncate letter_receipt, channel_file, channel_pace, channel_chore")
                .update();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private String take(String headers, String body) {
        String id = UUID.randomUUID() + "@mail.example";
        String letter = "From: Анна <" + author + ">\r\nMessage-ID: <" + id + ">\r\n" + headers.replace("\n", "\r\n")
                + "\r\n\r\n" + body.replace("\n", "\r\n");
        inbox.store(List.of(new Arrival(Channel.EMAIL, id, id, Letter.body(letter.getBytes(StandardCharsets.UTF_8)))));
        work.workAll();
        return id;
    }

    private List<String> casesOf(String id) {
        return jdbc.sql("select number from message join incident on incident.id = incident_id where external_id = ?")
                .param(id)
                .query(String.class)
                .list();
    }

    private IncidentNumber caseOf(String id) {
        return new IncidentNumber(casesOf(id).get(0));
    }

    private void sendReceipts(int port) {
        EmailProperties settings = Letters.settings(1, port, null, DataSize.ofMegabytes(1));
        EmailSending sending = new EmailSending(new EmailServers(settings), settings, networks, troubles);
        new ReceiptSending(receipts, inbox, writer, sending, settings, troubles, leases, clock).perform();
    }

    private void sendReceipts() {
        sendReceipts(server.getSmtp().getPort());
    }

    private List<MimeMessage> sent() {
        return List.of(server.getReceivedMessages());
    }

    @Test
    void aLetterIsASocialMessageAndItsCaseSaysThatItIsNoAppeal() {
        String id = take("Subject: Яма", "На Светланской, 10");

        assertThat(jdbc.sql("select legal_regime from incident where number = ?")
                        .param(casesOf(id).get(0))
                        .query(String.class)
                        .single())
                .isEqualTo("SOCIAL_MESSAGE");
        assertThat(history.of(caseOf(id)))
                .extracting(IncidentHistory.Line::kind)
                .contains("Письмо по электронной почте: обращением по 59-ФЗ не является");
    }

    @Test
    void itsAuthorGetsOneReceiptThatNoProgramAnswers() throws Exception {
        String id = take("Subject: Яма", "На Светланской, 10");
        sendReceipts();
        sendReceipts();

        MimeMessage receipt = sent().get(0);
        assertThat(sent()).hasSize(1);
        assertThat(receipt.getAllRecipients()[0]).hasToString(author);
        assertThat(receipt.getSubject()).isEqualTo("Re: Яма");
        assertThat(receipt.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(receipt.getHeader("In-Reply-To")).containsExactly("<" + id + ">");
        assertThat(receipt.getContent().toString())
                .contains(casesOf(id).get(0), "не считается обращением граждан", "ЕПГУ", "«Госуслуги»", "547-ФЗ");
    }

    @Test
    void whoAnswersTheReceiptAddsToTheCaseAndGetsNoOther() {
        String first = take("Subject: Яма", "На Светланской, 10");
        sendReceipts();
        String second = take(
                "Subject: Re: Яма\nIn-Reply-To: <receipt-1@cur.example>\nReferences: <" + first
                        + "> <receipt-1@cur.example>",
                "Забыл: у школы");
        sendReceipts();

        assertThat(casesOf(second)).isEqualTo(casesOf(first));
        assertThat(sent()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: auto-replied", "List-Id: <x.example>", "Precedence: bulk"})
    void lettersOfProgramsAreNeitherCasesNorAnswered(String header) {
        String id = take("Subject: Out of office\n" + header, "I am away");
        sendReceipts();

        assertThat(casesOf(id)).isEmpty();
        assertThat(sent()).isEmpty();
        assertThat(inbox.find(Channel.EMAIL, id)).isPresent();
    }

    @Test
    void twoProgramsDoNotWriteToEachOtherForEver() {
        for (int i = 0; i < 6; i++) {
            take("Subject: Your letter " + i, "We have got it");
            sendReceipts();
        }

        assertThat(sent()).hasSize(3);
    }

    @Test
    void whoDoesNotWantToBeAnsweredIsNot() {
        String id = take("Subject: s\nX-Auto-Response-Suppress: All", "Яма");
        sendReceipts();

        assertThat(casesOf(id)).hasSize(1);
        assertThat(sent()).isEmpty();
    }

    @Test
    void aReceiptWaitsForItsServer() {
        take("Subject: Яма", "На Светланской, 10");
        sendReceipts(1);
        assertThat(states()).containsExactly("WAITING");
        jdbc.sql("update letter_receipt set next_at = begun_at").update();

        sendReceipts();

        assertThat(sent()).hasSize(1);
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void aReceiptThatMayBeOutIsNotSentAgain() throws Exception {
        take("Subject: Яма", "На Светланской, 10");
        try (ScriptedSmtp dying = new ScriptedSmtp(".", ScriptedSmtp.HANG_UP)) {
            sendReceipts(dying.port());
        }

        sendReceipts();

        assertThat(sent()).isEmpty();
        assertThat(states()).containsExactly("BEGUN");
        assertThat(troubles.latest(1).get(0).details()).startsWith("Уведомление о регистрации ПК-");
    }

    private List<String> states() {
        return jdbc.sql("select state from letter_receipt").query(String.class).list();
    }

    @Test
    void theRegionMayDoWithoutReceipts() {
        EmailProperties on = Letters.settings();
        EmailProperties off = new EmailProperties(
                on.address(),
                on.name(),
                on.imap(),
                on.smtp(),
                on.folder(),
                null,
                on.sent(),
                on.every(),
                on.maxLetter(),
                false);
        String id = take("Subject: Яма", "На Светланской, 10");
        jdbc.sql("truncate letter_receipt").update();

        new LetterReceipts(jdbc, history, off, clock)
                .on(new ru.cur.channel.inbox.MessageTaken(
                        inbox.find(Channel.EMAIL, id).orElseThrow(),
                        id,
                        new ru.cur.incident.MessageIntake.Receipt(
                                caseOf(id), ru.cur.incident.IncidentStatus.NEW, true)));

        assertThat(states()).isEmpty();
    }

    @Test
    void whatIsAttachedBecomesFilesOfTheCase() {
        String pdf = Base64.getEncoder().encodeToString("%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        String id = take(
                "Subject: Акт\nContent-Type: multipart/mixed; boundary=b",
                "--b\nContent-Type: text/plain; charset=utf-8\n\nСмотрите\n--b\nContent-Type: application/pdf; name=akt.pdf\nContent-Transfer-Encoding: base64\n\n"
                        + pdf
                        + "\n--b\nContent-Type: application/zip; name=bomb.zip\nContent-Transfer-Encoding: base64\n\nUEsDBBQAAAAA\n--b--");
        while (files.work()) {
            assertThat(casesOf(id)).hasSize(1);
        }

        assertThat(caseFiles.list(caseOf(id))).singleElement().satisfies(file -> {
            assertThat(file.fileName()).isEqualTo("akt.pdf");
            assertThat(file.mediaType()).isEqualTo("application/pdf");
        });
        assertThat(history.of(caseOf(id)))
                .filteredOn(line -> line.kind().equals("Файл из сообщения не добавлен"))
                .singleElement()
                .satisfies(line -> assertThat(line.details()).startsWith("bomb.zip: "));
    }
}
