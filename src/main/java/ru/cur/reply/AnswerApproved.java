package ru.cur.reply;

/** A draft may be published. */
public record AnswerApproved(String number, String actor) {}
