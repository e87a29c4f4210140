package ru.cur.reply;

/** A network has refused the answer: a person must find another way. @param reason to whom, where and why, in Russian */
public record PublicationRefused(String number, String reason) {}
