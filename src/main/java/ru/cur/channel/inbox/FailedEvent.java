package ru.cur.channel.inbox;

import java.time.Instant;
import ru.cur.channel.Channel;

/** An event on which the program has given up. @param error why, for a person */
public record FailedEvent(long id, Channel channel, Instant receivedAt, String error) {}
