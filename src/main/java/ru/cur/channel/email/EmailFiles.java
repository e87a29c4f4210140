package ru.cur.channel.email;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.List;
import ru.cur.channel.Channel;
import ru.cur.channel.email.LetterContent.Attachment;
import ru.cur.channel.inbox.Inbox;
import ru.cur.channel.inbox.NetworkFiles;
import ru.cur.channel.inbox.StoredEvent;

/** Takes attachments out of letters that are stored. */
class EmailFiles implements NetworkFiles {
    private final Inbox inbox;
    private final EmailProperties settings;

    EmailFiles(Inbox inbox, EmailProperties settings) {
        this.inbox = inbox;
        this.settings = settings;
    }

    /** @param index of the attachment in its letter */
    static String source(StoredEvent event, int index) {
        return event.id() + " " + index;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public byte[] fetch(String source) {
        String[] named = source.split(" ", -1);
        StoredEvent event = inbox.find(Long.parseLong(named[0])).orElseThrow(() -> new FileGone("письма больше нет"));
        List<Attachment> files = Letter.of(event).content().attachments();
        try {
            return LetterContent.bytes(files.get(Integer.parseInt(named[1])).part(), (int)
                    settings.maxLetter().toBytes());
        } catch (MessagingException | IOException | IndexOutOfBoundsException damaged) {
            throw new FileGone("вложение повреждено");
        }
    }
}
