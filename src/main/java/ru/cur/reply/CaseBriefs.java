package ru.cur.reply;

/** Tells of the case that an answer is written for; the case knows. */
public interface CaseBriefs {

    /** @throws java.util.NoSuchElementException when there is no such case */
    CaseBrief of(String number);
}
