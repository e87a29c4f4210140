package ru.cur.channel.inbox;

import java.time.Instant;
import ru.cur.channel.Channel;

/**
 * A stored event.
 *
 * @param body as it came
 * @param attempts how often work on it has failed
 */
public record StoredEvent(long id, Channel channel, String key, String body, Instant receivedAt, int attempts) {}
