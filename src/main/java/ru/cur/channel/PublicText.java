package ru.cur.channel;

import java.util.regex.Pattern;

/** An answer as others than its author read it: whom it greets is nobody's business. */
final class PublicText {
    private static final Pattern GREETING =
            Pattern.compile("(?iu)^(\\s*(?:здравствуйте|добрый день)), [^!.,\\n]{1,80}(?=[!.,\\n])");

    private PublicText() {}

    /** Null for null. */
    static String of(String answer) {
        return answer == null ? null : GREETING.matcher(answer).replaceFirst("$1");
    }
}
