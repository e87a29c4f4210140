package ru.cur.reply;

import java.time.LocalDate;

/**
 * Every author of the case has been answered.
 *
 * @param promisedOn the date that the answer promises; null for a final answer
 * @param actor who published: a login, or the system
 */
public record AnswerPublished(String number, LocalDate promisedOn, String actor) {}
