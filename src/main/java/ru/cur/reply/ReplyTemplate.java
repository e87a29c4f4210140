package ru.cur.reply;

import java.time.Instant;

/**
 * A ready answer for a frequent case, with variables for what differs.
 *
 * @param categoryCode null for every category
 * @param parts without a date: who answers promises one
 * @param retiredAt since when nobody chooses it any more; null while people do
 * @param uses in how many cases it was used
 * @param changedBy login, or {@code system}
 */
public record ReplyTemplate(
        long id,
        String categoryCode,
        String title,
        AnswerParts parts,
        Instant retiredAt,
        int uses,
        String changedBy,
        Instant changedAt) {

    public boolean isRetired() {
        return retiredAt != null;
    }
}
