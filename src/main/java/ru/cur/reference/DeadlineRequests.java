package ru.cur.reference;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.cur.directory.Directory;
import ru.cur.reference.InvalidQuestion.FieldError;
import ru.cur.sla.Roll;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;
import ru.cur.sla.calendar.WorkingCalendar;
import ru.cur.sla.calendar.WorkingCalendars;
import ru.cur.sla.clock.Explanation;

/** Reads what a program asks of a term, and names everything that is wrong with it at once. */
@Component
class DeadlineRequests {
    /** What a term can be at most, for people. */
    static final String LONGEST = "731 дня, 17544 часов или 1052640 минут, рабочих или календарных";

    private static final String REGION = "region";

    private final WorkingCalendars calendars;
    private final Directory directory;
    private final ZoneId zone;

    DeadlineRequests(WorkingCalendars calendars, Directory directory, ZoneId zone) {
        this.calendars = calendars;
        this.directory = directory;
        this.zone = zone;
    }

    /** A question that makes sense. */
    record Question(Instant start, Term term, WorkingCalendar calendar) {}

    /**
     * Reads the parameters; null and blank are missing.
     *
     * @throws InvalidQuestion that names the parameters at fault
     * @throws NothingThere when there is no such organisation
     */
    Question read(String start, String amount, String unit, String calendar, String roll) {
        List<FieldError> errors = new ArrayList<>();
        Optional<Instant> from = take(errors, () -> start(start));
        Optional<Integer> many = take(errors, () -> amount(amount));
        Optional<TermUnit> counted = take(errors, () -> choice("unit", unit, null, TermUnit.class));
        Optional<Roll> rolled = take(errors, () -> choice("roll", roll, Roll.NONE, Roll.class));
        Optional<Term> term = errors.isEmpty()
                ? take(errors, () -> term(many.orElseThrow(), counted.orElseThrow(), rolled.orElseThrow()))
                : Optional.empty();
        if (!errors.isEmpty()) {
            throw new InvalidQuestion(errors);
        }
        return new Question(from.orElseThrow(), term.orElseThrow(), calendar(calendar));
    }

    /** @throws InvalidQuestion when the calendar does not reach so far */
    Explanation answer(Question question) {
        WorkingCalendar calendar = question.calendar();
        try {
            if (calendar.reaches(question.start())) {
                Explanation explanation = Explanation.of(question.start(), question.term(), calendar);
                if (calendar.reaches(explanation.deadline())) {
                    return explanation;
                }
            }
        } catch (IllegalArgumentException | DateTimeException tooFar) {
            throw beyond();
        }
        throw beyond();
    }

    private static InvalidQuestion beyond() {
        return new InvalidQuestion("start", "начало или конец срока вне календаря, он ведётся с 2020 по 2045 год");
    }

    private static <T> Optional<T> take(List<FieldError> errors, Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (InvalidQuestion invalid) {
            errors.addAll(invalid.errors());
            return Optional.empty();
        }
    }

    private Instant start(String text) {
        if (isMissing(text)) {
            throw new InvalidQuestion("start", "не указано");
        }
        // A plus that a program forgot to encode arrives as a blank.
        String moment = text.strip().replace(' ', '+');
        try {
            return OffsetDateTime.parse(moment).toInstant();
        } catch (DateTimeException withoutOffset) {
            try {
                return LocalDateTime.parse(moment).atZone(zone).toInstant();
            } catch (DateTimeException neither) {
                throw new InvalidQuestion(
                        "start", "нужен вид 2026-11-23T10:00:00+10:00 или 2026-11-23T10:00 по времени региона");
            }
        }
    }

    private static int amount(String text) {
        if (isMissing(text)) {
            throw new InvalidQuestion("amount", "не указано");
        }
        try {
            int amount = Integer.parseInt(text.strip());
            if (amount > 0) {
                return amount;
            }
        } catch (NumberFormatException notANumber) {
            throw new InvalidQuestion("amount", "нужно целое число, не больше " + LONGEST);
        }
        throw new InvalidQuestion("amount", "срок должен быть больше нуля");
    }

    private static <E extends Enum<E>> E choice(String field, String text, E whenMissing, Class<E> type) {
        if (isMissing(text)) {
            if (whenMissing == null) {
                throw new InvalidQuestion(field, "не указано");
            }
            return whenMissing;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(choice -> choice.name().equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> new InvalidQuestion(
                        field,
                        "бывает только "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))));
    }

    private static Term term(int amount, TermUnit unit, Roll roll) {
        if (roll != Roll.NONE && unit != TermUnit.CALENDAR_DAYS) {
            throw new InvalidQuestion("roll", "переносится только срок в CALENDAR_DAYS");
        }
        try {
            return new Term(amount, unit, roll);
        } catch (IllegalArgumentException tooLong) {
            throw new InvalidQuestion("amount", "срок больше " + LONGEST);
        }
    }

    private WorkingCalendar calendar(String text) {
        if (isMissing(text) || text.strip().equals(REGION)) {
            return calendars.region();
        }
        String id = text.strip().replace("\0", "");
        return directory
                .organisation(id)
                .map(organisation -> calendars.of(organisation.id()))
                .orElseThrow(() -> new NothingThere("Организации «%s» нет в справочнике".formatted(id)));
    }

    private static boolean isMissing(String text) {
        return text == null || text.isBlank();
    }
}
