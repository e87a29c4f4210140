package ru.cur.reply;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import ru.cur.sla.RussianDates;

/** Makes one text of the parts of an answer. */
final class AnswerText {
    private static final Pattern GREETING =
            Pattern.compile("(?iu)^\\s*(здравствуйте|добрый день|доброе утро|добрый вечер)[^!.\\n]*[!.\\n]");
    private static final Pattern GREETED =
            Pattern.compile("(?iu)^\\s*(здравствуйте|добрый день|доброе утро|добрый вечер|доброго|уважаем)");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\d]+");
    private static final Pattern ENDED = Pattern.compile("(?s).*[.!?…»)]");

    private AnswerText() {}

    /** Greeting, then a paragraph for each part. What a template left open is filled in as far as the case knows it. */
    static String compose(AnswerParts parts, Greeting greeting, CaseBrief brief) {
        StringJoiner text = new StringJoiner("\n\n");
        text.add(greeting.text());
        add(text, parts.done());
        add(text, plan(parts));
        add(text, refusal(parts));
        return TemplateVariables.fill(text.toString(), TemplateVariables.of(brief, greeting, parts.promisedOn()));
    }

    private static void add(StringJoiner text, String part) {
        if (part != null) {
            text.add(sentence(part.strip()));
        }
    }

    private static String plan(AnswerParts parts) {
        if (parts.plan() == null || parts.promisedOn() == null) {
            return parts.plan();
        }
        String day = RussianDates.day(parts.promisedOn());
        boolean named = parts.plan().contains(day) || parts.plan().contains(TemplateVariables.DATE);
        return named ? parts.plan() : sentence(parts.plan().strip()) + " Срок: до " + day + ".";
    }

    private static String refusal(AnswerParts parts) {
        if (parts.refusal() == null || parts.legalGround() == null) {
            return parts.refusal();
        }
        return sentence(parts.refusal().strip())
                + " Основание: "
                + sentence(parts.legalGround().strip());
    }

    private static String sentence(String text) {
        return ENDED.matcher(text).matches() ? text : text + ".";
    }

    static boolean hasGreeting(String text) {
        return GREETED.matcher(text).find();
    }

    static String withoutGreeting(String text) {
        return GREETING.matcher(text).replaceFirst("").strip();
    }

    /** The same for texts that differ in greeting, spaces, signs and case only. */
    static String fingerprint(String text) {
        String words = NOT_A_WORD
                .matcher(withoutGreeting(text).toLowerCase(Locale.ROOT).replace('ё', 'е'))
                .replaceAll(" ")
                .strip();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
