package ru.cur.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A pattern of a category or of danger: parts anywhere in a text, the words of a part near each other in any order. */
final class Phrase {
    private static final int NEAR = 4;
    private static final Set<String> NEGATIONS = Set.of("не", "нет", "без");

    private final List<int[]> parts;
    private final int size;
    private final boolean negative;

    private Phrase(List<int[]> parts, int size, boolean negative) {
        this.parts = parts;
        this.size = size;
        this.negative = negative;
    }

    /** @param pattern parts are joined by {@code +} */
    static Phrase of(String pattern, Lexicon lexicon) {
        List<int[]> parts = new ArrayList<>();
        int size = 0;
        boolean negative = false;
        for (String part : pattern.split("\\+")) {
            String[] words = part.strip().split(" +");
            int[] numbers = new int[words.length];
            for (int i = 0; i < words.length; i++) {
                numbers[i] = lexicon.number(words[i]);
                negative |= Set.of(words[i].split("\\|")).stream().anyMatch(NEGATIONS::contains);
            }
            parts.add(numbers);
            size += words.length;
        }
        return new Phrase(parts, size, negative);
    }

    /** How many words it has. */
    int size() {
        return size;
    }

    boolean isIn(Occurrences text) {
        for (int[] part : parts) {
            if (!isIn(text, part)) {
                return false;
            }
        }
        return true;
    }

    private boolean isIn(Occurrences text, int[] part) {
        for (int at = text.next(part[0], 0); at >= 0; at = text.next(part[0], at + 1)) {
            if (counts(text, at) && othersNear(text, part, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean othersNear(Occurrences text, int[] part, int at) {
        for (int i = 1; i < part.length; i++) {
            if (!isNear(text, part[i], at)) {
                return false;
            }
        }
        return true;
    }

    private boolean isNear(Occurrences text, int number, int at) {
        for (int other = text.next(number, at - NEAR);
                other >= 0 && other <= at + NEAR;
                other = text.next(number, other + 1)) {
            if (other != at && counts(text, other)) {
                return true;
            }
        }
        return false;
    }

    // A lamp that does not burn is no fire: a word after «не» counts only where the phrase itself speaks of a lack.
    private boolean counts(Occurrences text, int at) {
        return negative || !text.isNegated(at);
    }
}
