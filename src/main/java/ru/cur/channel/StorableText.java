package ru.cur.channel;

import java.util.regex.Pattern;

/** What the tables can hold: no zero character, no half of a surrogate pair. */
public final class StorableText {
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private StorableText() {}

    public static boolean is(String text) {
        return !UNSTORABLE.matcher(text).find();
    }

    /** As characters are counted by people: a smiley is one. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
