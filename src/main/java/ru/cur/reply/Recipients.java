package ru.cur.reply;

import java.util.List;
import ru.cur.reply.ReplyPublisher.Place;

/** To whom the answer of a case goes; the case knows. */
public interface Recipients {

    /** The messages of a case that are answered, oldest first. */
    List<Recipient> of(String number);

    /** The same, and no message is added to the case until the transaction ends. */
    List<Recipient> hold(String number);

    /** Other messages of the same author in other channels, the newest of each channel: he can be answered there. */
    List<Recipient> elsewhere(String number, long messageId);

    /**
     * One message that must be answered where it stands.
     *
     * @param messageId id of the message in our tables
     * @param authorContact phone or e-mail; null when unknown
     * @param permalink of the message; null when it has none
     */
    record Recipient(
            long messageId, Place place, String authorName, String authorContact, String permalink, String text) {

        public String channel() {
            return place.channel();
        }
    }
}
