package ru.cur.sla;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long something may take.
 *
 * @param amount a positive number of units, at most 731 days, 17,544 hours or 1,052,640 minutes: two years where day and night
 *     count, longer where only working time does
 * @param roll what happens when the last day of a term of calendar days is off
 */
public record Term(int amount, TermUnit unit, Roll roll) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,7}) ([A-Z_]+)(?: ([A-Z]+))?");
    private static final int LONGEST_DAYS = 731;
    private static final int LONGEST_MINUTES = LONGEST_DAYS * 24 * 60;

    public Term {
        if (amount <= 0) {
            throw new IllegalArgumentException("A term must be positive: " + amount + " " + unit);
        }
        if ((long) amount * unit.minutes() > LONGEST_MINUTES) {
            throw new IllegalArgumentException(
                    "A term is 731 days, 17544 hours or 1052640 minutes at most: " + amount + " " + unit);
        }
        if (roll != Roll.NONE && unit != TermUnit.CALENDAR_DAYS) {
            throw new IllegalArgumentException("Only calendar days are rolled: " + amount + " " + unit + " " + roll);
        }
    }

    public Term(int amount, TermUnit unit) {
        this(amount, unit, Roll.NONE);
    }

    /**
     * Reads what the decision table {@code sla-terms} and the category list say, for instance {@code 8 WORKING_HOURS} or
     * {@code 30 CALENDAR_DAYS BACKWARD}.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    public static Term parse(String text) {
        Matcher matcher = FORM.matcher(text == null ? "" : text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a term: '" + text + "'; expected, for instance, '8 WORKING_HOURS'");
        }
        return new Term(
                Integer.parseInt(matcher.group(1)),
                TermUnit.valueOf(matcher.group(2)),
                matcher.group(3) == null ? Roll.NONE : Roll.valueOf(matcher.group(3)));
    }

    /** For people: «8 рабочих часов». */
    public String title() {
        return amount + " " + unit.after(amount);
    }

    /** What {@link #parse} reads. */
    @Override
    public String toString() {
        return amount + " " + unit + (roll == Roll.NONE ? "" : " " + roll);
    }
}
