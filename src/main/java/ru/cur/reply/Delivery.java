package ru.cur.reply;

import java.time.Instant;

/**
 * How one version got, or did not get, to the author of one message.
 *
 * @param version of the answer
 * @param otherMessageId the message that was answered instead, in another channel; null mostly
 * @param reason why the network refused it, in Russian; null when it did not
 * @param permalink where it stands; null when it has no address
 * @param publishedBy login, or {@code system}; null while it is not there
 */
public record Delivery(
        int version,
        long messageId,
        String channel,
        String authorName,
        ReplyWay way,
        Long otherMessageId,
        State state,
        String reason,
        String permalink,
        String note,
        String publishedBy,
        Instant publishedAt) {

    /** How far it has come. */
    public enum State {
        PENDING("ещё не отправлено"),
        REFUSED("сеть отказала"),
        PUBLISHED("получено");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
