package ru.cur.incident;

import java.time.Instant;

/**
 * A task of somebody who is away, as it has gone to another.
 *
 * @param number the case; null for a task that belongs to none
 * @param task what it is called
 * @param due until when it is to be done; null without a term
 * @param from login of the one who is away
 * @param to login of the one who has it now; null when it is again anybody's to whom its diagram offers it
 * @param unfit login of a substitute to whom the task is not offered, so that he could not get it; null without such a one
 */
public record TaskHandover(
        String taskId, IncidentNumber number, String task, Instant due, String from, String to, String unfit) {}
