package ru.cur.sla;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long something may take.
 *
 * @param amount a positive number of units
 */
public record Term(int amount, TermUnit unit) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6}) ([A-Z_]+)");

    public Term {
        if (amount <= 0) {
            throw new IllegalArgumentException("A term must be positive: " + amount + " " + unit);
        }
    }

    /**
     * Reads what the decision table {@code sla-terms} and the category list say, for instance {@code 8 WORKING_HOURS}.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    public static Term parse(String text) {
        Matcher matcher = FORM.matcher(text == null ? "" : text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a term: '" + text + "'; expected, for instance, '8 WORKING_HOURS'");
        }
        return new Term(Integer.parseInt(matcher.group(1)), TermUnit.valueOf(matcher.group(2)));
    }

    /** For people: «8 рабочих часов». */
    public String title() {
        return amount + " " + unit.after(amount);
    }

    @Override
    public String toString() {
        return amount + " " + unit;
    }
}
