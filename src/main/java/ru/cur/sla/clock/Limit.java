package ru.cur.sla.clock;

import java.time.Instant;
import java.time.LocalDate;
import ru.cur.sla.RussianDates;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;
import ru.cur.sla.calendar.WorkingCalendar;

/** How long a clock may run. */
public sealed interface Limit {

    /** By when a clock must be stopped that starts at the moment and is never paused. */
    Instant deadline(Instant start, WorkingCalendar calendar);

    /** In which time it runs: working time, or day and night. */
    TermUnit unit();

    /** For people, in Russian: «8 рабочих часов», «до 25.09.2026». */
    String title();

    /** For so much time. */
    record Within(Term term) implements Limit {
        @Override
        public Instant deadline(Instant start, WorkingCalendar calendar) {
            return calendar.deadline(start, term);
        }

        @Override
        public TermUnit unit() {
            return term.unit();
        }

        @Override
        public String title() {
            return term.title();
        }

        @Override
        public String toString() {
            return term.toString();
        }
    }

    /** Until the end of work on the date, or of the next working day when that date is off. */
    record Until(LocalDate date) implements Limit {
        private static final String MARK = "UNTIL ";

        @Override
        public Instant deadline(Instant start, WorkingCalendar calendar) {
            return calendar.endOfWorkingDay(date);
        }

        @Override
        public TermUnit unit() {
            return TermUnit.CALENDAR_DAYS;
        }

        @Override
        public String title() {
            return "до " + RussianDates.day(date);
        }

        @Override
        public String toString() {
            return MARK + date;
        }
    }

    /** Reads what the records' {@code toString} writes. @throws IllegalArgumentException when the text is anything else */
    static Limit parse(String text) {
        return text.startsWith(Until.MARK)
                ? new Until(LocalDate.parse(text.substring(Until.MARK.length())))
                : new Within(Term.parse(text));
    }
}
