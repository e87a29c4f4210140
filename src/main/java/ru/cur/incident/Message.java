package ru.cur.incident;

import java.time.Instant;

/**
 * A message as it was taken in.
 *
 * @param editedText what the author has changed it into, null when he has not
 * @param question what of the text the case is about, null for all of it
 * @param followUp whether the author had written before about the case: he gets one answer
 * @param post under which it stands; of unknown ones both parts are null
 * @param eventId the raw event that brought it; null when there was none
 */
public record Message(
        long id,
        String channel,
        String externalId,
        String authorName,
        String authorContact,
        String text,
        String editedText,
        String question,
        boolean followUp,
        String permalink,
        IncomingMessage.Post post,
        Long eventId,
        Instant publishedAt,
        Instant receivedAt,
        String address) {

    /** The text as it reads now. */
    public String currentText() {
        return editedText == null ? text : editedText;
    }
}
