package ru.cur.notification;

/**
 * What a person reads.
 *
 * @param subject one line
 */
record Letter(String subject, String text) {}
