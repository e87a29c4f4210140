package ru.cur.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.channel.email.Letters.event;
import static ru.cur.channel.email.Letters.letter;
import static ru.cur.channel.email.Letters.plain;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.cur.channel.inbox.NetworkEvent.Wrote;
import ru.cur.channel.inbox.StoredEvent;

/** Letters that answer a letter. */
class ReplyLetterTest {
    private final EmailEvents events = new EmailEvents(Letters.settings());

    private Wrote wrote(StoredEvent event) {
        return (Wrote) events.read(event).get(0);
    }

    private String text(String letter) {
        return wrote(event(letter)).message().text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Яму так и не засыпали.\n\n24.11.2026 10:00, ЦУР Приморского края пишет:\n> Здравствуйте!\n> Засыпали.",
                "Яму так и не засыпали.\n\nOn Tue, Nov 24, 2026 at 10:00 AM CUR <cur@cur.example> wrote:\n> Fixed",
                "Яму так и не засыпали.\n-----Original Message-----\nFrom: cur@cur.example\nЗасыпали",
                "Яму так и не засыпали.\n________________________________\nОт: ЦУР <cur@cur.example>\nЗасыпали",
                "Яму так и не засыпали.\nОт: ЦУР <cur@cur.example>\nДата: вчера\nЗасыпали",
                "Яму так и не засыпали.\n-- \nАнна К.\nтел. 8 900 000-00-00",
                "Яму так и не засыпали.\nОтправлено с iPhone",
                "> Засыпали.\nЯму так и не засыпали.\n> Спасибо."
            })
    void ofAReplyOnlyWhatIsNewCounts(String body) {
        String reply = letter(
                "2@mail.example",
                "Subject: Re: Яма\nIn-Reply-To: <answer-1@cur.example>\nReferences: <1@mail.example> <answer-1@cur.example>\nContent-Type: text/plain; charset=utf-8",
                body);
        Wrote wrote = wrote(event(reply));

        assertThat(wrote.message().text()).isEqualTo("Яму так и не засыпали.");
        assertThat(wrote.repliesTo()).containsExactly("answer-1@cur.example", "1@mail.example");
        assertThat(wrote.message().origin().thread()).isEqualTo("1@mail.example");
    }

    @Test
    void whoTellsOfSomebodyElsesWordsDoesNotQuote() {
        String reply = letter(
                "2@mail.example",
                "In-Reply-To: <1@mail.example>\nContent-Type: text/plain; charset=utf-8",
                "Мне сосед пишет:\nводы так и нет.");

        assertThat(text(reply)).isEqualTo("Мне сосед пишет:\nводы так и нет.");
    }

    @Test
    void aReplyThatOnlyQuotesIsReadWhole() {
        String reply = letter(
                "2@mail.example", "In-Reply-To: <1@mail.example>\nContent-Type: text/plain; charset=utf-8", "> да");

        assertThat(text(reply)).isEqualTo("> да");
    }

    @Test
    void aPageThatRepliesLosesWhatItQuotes() {
        String reply = letter(
                "2@mail.example",
                "In-Reply-To: <1@mail.example>\nContent-Type: text/html; charset=utf-8",
                "<div>Не сделали</div><div class=gmail_quote>ЦУР пишет:<blockquote>Сделали</blockquote></div>");

        assertThat(text(reply)).isEqualTo("Не сделали");
    }

    @Test
    void aLetterThatRepliesToNothingIsNotCut() {
        assertThat(text(plain("1@mail.example", "s", "Мне сосед пишет:\n> дайте воды\n-- \nАнна, Ленина 2")))
                .contains("дайте воды", "Ленина 2");
    }
}
