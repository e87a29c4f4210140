package ru.cur.channel.email;

import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ru.cur.channel.Channel;
import ru.cur.channel.email.LetterReceipts.Receipt;
import ru.cur.channel.email.OutgoingLetter.Draft;
import ru.cur.channel.inbox.Inbox;
import ru.cur.channel.inbox.StoredEvent;
import ru.cur.channel.network.Chore;
import ru.cur.channel.network.ChoreLeases;
import ru.cur.channel.network.Troubles;
import ru.cur.reply.ReplyNotOut;
import ru.cur.reply.ReplyWaits;

/**
 * Tells authors of letters their numbers, once each. A receipt that may have gone out is not sent again: one too few is better
 * than two programs that write to each other.
 */
class ReceiptSending extends Chore {
    private static final String NAME = "email receipts";
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final Duration TOO_OLD = Duration.ofDays(2);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_A_DAY = 3;
    private static final String TEXT = """
            Здравствуйте!

            Мы получили ваше письмо и зарегистрировали его как сообщение %s. Ответ придёт на этот адрес. Чтобы что-то добавить, ответьте на это письмо.

            Обратите внимание: с 30 марта 2025 года письмо по электронной почте не считается обращением граждан (Федеральный закон № 59-ФЗ в редакции закона № 547-ФЗ), и сроки этого закона на него не распространяются. Если вам нужно официальное обращение, подайте его через портал «Госуслуги» (ЕПГУ): https://www.gosuslugi.ru

            Это письмо отправлено автоматически.

            %s
            """;

    private final LetterReceipts receipts;
    private final Inbox inbox;
    private final OutgoingLetter writer;
    private final EmailSending sending;
    private final EmailProperties settings;
    private final Troubles troubles;
    private final Clock clock;

    ReceiptSending(
            LetterReceipts receipts,
            Inbox inbox,
            OutgoingLetter writer,
            EmailSending sending,
            EmailProperties settings,
            Troubles troubles,
            ChoreLeases leases,
            Clock clock) {
        super(Channel.EMAIL, NAME, Duration.ofSeconds(5), leases);
        this.receipts = receipts;
        this.inbox = inbox;
        this.writer = writer;
        this.sending = sending;
        this.settings = settings;
        this.troubles = troubles;
        this.clock = clock;
    }

    @Override
    protected void perform() {
        Optional<Receipt> next = receipts.begin();
        while (next.isPresent()) {
            send(next.get());
            next = receipts.begin();
        }
    }

    private void send(Receipt receipt) {
        StoredEvent event = inbox.find(receipt.eventId()).orElseThrow();
        Letter letter = Letter.of(event);
        boolean old = event.receivedAt().isBefore(clock.instant().minus(TOO_OLD));
        if (old || Automatic.isDeaf(letter) || receipts.latelySentTo(receipt, DAY) >= MOST_A_DAY) {
            receipts.skipped(receipt);
            return;
        }
        try {
            sending.send(write(receipt, event, letter));
            receipts.sent(receipt);
        } catch (ReplyWaits | ReplyNotOut sure) {
            receipts.later(receipt, PAUSE);
        } catch (RuntimeException refused) {
            troubles.note(
                    Channel.EMAIL,
                    Troubles.Kind.REFUSED,
                    "Уведомление о регистрации %s не отправлено: %s".formatted(receipt.number(), refused.getMessage()));
        }
    }

    private MimeMessage write(Receipt receipt, StoredEvent event, Letter letter) {
        Draft draft = new Draft(
                "<receipt-%d@%s>".formatted(receipt.eventId(), settings.domain()),
                letter.replyTo().orElseThrow(),
                letter,
                event.key(),
                TEXT.formatted(receipt.number(), settings.name()),
                List.of());
        return writer.automatic(draft, clock.instant());
    }
}
