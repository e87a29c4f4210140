package ru.cur.modeling;

import java.time.Instant;

/**
 * A running instance that stays on an earlier version of its diagram.
 *
 * @param businessKey the number of the case; null where the process has none
 * @param process id of the process
 * @param version that it runs on
 * @param latestVersion that it could not be moved to
 * @param reason one Russian sentence
 * @param noticedAt UTC
 */
public record UnmovedInstance(
        String instanceId,
        String businessKey,
        String process,
        int version,
        int latestVersion,
        String reason,
        Instant noticedAt) {}
