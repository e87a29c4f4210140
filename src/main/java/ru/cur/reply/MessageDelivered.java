package ru.cur.reply;

/**
 * Every author of the case has got a question or a notice. No clock stops, and it is no first answer.
 *
 * @param version number of the question or notice
 * @param actor who delivered it last: a login, or the system
 */
public record MessageDelivered(String number, int version, Answer.Kind kind, String actor) {}
