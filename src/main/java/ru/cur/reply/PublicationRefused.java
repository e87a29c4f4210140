package ru.cur.reply;

/** The answer can't reach an author by itself: a person must publish it. @param reason why, in Russian */
public record PublicationRefused(String number, String reason) {}
