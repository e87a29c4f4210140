package ru.cur.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.channel.email.Letters.event;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.cur.channel.inbox.NetworkEvent.Nothing;
import ru.cur.channel.inbox.NetworkEvent.Wrote;

class AutomaticTest {
    private final EmailEvents events = new EmailEvents(Letters.settings());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            From: a@mail.example\\nAuto-Submitted: auto-replied        | автоматическое письмо
            From: a@mail.example\\nAuto-Submitted: auto-generated      | автоматическое письмо
            From: a@mail.example\\nX-Autoreply: yes                    | автоматическое письмо
            From: a@mail.example\\nPrecedence: bulk                    | рассылка
            From: a@mail.example\\nPrecedence: auto_reply              | рассылка
            From: a@mail.example\\nList-Id: <news.mail.example>        | рассылка
            From: a@mail.example\\nList-Unsubscribe: <mailto:x@y>      | рассылка
            From: MAILER-DAEMON@mail.example                           | уведомление почтовой системы
            From: a@mail.example\\nReturn-Path: <>                     | уведомление почтовой системы
            From: a@mail.example\\nContent-Type: multipart/report; boundary=b | уведомление почтовой системы
            From: a@mail.example\\nX-Failed-Recipients: b@c            | уведомление почтовой системы
            From: CUR <Cur@CUR.example>                                | письмо с нашего собственного адреса
            Subject: nobody                                            | письмо без отправителя
            """)
    void lettersOfProgramsAreNothing(String headers, String why) {
        assertThat(events.read(event(headers.replace("\\n", "\r\n") + "\r\n\r\nтекст")))
                .containsExactly(new Nothing(why));
    }

    @Test
    void whoSaysThatNoProgramWroteIsBelieved() {
        assertThat(events.read(event("From: a@mail.example\r\nAuto-Submitted: no\r\n\r\nтекст"))
                        .get(0))
                .isInstanceOf(Wrote.class);
    }

    @ParameterizedTest
    @CsvSource({
        "noreply@mail.example, '', true",
        "no-reply@mail.example, '', true",
        "a@mail.example, All, true",
        "a@mail.example, '', false",
        "snoreplyson@mail.example, '', false"
    })
    void whoWouldNotReadAReceiptGetsNone(String from, String suppress, boolean deaf) {
        String header = suppress.isEmpty() ? "" : "X-Auto-Response-Suppress: " + suppress + "\r\n";

        assertThat(Automatic.isDeaf(Letter.of(event("From: " + from + "\r\n" + header + "\r\nтекст"))))
                .isEqualTo(deaf);
    }
}
