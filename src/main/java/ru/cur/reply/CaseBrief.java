package ru.cur.reply;

import java.util.List;

/**
 * What an answer must know of its case.
 *
 * @param letters what was written, oldest first
 * @param address of the problem; null when unknown
 * @param bodyName short name of the responsible body; null before routing
 * @param categoryCode null while nobody has sorted the case
 */
public record CaseBrief(List<Letter> letters, String address, String bodyName, String categoryCode) {

    /** A message. @param text as it reads now @param authorContact phone or e-mail; null when unknown */
    public record Letter(String channel, String authorName, String authorContact, String text) {}
}
