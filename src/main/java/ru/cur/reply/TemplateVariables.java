package ru.cur.reply;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.cur.sla.RussianDates;

/** What a template leaves open: {@code {имя}}, {@code {адрес}}, {@code {дата}}, {@code {орган}}. */
final class TemplateVariables {
    static final String NAME = "{имя}";
    static final String ADDRESS = "{адрес}";
    static final String DATE = "{дата}";
    static final String BODY = "{орган}";

    private static final String KNOWN = String.join(", ", NAME, ADDRESS, DATE, BODY);
    private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]*}");
    private static final Pattern LOOSE_BRACE = Pattern.compile("[{}]");

    private TemplateVariables() {}

    /** The values that are known, by variable. @param day null when nothing is promised */
    static Map<String, String> of(CaseBrief brief, Greeting greeting, LocalDate day) {
        Map<String, String> values = new HashMap<>();
        put(values, NAME, greeting.name());
        put(values, ADDRESS, brief.address());
        put(values, BODY, brief.bodyName());
        put(values, DATE, day == null ? null : RussianDates.day(day));
        return values;
    }

    private static void put(Map<String, String> values, String variable, String value) {
        if (value != null && !value.isBlank()) {
            values.put(variable, value);
        }
    }

    /** Variables without a value stay as they are. */
    static String fill(String text, Map<String, String> values) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(), found.group())));
    }

    /** The first variable that is still open. */
    static Optional<String> open(String text) {
        return VARIABLE.matcher(text).results().map(MatchResult::group).findFirst();
    }

    /** @throws AnswerRefusal when the text of a template holds a variable that nobody fills in, or half of one */
    static void check(String text) {
        VARIABLE.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(variable -> !KNOWN.contains(variable))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new AnswerRefusal("Переменной %s нет. Можно: %s".formatted(unknown, KNOWN));
                });
        if (LOOSE_BRACE.matcher(VARIABLE.matcher(text).replaceAll("")).find()) {
            throw new AnswerRefusal("Фигурная скобка без пары. Переменные пишутся так: " + KNOWN);
        }
    }
}
