package ru.cur.classification;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All words of all patterns, so that one walk through a text finds every one of them. */
final class Lexicon {
    private final Map<String, Integer> choices = new HashMap<>();
    private final Map<String, List<Integer>> wholeWords = new HashMap<>();
    private final Map<String, List<Integer>> beginnings = new HashMap<>();
    private int longestBeginning;

    /**
     * Makes a word known.
     *
     * @param choice words joined by {@code |}, each with {@code *} for any ending
     * @return its number, by which an {@link Occurrences} tells where it stands
     */
    int number(String choice) {
        Integer known = choices.get(choice);
        if (known != null) {
            return known;
        }
        int number = choices.size();
        choices.put(choice, number);
        for (String word : choice.split("\\|")) {
            if (word.endsWith("*")) {
                String beginning = word.substring(0, word.length() - 1);
                beginnings.computeIfAbsent(beginning, key -> new ArrayList<>()).add(number);
                longestBeginning = Math.max(longestBeginning, beginning.length());
            } else {
                wholeWords.computeIfAbsent(word, key -> new ArrayList<>()).add(number);
            }
        }
        return number;
    }

    Occurrences find(Words words) {
        BitSet[] positions = new BitSet[choices.size()];
        for (int i = 0; i < words.count(); i++) {
            String word = words.word(i);
            int position = words.position(i);
            mark(positions, wholeWords.get(word), position);
            for (int end = Math.min(word.length(), longestBeginning); end > 0; end--) {
                mark(positions, beginnings.get(word.substring(0, end)), position);
            }
        }
        return new Occurrences(positions, words.negated());
    }

    private static void mark(BitSet[] positions, List<Integer> numbers, int position) {
        if (numbers == null) {
            return;
        }
        for (int number : numbers) {
            if (positions[number] == null) {
                positions[number] = new BitSet();
            }
            positions[number].set(position);
        }
    }
}
