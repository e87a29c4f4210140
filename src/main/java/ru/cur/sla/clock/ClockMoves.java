package ru.cur.sla.clock;

import java.time.Instant;
import java.util.List;

/**
 * Which open clocks another calendar would move.
 *
 * @param openCases cases with an open clock
 * @param movedCases those of them of which a clock moves
 * @param moved clocks that move
 * @param counts of moved clocks, the greatest first
 * @param first some of the moves, by number of the case
 */
public record ClockMoves(int openCases, int movedCases, int moved, List<Count> counts, List<Move> first) {

    /** @param organisation by whose hours they run, for people */
    public record Count(String organisation, ClockKind kind, long clocks) {}

    /** @param organisation by whose hours it runs, for people */
    public record Move(String number, ClockKind kind, String organisation, Instant from, Instant to) {}
}
