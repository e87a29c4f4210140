package ru.cur.reply;

import java.util.List;

/** Publishes answers in one network. Implemented once per network, in its package of the module {@code channel}. */
public interface ReplyPublisher {

    /** Whether this publisher can answer there now. */
    boolean serves(Place place);

    /**
     * Publishes in the way that the reply asks for. Called again with the same key after a failure, it must not publish twice,
     * and answers the same.
     *
     * @throws ReplyRefused when the network refuses it for good: another way is looked for
     * @throws ReplyWaits when it can't go out for now and it is known why
     * @throws RuntimeException when the network fails for now: the publication is tried again later
     */
    Published publish(Reply reply);

    /**
     * What goes out.
     *
     * @param idempotencyKey the same for each attempt to publish the same answer in the same place
     * @param way {@link ReplyWay#isAutomatic() automatic}; of {@code PRIVATE_MESSAGE} the place says whose author gets it
     * @param place where, or whom, it answers
     * @param files go out with the text; empty mostly
     * @param mayBeOut whether an earlier attempt has begun and nobody knows how it ended: a network that does not know the key
     *     by itself must be looked at first
     */
    record Reply(
            String idempotencyKey, ReplyWay way, Place place, String text, List<ReplyFile> files, boolean mayBeOut) {
        public String channel() {
            return place.channel();
        }

        /** Whether a text that stands in the network is this one; networks trim texts and rejoin their spaces. */
        public boolean says(String found) {
            return plain(text).equals(plain(found));
        }

        private static String plain(String words) {
            return words.replaceAll("\\s+", " ").strip();
        }
    }

    /**
     * What the network has made of a reply.
     *
     * @param externalId id of the reply in the network; null when it has none
     * @param permalink where the answer stands, for people; null when it has no address
     */
    record Published(String externalId, String permalink) {
        public static final Published NOWHERE = new Published(null, null);

        public static Published at(String permalink) {
            return new Published(null, permalink);
        }
    }

    /**
     * The message that is answered.
     *
     * @param externalId id of the message in the network
     * @param authorId id of its author in the network; null when unknown
     * @param thread the post, topic or chat in which it stands, as the network names it; null when the message says enough
     */
    record Place(String channel, String externalId, String authorId, String thread) {

        /** What must be answered in order: the thread, or the message alone. */
        public String conversation() {
            return channel + ' ' + (thread == null ? externalId : thread);
        }
    }
}
