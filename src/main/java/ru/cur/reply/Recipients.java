package ru.cur.reply;

import java.util.List;

/** To whom the answer of a case goes; the case knows. */
public interface Recipients {

    /** The messages of a case that wait for an answer, oldest first; no other is added until the transaction ends. */
    List<Recipient> of(String number);

    /**
     * One message that must be answered where it stands.
     *
     * @param messageId id of the message in our tables
     * @param externalId id of the message in its channel
     */
    record Recipient(long messageId, String channel, String externalId, String authorName) {}
}
