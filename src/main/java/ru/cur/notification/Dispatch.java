package ru.cur.notification;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import ru.cur.notification.NotificationStore.Channel;

/**
 * Sends letters. A notice is marked in the transaction that has locked it, after the server has accepted the letter: what
 * fails is sent again, and only a program that dies between the two sends twice, with the same Message-ID.
 */
@Component
class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final NotificationStore store;
    private final Digest digest;
    private final MailServer mail;
    private final Addresses addresses;
    private final Clock clock;
    private final TransactionTemplate ofItsOwn;

    Dispatch(
            NotificationStore store,
            Digest digest,
            MailServer mail,
            Addresses addresses,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.digest = digest;
        this.mail = mail;
        this.addresses = addresses;
        this.clock = clock;
        this.ofItsOwn = new TransactionTemplate(transactions);
        this.ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Empty for whoever has none, and for everybody while no mail server is configured. */
    Optional<String> addressOf(String recipient) {
        return mail.isConfigured() ? addresses.of(recipient) : Optional.empty();
    }

    /**
     * Sends to everybody what is due for him. A letter that the server does not take now is tried again by whoever sends
     * next; that is no failure of those whose letters it takes.
     *
     * @param about number of the case, or key of the notice, whose letters must be accepted
     * @throws MailException when the server itself is not there, or has not accepted a letter about this
     */
    void sendDue(String about) {
        MailException refusal = null;
        for (String recipient : store.waitingRecipients(clock.instant())) {
            try {
                ofItsOwn.executeWithoutResult(transaction -> sendTo(recipient));
            } catch (MailException e) {
                if (isOfServer(e)) {
                    throw e;
                }
                LOG.warn("The mail server does not take the letter to {} now: {}", recipient, e.getMessage());
                refusal = e;
            }
        }
        if (Boolean.TRUE.equals(ofItsOwn.execute(transaction -> store.isDue(about, clock.instant())))) {
            throw new MailSendException("Not every letter about %s was accepted".formatted(about), refusal);
        }
    }

    private void sendTo(String recipient) {
        List<StoredNotice> due = store.takeDue(recipient, clock.instant());
        if (due.isEmpty()) {
            return; // another node is sending them
        }
        Optional<String> address = addressOf(recipient);
        if (address.isEmpty()) {
            store.markSent(due, Channel.TASKLIST, null, clock.instant());
            return;
        }
        try {
            mail.send(address.get(), digest.of(due), idOf(recipient, due));
            store.markSent(due, Channel.MAIL, null, clock.instant());
        } catch (AddressRefused e) {
            LOG.warn("The mail server refuses the address of {}: {}", recipient, e.getMessage());
            store.markSent(due, Channel.REFUSED, e.getMessage(), clock.instant());
        }
    }

    /** The same letter to the same person has the same id, however often it is sent. */
    private static String idOf(String recipient, List<StoredNotice> notices) {
        String what = notices.stream().map(StoredNotice::key).collect(Collectors.joining("\n", recipient + "\n", ""));
        return "notice-" + UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
    }

    /** Nobody's letter would be accepted now; each would only wait for the same answer. */
    private static boolean isOfServer(MailException failure) {
        return !(failure instanceof MailSendException) || failure.getCause() != null;
    }
}
