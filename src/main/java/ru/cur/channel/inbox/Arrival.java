package ru.cur.channel.inbox;

import ru.cur.channel.Channel;

/**
 * An event as its network has sent it, before anybody has looked into it.
 *
 * @param key the network's name of the event: the same one may be sent twice
 * @param conversation events of one conversation are worked on in the order in which they came
 * @param body as it came
 */
public record Arrival(Channel channel, String key, String conversation, String body) {
    /** Longer names are no names of events. */
    static final int LONGEST_NAME = 500;

    public Arrival {
        if (key.isBlank() || key.length() > LONGEST_NAME || conversation.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("The event of " + channel + " has no usable name");
        }
    }
}
