package ru.cur.incident;

import ru.cur.sla.clock.ClockMoves;

/**
 * What another table of terms would change for running cases.
 *
 * @param moves open clocks that would be due at another moment
 * @param legalStarted cases that would get a term by the law
 * @param legalStopped cases that would lose it
 */
public record TermsPreview(ClockMoves moves, int legalStarted, int legalStopped) {}
