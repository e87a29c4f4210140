package ru.cur.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.channel.email.Letters.RECEIVED;
import static ru.cur.channel.email.Letters.event;
import static ru.cur.channel.email.Letters.letter;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.cur.channel.inbox.NetworkEvent;
import ru.cur.channel.inbox.NetworkEvent.Attached;
import ru.cur.channel.inbox.NetworkEvent.Wrote;
import ru.cur.channel.inbox.StoredEvent;
import ru.cur.channel.inbox.TestInbox;
import ru.cur.channel.inbox.UnreadableEvent;

class LetterTest {
    private final EmailEvents events = new EmailEvents(Letters.settings());

    private Wrote wrote(StoredEvent event) {
        return (Wrote) events.read(event).get(0);
    }

    private String text(String letter) {
        return wrote(event(letter)).message().text();
    }

    private static String parts(String kind, String... parts) {
        return "From: a@mail.example\n" + Letters.multipart(kind, List.of(parts));
    }

    @Test
    void aLetterIsItsSubjectAndItsWords() {
        Wrote wrote = wrote(event(letter(
                "1@mail.example",
                "Subject: =?koi8-r?B?7sXUINfPxNk=?=\nDate: Mon, 23 Nov 2026 22:30:00 +1000\nContent-Type: text/plain; charset=utf-8",
                "На Светланской, 10\nс утра.")));

        assertThat(wrote.message().text()).isEqualTo("Нет воды\n\nНа Светланской, 10\nс утра.");
        assertThat(wrote.message().externalId()).isEqualTo("key@mail.example");
        assertThat(wrote.message().author().id()).isEqualTo("anna@mail.example");
        assertThat(wrote.message().author().name()).isEqualTo("Анна К.");
        assertThat(wrote.message().author().contact()).isEqualTo("anna@mail.example");
        assertThat(wrote.message().publishedAt()).isEqualTo(Instant.parse("2026-11-23T12:30:00Z"));
        assertThat(wrote.repliesTo()).isEmpty();
        assertThat(wrote.message().origin().thread()).isEqualTo("key@mail.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Date: Fri, 1 Jan 2038 00:00:00 +0000",
                "Date: Thu, 1 Jan 1970 00:00:00 +0000",
                "Date: yesterday",
                "X-No: date"
            })
    void aDateThatCantBeIsThatOfItsArrival(String header) {
        assertThat(wrote(event(letter("1@mail.example", header, "Яма")))
                        .message()
                        .publishedAt())
                .isEqualTo(RECEIVED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/plain; charset=windows-1251 | windows-1251
            text/plain; charset=koi8-r       | koi8-r
            text/plain; charset=cp-1251      | windows-1251
            text/plain; charset=nonsense     | windows-1251
            text/plain; charset=nonsense     | utf-8
            text/plain; charset=us-ascii     | utf-8
            text/plain; charset=utf-8        | windows-1251
            text/plain                       | windows-1251
            text/plain                       | utf-8
            """)
    void wordsAreReadWhateverTheLetterSaysOfThem(String type, String charset) {
        String raw =
                letter("1@mail.example", "Content-Type: " + type + "\nContent-Transfer-Encoding: 8bit", "Съёмка ямы");
        String said = wrote(event(raw, Charset.forName(charset))).message().text();

        assertThat(said).isEqualTo("Съёмка ямы");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "windows-1251"})
    void aHeaderThatIsNotEncodedIsReadToo(String charset) {
        String raw = "From: Анна <a@mail.example>\r\nSubject: Яма\r\nContent-Type: text/plain\r\n\r\nhelp";
        Wrote wrote = wrote(event(raw, Charset.forName(charset)));

        assertThat(wrote.message().text()).isEqualTo("Яма\n\nhelp");
        assertThat(wrote.message().author().name()).isEqualTo("Анна");
    }

    @Test
    void anUnknownEncodingOfAHeaderStaysAsItIs() {
        assertThat(text(letter("1@mail.example", "Subject: =?nonsense?B?0Y8=?=", "Яма")))
                .isEqualTo("=?nonsense?B?0Y8=?=\n\nЯма");
    }

    @Test
    void headersOfAStrangerAreOneLineEach() {
        String evil = "=?utf-8?B?"
                + java.util.Base64.getEncoder()
                        .encodeToString(
                                "Яма\r\nBcc: all@mail.example\u2028конец\u0000".getBytes(StandardCharsets.UTF_8))
                + "?=";
        Letter letter = Letter.of(event("From: " + evil + " <a@mail.example>\r\nSubject: " + evil + "\r\n\r\nтекст"));

        assertThat(letter.subject()).isEqualTo("Яма Bcc: all@mail.example конец");
        assertThat(letter.authorName()).doesNotContain("\r", "\n").startsWith("Яма");
        assertThat(letter.from().orElseThrow().getAddress()).isEqualTo("a@mail.example");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "gov@cur.example" <a@mail.example>          | a@mail.example
            a@mail.example, b@mail.example              | a@mail.example
            =?utf-8?Q?x=40y=2Eexample?= <a@mail.example> | a@mail.example
            Anna <not an address>                       |
            undisclosed-recipients:;                    |
            <"a\\r\\nRCPT TO:<b@c>"@mail.example>       |
            """)
    void onlyAnAddressIsAnAddress(String from, String address) {
        Letter letter = Letter.of(event("From: " + from + "\r\n\r\nтекст"));

        assertThat(letter.from()
                        .map(jakarta.mail.internet.InternetAddress::getAddress)
                        .orElse(null))
                .isEqualTo(address);
    }

    @Test
    void aPageIsReadAsLines() {
        assertThat(
                        text(
                                letter(
                                        "1@mail.example",
                                        "Subject: Двор\nContent-Type: text/html; charset=utf-8",
                                        "<html><head><title>x</title><style>p{}</style></head><body><p>Во дворе&nbsp;<b>яма</b>,<br>глубокая.</p>"
                                                + "<ul><li>Октябрьская,\n 16</li><li>Ленина, 2</li></ul><script>alert(1)</script></body></html>")))
                .isEqualTo("Двор\n\nВо дворе яма,\nглубокая.\n\nОктябрьская, 16\n\nЛенина, 2");
    }

    @Test
    void ofSeveralFormsThePlainOneCounts() {
        assertThat(text(parts(
                        "alternative",
                        "Content-Type: text/plain; charset=utf-8\n\nПросто яма",
                        "Content-Type: text/html; charset=utf-8\n\n<b>Жирная</b> яма")))
                .isEqualTo("test\n\nПросто яма");
        assertThat(text(parts(
                        "alternative",
                        "Content-Type: text/plain; charset=utf-8\n\n  ",
                        "Content-Type: text/html; charset=utf-8\n\n<b>Жирная</b> яма")))
                .isEqualTo("test\n\nЖирная яма");
    }

    @Test
    void whatIsAttachedIsNamedAndNotOpened() {
        String inner = Letters.multipart(
                        "related",
                        List.of(
                                "Content-Type: text/html; charset=utf-8\n\n<p>Смотрите</p>",
                                "Content-Type: image/png\nContent-ID: <logo>\nContent-Transfer-Encoding: base64\n\nAAAA"))
                .replace("boundary=b", "boundary=c")
                .replace("--b", "--c")
                .replace("Subject: test\n", "");
        List<NetworkEvent> told = events.read(event(parts(
                "mixed",
                inner,
                "Content-Type: application/zip; name=\"bomb.zip\"\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\nUEsDBA==",
                "Content-Type: application/ms-tnef; name=winmail.dat\n\nx",
                "Content-Type: application/octet-stream\nContent-Disposition: attachment; filename*=utf-8''%D1%8F%D0%BC%D0%B0.jpg\n\nx",
                "Content-Type: image/jpeg; name=\"=?utf-8?B?0Y/QvNCwLmpwZw==?=\"\n\nx",
                "Content-Type: application/pkcs7-signature; name=smime.p7s\n\nx")));

        assertThat(((Wrote) told.get(0)).message().text()).isEqualTo("test\n\nСмотрите");
        assertThat(told.subList(1, told.size()))
                .containsExactly(
                        new Attached("key@mail.example", "1 0", "вложение-1.png"),
                        new Attached("key@mail.example", "1 1", "bomb.zip"),
                        new Attached("key@mail.example", "1 2", "winmail.dat"),
                        new Attached("key@mail.example", "1 3", "яма.jpg"),
                        new Attached("key@mail.example", "1 4", "яма.jpg"));
    }

    @Test
    void aForwardedLetterIsReadWithWhatIsInIt() {
        List<NetworkEvent> told = events.read(
                event(
                        parts(
                                "mixed",
                                "Content-Type: text/plain; charset=utf-8\n\nПересылаю",
                                "Content-Type: message/rfc822\n\nFrom: b@mail.example\nSubject: Прорвало трубу\nContent-Type: multipart/mixed; boundary=z\n\n--z\nContent-Type: text/plain; charset=utf-8\n\nЗаливает\n--z\nContent-Type: image/jpeg; name=p.jpg\n\nx\n--z--")));

        assertThat(((Wrote) told.get(0)).message().text())
                .isEqualTo("test\n\nПересылаю\n\n--- Пересланное письмо: Прорвало трубу ---\nЗаливает");
        assertThat(told).contains(new Attached("key@mail.example", "1 0", "p.jpg"));
    }

    @Test
    void aLetterInALetterInALetterEndsSomewhere() {
        String nested = "From: a@mail.example\nSubject: s\n\nдно";
        for (int i = 0; i < 100; i++) {
            nested = "From: a@mail.example\nSubject: s\nContent-Type: message/rfc822\n\n" + nested;
        }

        assertThat(text(nested)).contains("Пересланное письмо").doesNotContain("дно");
    }

    @Test
    void ofCountlessAttachmentsTheFirstCount() {
        String[] files = IntStream.range(0, 30)
                .mapToObj(i -> "Content-Type: image/jpeg; name=p%d.jpg\n\nx".formatted(i))
                .toArray(String[]::new);
        List<NetworkEvent> told = events.read(event(parts("mixed", files)));

        assertThat(told).hasSize(21);
        assertThat(((Wrote) told.get(0)).message().text()).contains("В письме 30 вложений, приняты первые 20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: nonsense\n\nЯма",
                "Content-Type: multipart/mixed\n\nЯма",
                "Content-Type: ;;;\n\nЯма",
                "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n0K/QvNCw",
                "Content-Disposition: ===\nContent-Type: text/plain; charset=utf-8\n\nЯма"
            })
    void whatIsDamagedIsStillALetter(String rest) {
        assertThat(events.read(event("From: a@mail.example\nSubject: s\n" + rest))
                        .get(0))
                .isInstanceOf(Wrote.class);
    }

    @Test
    void whatIsStoredBrokenIsKeptForAPerson() {
        StoredEvent broken = TestInbox.event(ru.cur.channel.Channel.EMAIL, "***", RECEIVED);

        assertThatThrownBy(() -> events.read(broken)).isInstanceOf(UnreadableEvent.class);
    }
}
