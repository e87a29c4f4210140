package ru.cur.reply;

/** The curator agrees with a draft; a vice-governor must agree, too. */
public record AnswerEndorsed(String number, String actor) {}
