package ru.cur.channel;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What of an address everybody may read: the house, never the flat, the phone or the name that somebody wrote after it. */
final class SafeAddress {
    /** From here on it is about a dwelling or a person; a house with a flat may be written 12-45. */
    private static final Pattern PRIVATE = Pattern.compile("(?iu)("
            + "(?<!\\p{L})(кв|квартир\\p{L}*|комн?|комнат\\p{L}*|под|подъезд\\p{L}*|эт|этаж\\p{L}*|домофон\\p{L}*)\\.?\\s*(№\\s*)?\\d"
            + "|\\d+(-?\\p{L}{1,2})?\\s*(подъезд\\p{L}*|этаж\\p{L}*)(?!\\p{L}|\\s*\\d)"
            + "|(?<!\\p{L})(тел|телефон\\p{L}*|моб)(?!\\p{L})"
            + "|(?<=\\d\\p{L}?)\\s*[–—-]\\s*\\d"
            + "|\\+?\\d[\\d\\s()-]{8,}"
            + "|[\\w.+-]+@"
            + ").*");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST_NAME = 3;

    private SafeAddress() {}

    /**
     * @param address as an operator has left it; null when unknown
     * @param authors names of those who wrote, in any order; null without any
     * @return null when nothing of it can be shown
     */
    static String of(String address, String authors) {
        if (address == null) {
            return null;
        }
        String house = PRIVATE.matcher(address.replaceAll("\\s+", " "))
                .replaceFirst("")
                .replaceAll("[\\s,;.(]+$", "")
                .strip();
        return house.isEmpty() || namesSomebody(house, authors) ? null : house;
    }

    private static boolean namesSomebody(String house, String authors) {
        String[] words = words(house);
        return Arrays.stream(words(authors == null ? "" : authors))
                .filter(name -> name.length() >= SHORTEST_NAME)
                .anyMatch(name -> Arrays.asList(words).contains(name));
    }

    private static String[] words(String text) {
        return BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT));
    }
}
