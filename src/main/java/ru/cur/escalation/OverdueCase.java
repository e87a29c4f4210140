package ru.cur.escalation;

/**
 * A case whose term has passed and still runs, in words for people.
 *
 * @param categoryName null while nobody has sorted the message
 * @param municipalityName null when the place is unknown
 * @param clockTitle which term: the one that passed first
 * @param due by when it should have been done, in the region's time
 * @param late for instance «просрочено на 12 ч 5 мин раб.»
 * @param link address of the case
 */
public record OverdueCase(
        String number,
        String categoryName,
        String municipalityName,
        String clockTitle,
        String due,
        String late,
        String link) {}
