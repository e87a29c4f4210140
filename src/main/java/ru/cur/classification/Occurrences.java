package ru.cur.classification;

import java.util.BitSet;

/** Where the words of a {@link Lexicon} stand in a text. */
final class Occurrences {
    private static final BitSet NOWHERE = new BitSet();

    private final BitSet[] positions;
    private final BitSet negated;

    Occurrences(BitSet[] positions, BitSet negated) {
        this.positions = positions;
        this.negated = negated;
    }

    /** The next position of a word, from a position on; negative when there is none. */
    int next(int number, int from) {
        return of(number).nextSetBit(Math.max(0, from));
    }

    boolean stands(int number, int position) {
        return position >= 0 && of(number).get(position);
    }

    /** Whether «не» stands before the word at this position. */
    boolean isNegated(int position) {
        return negated.get(position);
    }

    private BitSet of(int number) {
        return positions[number] == null ? NOWHERE : positions[number];
    }
}
