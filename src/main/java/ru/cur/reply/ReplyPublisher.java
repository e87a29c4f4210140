package ru.cur.reply;

import java.util.List;

/** Publishes answers in one network. Implemented once per network, in its package of the module {@code channel}. */
public interface ReplyPublisher {

    /** Whether answers for this channel can go out through this publisher now. */
    boolean serves(String channel);

    /**
     * Publishes in the way that the reply asks for. Called again with the same key after a failure, it must not publish twice,
     * and answers the same.
     *
     * @return where the answer stands, for people; null when the network has no addresses
     * @throws ReplyRefused when the network refuses it for good: another way is looked for
     * @throws RuntimeException when the network fails for now: the publication is tried again later
     */
    String publish(Reply reply);

    /**
     * What goes out.
     *
     * @param idempotencyKey the same for each attempt to publish the same answer in the same place
     * @param way {@link ReplyWay#isAutomatic() automatic}; of {@code PRIVATE_MESSAGE} the place says whose author gets it
     * @param place where, or whom, it answers
     * @param files go out with the text; empty mostly
     */
    record Reply(String idempotencyKey, ReplyWay way, Place place, String text, List<ReplyFile> files) {
        public String channel() {
            return place.channel();
        }
    }

    /**
     * The message that is answered.
     *
     * @param externalId id of the message in the network
     * @param authorId id of its author in the network; null when unknown
     * @param thread the post, topic or chat in which it stands, as the network names it; null when the message says enough
     */
    record Place(String channel, String externalId, String authorId, String thread) {}
}
