package ru.cur.classification;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All words of all patterns as a tree of letters, so that one walk through a text finds every one of them. */
final class Lexicon {

    private static final int RUSSIAN_LETTERS = 'я' - 'а' + 1;
    private static final int LETTERS = RUSSIAN_LETTERS + 10;

    /** What has been read of a word so far. */
    private static final class Node {
        private final Node[] next = new Node[LETTERS];
        private final List<Integer> beginnings = new ArrayList<>();
        private final List<Integer> wholeWords = new ArrayList<>();
    }

    private final Node root = new Node();
    private final Map<String, Integer> numbers = new HashMap<>();

    /**
     * Makes a word known.
     *
     * @param choice words joined by {@code |}, each with {@code *} for any ending
     * @return its number, by which {@link Occurrences} tell where it stands
     */
    int number(String choice) {
        Integer known = numbers.get(choice);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        numbers.put(choice, number);
        for (String word : choice.split("\\|")) {
            if (word.endsWith("*")) {
                grow(word.substring(0, word.length() - 1)).beginnings.add(number);
            } else {
                grow(word).wholeWords.add(number);
            }
        }
        return number;
    }

    private Node grow(String word) {
        Node node = root;
        for (int i = 0; i < word.length(); i++) {
            int letter = letter(word.charAt(i));
            if (letter < 0) {
                throw new IllegalArgumentException("Only small Russian letters and digits can be found: " + word);
            }
            if (node.next[letter] == null) {
                node.next[letter] = new Node();
            }
            node = node.next[letter];
        }
        return node;
    }

    Occurrences find(Words words) {
        BitSet[] positions = new BitSet[numbers.size()];
        for (int i = 0; i < words.count(); i++) {
            find(words.word(i), words.position(i), positions);
        }
        return new Occurrences(positions, words.negated());
    }

    private void find(String word, int position, BitSet[] positions) {
        Node node = root;
        for (int i = 0; i < word.length(); i++) {
            int letter = letter(word.charAt(i));
            node = letter < 0 ? null : node.next[letter];
            if (node == null) {
                return;
            }
            mark(positions, node.beginnings, position);
        }
        mark(positions, node.wholeWords, position);
    }

    private static int letter(char c) {
        if (c >= 'а' && c <= 'я') {
            return c - 'а';
        }
        return c >= '0' && c <= '9' ? c - '0' + RUSSIAN_LETTERS : -1;
    }

    private static void mark(BitSet[] positions, List<Integer> numbers, int position) {
        for (int number : numbers) {
            if (positions[number] == null) {
                positions[number] = new BitSet();
            }
            positions[number].set(position);
        }
    }
}
