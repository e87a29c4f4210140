package ru.cur.reply;

/** A draft was sent back. @param reasonTitle the reason in Russian @param text the curator's words */
public record AnswerReturned(String number, String reasonTitle, String text, String actor) {}
