package ru.cur.reply;

/** A draft waits for approval. @param number the case @param actor login of the author of the draft */
public record AnswerSubmitted(String number, int version, String actor) {}
