package ru.cur.classification;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A text as words without case and ё. Words of different sentences stand far from each other. */
final class Words {
    /** More than any complaint needs, and little enough for a text of any size to take milliseconds. */
    private static final int LONGEST_TEXT = 20_000;

    private static final int BETWEEN_SENTENCES = 10;
    private static final Set<String> ABBREVIATIONS = Set.of(
            "ул", "г", "д", "кв", "пер", "пр", "просп", "стр", "корп", "с", "пос", "мкр", "р", "т", "е", "тел", "руб",
            "тыс", "им", "обл", "ст");

    private final List<String> words = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();
    private final BitSet negated = new BitSet();
    private int position;

    private Words() {}

    /** @param text null is a text without words */
    static Words of(String text) {
        Words result = new Words();
        if (text != null) {
            String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
            result.read(Normalizer.normalize(cut, Normalizer.Form.NFC)
                    .toLowerCase(Locale.ROOT)
                    .replace('ё', 'е'));
        }
        return result;
    }

    private void read(String text) {
        int i = 0;
        while (i < text.length()) {
            int start = i;
            while (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
                i++;
            }
            if (i > start) {
                add(text.substring(start, i));
            } else {
                readBetweenWords(text, i);
                i++;
            }
        }
    }

    private void readBetweenWords(String text, int i) {
        char mark = text.charAt(i);
        if (endsSentence(mark)) {
            position += BETWEEN_SENTENCES;
        } else if (isMinus(text, i)) {
            add("минус");
        }
    }

    private boolean endsSentence(char mark) {
        return switch (mark) {
            case '!', '?', ';', '\n', '…' -> true;
            case '.' -> !words.isEmpty() && !ABBREVIATIONS.contains(words.get(words.size() - 1));
            default -> false;
        };
    }

    /** «−20» is a frost; the same stroke inside «8-10» or «дом-2» is not. */
    private static boolean isMinus(String text, int i) {
        char mark = text.charAt(i);
        boolean stroke = mark == '-' || mark == '−' || mark == '–';
        return stroke
                && (i == 0 || Character.isWhitespace(text.charAt(i - 1)))
                && i + 1 < text.length()
                && Character.isDigit(text.charAt(i + 1));
    }

    private void add(String word) {
        if (!words.isEmpty()
                && words.get(words.size() - 1).equals("не")
                && positions.get(positions.size() - 1) == position - 1) {
            negated.set(position);
        }
        words.add(word);
        positions.add(position);
        position++;
    }

    int count() {
        return words.size();
    }

    String word(int index) {
        return words.get(index);
    }

    int position(int index) {
        return positions.get(index);
    }

    /** Positions of words that «не» stands before. */
    BitSet negated() {
        return negated;
    }
}
