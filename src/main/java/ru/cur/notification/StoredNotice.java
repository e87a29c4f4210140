package ru.cur.notification;

import java.time.Instant;

/**
 * A row of the table: one notice for one person.
 *
 * @param incidentNumber null when it is about many cases
 */
record StoredNotice(
        long id,
        String key,
        String incidentNumber,
        boolean urgent,
        Letter letter,
        Instant createdAt,
        Instant sendAfter,
        boolean read) {}
