package ru.cur.reply;

/** Publishes answers in one network. Implemented once per network, in its package of the module {@code channel}. */
public interface ReplyPublisher {

    /** Whether answers for this channel can go out through this publisher now. */
    boolean serves(String channel);

    /**
     * Publishes under the message. Called again with the same key after a failure, it must not publish twice.
     *
     * @return where the answer stands, for people; null when the network has no addresses
     * @throws RuntimeException when the network fails for now: the publication is tried again later
     */
    String publish(Reply reply);

    /**
     * @param idempotencyKey the same for each attempt to publish the same answer under the same message
     * @param externalId id of the message in the network
     */
    record Reply(String idempotencyKey, String channel, String externalId, String text) {}
}
