package ru.cur.channel.inbox;

import ru.cur.incident.MessageIntake.Receipt;

/** A message of a network has been taken in, or an event has told of it once more; told in the same transaction. */
public record MessageTaken(StoredEvent event, String externalId, Receipt receipt) {}
