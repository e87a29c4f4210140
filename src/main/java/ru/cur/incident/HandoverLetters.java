package ru.cur.incident;

import java.time.Instant;

/**
 * Letters about tasks that have gone to others.
 *
 * @param noticeKey of the notices that they are made of
 * @param sendAt when they may leave
 */
public record HandoverLetters(String noticeKey, Instant sendAt) {}
