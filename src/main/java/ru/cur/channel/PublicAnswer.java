package ru.cur.channel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import ru.cur.reply.Answer;

/**
 * What a reader of the case's page may read of its answers.
 *
 * @param forAll whether everybody reads it; else its author alone does
 * @param promisedOn the date that it promises; null when it promises nothing
 * @param photos ids of the pictures that went out with it
 */
public record PublicAnswer(
        Answer.Kind kind, String text, Instant publishedAt, LocalDate promisedOn, boolean forAll, List<Long> photos) {}
