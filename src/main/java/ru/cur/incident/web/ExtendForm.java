package ru.cur.incident.web;

import java.util.Arrays;
import ru.cur.incident.CaseClockActs.Extension;
import ru.cur.incident.CaseRefusal;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;
import ru.cur.sla.clock.ClockKind;

/**
 * What a person has typed to give a clock more time.
 *
 * @param seen how the open clocks stood on his page, see {@link CaseView#seen()}
 */
record ExtendForm(String clock, String amount, String unit, String reason, String seen) {
    static final ExtendForm EMPTY = new ExtendForm("", "", Unit.WORKING_DAYS.name(), "", "");

    /** In what people extend terms. */
    enum Unit {
        WORKING_HOURS("рабочих часов", TermUnit.WORKING_HOURS),
        WORKING_DAYS("рабочих дней", TermUnit.WORKING_DAYS),
        CALENDAR_DAYS("календарных дней", TermUnit.CALENDAR_DAYS);

        private final String title;
        private final TermUnit unit;

        Unit(String title, TermUnit unit) {
            this.title = title;
            this.unit = unit;
        }

        /** What people read, in Russian. */
        public String title() {
            return title;
        }
    }

    /** @throws CaseRefusal when it makes no sense */
    Extension parsed() {
        ClockKind kind = parsedClock();
        return new Extension(kind, parsedTerm(), reason, seen(kind));
    }

    /** Null when the page showed no such clock. */
    private String seen(ClockKind kind) {
        String before = kind.name() + '=';
        return Arrays.stream(String.valueOf(seen).split(" "))
                .filter(one -> one.startsWith(before))
                .map(one -> one.substring(before.length()))
                .findFirst()
                .orElse(null);
    }

    private ClockKind parsedClock() {
        return Arrays.stream(ClockKind.values())
                .filter(kind -> kind.name().equals(clock))
                .findFirst()
                .orElseThrow(() -> new CaseRefusal("Выберите, какой срок продлить"));
    }

    private Term parsedTerm() {
        TermUnit chosen = Arrays.stream(Unit.values())
                .filter(one -> one.name().equals(unit))
                .findFirst()
                .map(one -> one.unit)
                .orElseThrow(() -> new CaseRefusal("Выберите, в чём считать продление"));
        if (amount == null || !amount.strip().matches("[1-9]\\d{0,5}")) {
            throw new CaseRefusal("На сколько продлить – целое число больше нуля");
        }
        try {
            return new Term(Integer.parseInt(amount.strip()), chosen);
        } catch (IllegalArgumentException tooLong) {
            throw new CaseRefusal("Срок продлевается не больше чем на 731 день");
        }
    }
}
