package ru.cur.escalation;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.cur.sla.RussianNumbers;
import ru.cur.sla.Term;
import ru.cur.sla.calendar.WorkingCalendar;
import ru.cur.sla.clock.ClockReading;

/**
 * When a step of the ladder is reached: with a share of the clock's time, or so long after it.
 *
 * @param percent 50 to 100; null when the step lies after the term
 * @param after null when the step lies within the term
 */
public record LadderMoment(Integer percent, Term after) {
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}) ?%");
    private static final int WHOLE = 100;

    /**
     * Reads a cell of the table: {@code 75 %} or {@code 4 WORKING_HOURS}.
     *
     * @throws IllegalArgumentException when it is anything else
     */
    public static LadderMoment parse(String cell) {
        Matcher matcher = PERCENT.matcher(cell.strip());
        if (!matcher.matches()) {
            return new LadderMoment(null, Term.parse(cell));
        }
        int percent = Integer.parseInt(matcher.group(1));
        if (percent > WHOLE) {
            throw new IllegalArgumentException("A share of more than 100 %: '" + cell + "'");
        }
        return new LadderMoment(percent, null);
    }

    /**
     * The moment by the clock; empty while it is paused.
     *
     * @param cur by whose working hours time after the term is counted
     */
    public Optional<Instant> of(ClockReading reading, WorkingCalendar cur) {
        return percent == null ? reading.dueAt().map(due -> cur.deadline(due, after)) : reading.at(percent);
    }

    /**
     * For people, in Russian: «Прошло 75 % срока», «Срок прошёл», «После срока прошло 4 рабочих часа», «После срока прошёл
     * 1 рабочий день».
     */
    public String title() {
        if (percent == null) {
            return "После срока %s %s"
                    .formatted(RussianNumbers.agree(after.amount(), "прошёл", "прошло", "прошло"), after.title());
        }
        return percent == WHOLE ? "Срок прошёл" : "Прошло %d %% срока".formatted(percent);
    }
}
