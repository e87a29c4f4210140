package ru.cur.channel.email;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.Arrival;
import ru.cur.channel.inbox.Inbox;
import ru.cur.channel.inbox.UnreadableEvent;
import ru.cur.channel.network.Chore;
import ru.cur.channel.network.ChoreLeases;
import ru.cur.channel.network.Troubles;

/**
 * Looks for letters. A letter is stored before it is marked or moved, with the place up to which the folder has been read; so one
 * that a person has opened in the same mailbox is not missed, and one that was stored twice over is one event, by its id.
 */
class EmailPolling extends Chore {
    private static final String NAME = "email poll";
    /** What is left then is found the next time; a round must end within the lease of a chore. */
    private static final long LONGEST_ROUND_NANOS = Duration.ofMinutes(1).toNanos();

    private final EmailServers servers;
    private final EmailProperties settings;
    private final IncomingLetter incoming;
    private final Inbox inbox;
    private final ChoreLeases leases;
    private final Troubles troubles;
    private final TransactionTemplate transaction;

    EmailPolling(
            EmailServers servers,
            EmailProperties settings,
            Inbox inbox,
            ChoreLeases leases,
            Troubles troubles,
            PlatformTransactionManager transactions) {
        super(Channel.EMAIL, NAME, settings.every(), leases);
        this.servers = servers;
        this.settings = settings;
        this.incoming = new IncomingLetter(settings.maxLetter());
        this.inbox = inbox;
        this.leases = leases;
        this.troubles = troubles;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    protected void perform() throws MessagingException {
        try (Store store = servers.store();
                Folder folder = store.getFolder(settings.folder())) {
            folder.open(Folder.READ_WRITE);
            long begun = System.nanoTime();
            List<Message> read = new ArrayList<>();
            for (Message message : unread(folder)) {
                if (System.nanoTime() - begun > LONGEST_ROUND_NANOS) {
                    break;
                }
                if (take(folder, message)) {
                    read.add(message);
                }
            }
            putAway(store, folder, read);
        }
    }

    private List<Message> unread(Folder folder) throws MessagingException {
        UIDFolder uids = (UIDFolder) folder;
        // What has been read is not in the folder any more, unless the program has died before it moved it.
        long last = settings.moveTo() == null ? lastRead(uids) : 0;
        List<Message> found = new ArrayList<>();
        // A server that has nothing newer names the last one once more.
        for (Message message : uids.getMessagesByUID(last + 1, UIDFolder.LASTUID)) {
            if (message != null && uids.getUID(message) > last) {
                found.add(message);
            }
        }
        found.sort(Comparator.comparingInt(Message::getMessageNumber));
        return found;
    }

    /** 0 where the folder has been made anew: what it holds is known by its ids. */
    private long lastRead(UIDFolder folder) throws MessagingException {
        String generation = folder.getUIDValidity() + ":";
        return leases.marker(NAME)
                .filter(marker -> marker.startsWith(generation))
                .map(marker -> Long.valueOf(marker.substring(generation.length())))
                .orElse(0L);
    }

    /** @return false for a letter that can't be read: it stays where it is, for a person */
    private boolean take(Folder folder, Message message) throws MessagingException {
        try {
            Arrival arrival = incoming.read((MimeMessage) message);
            transaction.executeWithoutResult(begun -> {
                inbox.store(List.of(arrival));
                mark(folder, message);
            });
            return true;
        } catch (MessagingException | IOException | UnreadableEvent damaged) {
            if (!folder.isOpen()) {
                throw new MessagingException("The connection was lost");
            }
            if (mark(folder, message)) {
                troubles.note(
                        Channel.EMAIL,
                        Troubles.Kind.UNREADABLE,
                        "Письмо не прочитано и осталось в папке «%s»".formatted(settings.folder()));
            }
            return false;
        }
    }

    /** @return whether the folder had not been read up to there before */
    private boolean mark(Folder folder, Message message) {
        try {
            UIDFolder uids = (UIDFolder) folder;
            long uid = uids.getUID(message);
            boolean news = uid > lastRead(uids);
            if (news) {
                leases.mark(NAME, uids.getUIDValidity() + ":" + uid);
            }
            return news;
        } catch (MessagingException lost) {
            throw new IllegalStateException("The connection was lost", lost);
        }
    }

    private void putAway(Store store, Folder folder, List<Message> read) throws MessagingException {
        if (read.isEmpty()) {
            return;
        }
        Message[] letters = read.toArray(Message[]::new);
        folder.setFlags(letters, new Flags(Flags.Flag.SEEN), true);
        if (settings.moveTo() != null) {
            Folder done = store.getFolder(settings.moveTo());
            if (!done.exists()) {
                done.create(Folder.HOLDS_MESSAGES);
            }
            folder.copyMessages(letters, done);
            folder.setFlags(letters, new Flags(Flags.Flag.DELETED), true);
            folder.expunge();
        }
    }
}
