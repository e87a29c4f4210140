package ru.cur.sla.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ru.cur.sla.Roll;
import ru.cur.sla.RussianDates;
import ru.cur.sla.RussianNumbers;
import ru.cur.sla.Term;
import ru.cur.sla.calendar.Skipped;
import ru.cur.sla.calendar.WorkingCalendar;
import ru.cur.sla.clock.ClockReading.Extension;
import ru.cur.sla.clock.ClockReading.Pause;
import ru.cur.sla.clock.ClockReading.Span;

/**
 * How a deadline came about, as data; {@link #text()} says the same in one Russian paragraph. From the start to the deadline
 * every second is either counted, skipped or paused.
 *
 * @param calendar whose working time was counted, in Russian; null when the term runs day and night
 * @param counted time that counts towards the term
 * @param skipped time that does not, by kind; negative where an overdue clock was paused and its deadline lies in the pause
 * @param rolledFrom the day off on which the term would have ended, had it not been moved; null when it was not
 * @param deadline null while the clock is paused
 * @param left what the clock has left while it is paused, else null
 * @param provisional whether it may change because the calendar of a year is not final
 */
public record Explanation(
        Instant start,
        String term,
        String calendar,
        ZoneId zone,
        Duration counted,
        List<Skipped> skipped,
        List<Pause> pauses,
        List<Extension> extensions,
        LocalDate rolledFrom,
        Instant deadline,
        Duration left,
        boolean provisional) {
    private static final int DAYS_SPELLED_OUT = 8;

    /**
     * Of a term that starts at the moment, without a case.
     *
     * @throws IllegalArgumentException when the deadline lies beyond the calendar's last year
     */
    public static Explanation of(Instant start, Term term, WorkingCalendar calendar) {
        SlaClock clock = new SlaClock(
                "",
                ClockKind.LEGAL,
                1,
                null,
                new Limit.Within(term),
                null,
                List.of(ClockEvent.of(start, ClockEvent.Type.STARTED, null, "")));
        return of(clock.read(calendar));
    }

    public static Explanation of(ClockReading reading) {
        WorkingCalendar calendar = reading.calendar();
        LocalDate rolledFrom = rolledFrom(reading);
        boolean working = reading.clock().limit().unit().isWorking();
        List<Skipped> skipped = working ? sum(reading) : List.of();
        Duration spans = reading.spans().stream()
                .map(span -> Duration.between(span.from(), span.to()))
                .reduce(Duration.ZERO, Duration::plus);
        Duration notCounted = skipped.stream().map(Skipped::duration).reduce(Duration.ZERO, Duration::plus);
        return new Explanation(
                reading.clock().startedAt(),
                reading.clock().limit().title(),
                working || reading.clock().limit() instanceof Limit.Until ? calendar.name() : null,
                calendar.zone(),
                spans.minus(notCounted),
                skipped,
                reading.pauses(),
                reading.extensions(),
                rolledFrom,
                reading.dueAt().orElse(null),
                reading.left(),
                dependsOnTheCalendar(reading)
                        && calendar.isProvisional(reading.clock().startedAt(), lastMoment(reading, rolledFrom)));
    }

    /** The due moment, or a later day off from which a term was moved back. */
    private static Instant lastMoment(ClockReading reading, LocalDate rolledFrom) {
        return Stream.concat(
                        Stream.ofNullable(rolledFrom),
                        reading.extensions().stream().map(Extension::rolledFrom).filter(Objects::nonNull))
                .map(day -> day.atStartOfDay(reading.calendar().zone()).toInstant())
                .filter(reading.due()::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(reading.due());
    }

    private static boolean dependsOnTheCalendar(ClockReading reading) {
        return reading.clock().limit() instanceof Limit.Until
                || Stream.concat(
                                within(reading).stream(),
                                reading.extensions().stream().map(Extension::term))
                        .anyMatch(term -> term.unit().isWorking() || term.roll() != Roll.NONE);
    }

    private static Optional<Term> within(ClockReading reading) {
        return reading.clock().limit() instanceof Limit.Within within ? Optional.of(within.term()) : Optional.empty();
    }

    private static List<Skipped> sum(ClockReading reading) {
        Map<Skipped.Kind, Skipped> sums = new EnumMap<>(Skipped.Kind.class);
        for (Span span : reading.spans()) {
            skipped(reading.calendar(), span).forEach(more -> sums.merge(more.kind(), more, Explanation::together));
        }
        sums.values().removeIf(skipped -> skipped.duration().isZero());
        return List.copyOf(sums.values());
    }

    /** A clock that was overdue when it was paused runs back from its resumption: what it passes on the way is given back. */
    private static List<Skipped> skipped(WorkingCalendar calendar, Span span) {
        return span.from().isAfter(span.to())
                ? calendar.skipped(span.to(), span.from()).stream()
                        .map(more -> new Skipped(more.kind(), more.duration().negated(), Map.of()))
                        .toList()
                : calendar.skipped(span.from(), span.to());
    }

    private static Skipped together(Skipped one, Skipped other) {
        Map<LocalDate, String> days = new TreeMap<>(one.days());
        days.putAll(other.days());
        return new Skipped(one.kind(), one.duration().plus(other.duration()), days);
    }

    /** Whatever followed: pauses and extensions count from where the limit has put the first deadline. */
    private static LocalDate rolledFrom(ClockReading reading) {
        WorkingCalendar calendar = reading.calendar();
        if (reading.clock().limit() instanceof Limit.Until until) {
            return calendar.worksOn(until.date()) ? null : until.date();
        }
        return within(reading)
                .flatMap(term -> calendar.rolledFrom(reading.clock().startedAt(), term))
                .orElse(null);
    }

    /** For people, in the time of the zone. */
    public String text() {
        List<String> sentences = new ArrayList<>();
        sentences.add("Срок: %s с %s%s."
                .formatted(term, moment(start), calendar == null ? "" : " по рабочим часам: " + calendar));
        if (calendar == null) {
            sentences.add("Считается подряд, днём и ночью.");
        } else {
            skippedInWords().ifPresent(sentences::add);
        }
        if (rolledFrom != null) {
            sentences.add("%s – нерабочий день, поэтому срок перенесён.".formatted(RussianDates.day(rolledFrom)));
        }
        pauses.forEach(pause -> sentences.add(pause(pause)));
        extensions.forEach(extension -> sentences.add(extension(extension)));
        sentences.add(
                left == null
                        ? "Истекает %s.".formatted(moment(deadline))
                        : "Приостановлен, остаётся %s.".formatted(left(left)));
        if (provisional) {
            sentences.add("Предварительно: производственный календарь года ещё не утверждён, срок может измениться.");
        }
        return String.join(" ", sentences);
    }

    private Optional<String> skippedInWords() {
        String parts = skipped.stream()
                .filter(part -> !part.duration().isNegative())
                .map(this::skipped)
                .collect(Collectors.joining("; "));
        return parts.isEmpty() ? Optional.empty() : Optional.of("Не считаются: " + parts + ".");
    }

    private String skipped(Skipped part) {
        String hours = RussianNumbers.hours(part.duration());
        return switch (part.kind()) {
            case OUT_OF_HOURS -> "время вне рабочих часов – " + hours;
            case BREAK -> "обед – %s".formatted(hours);
            case WEEKEND, HOLIDAY -> part.kind().title() + " – " + days(part.days());
        };
    }

    private static String days(Map<LocalDate, String> days) {
        if (days.size() > DAYS_SPELLED_OUT) {
            return days.size() + " " + RussianNumbers.agree(days.size(), "день", "дня", "дней");
        }
        return days.entrySet().stream()
                .map(day ->
                        RussianDates.day(day.getKey()) + (day.getValue() == null ? "" : " (" + day.getValue() + ")"))
                .collect(Collectors.joining(", "));
    }

    private String pause(Pause pause) {
        String until = pause.to() == null ? "" : " до " + moment(pause.to());
        return "Пауза с %s%s (%s), оставалось %s."
                .formatted(moment(pause.from()), until, pause.reason(), left(pause.left()));
    }

    private String extension(Extension extension) {
        String moved = extension.rolledFrom() == null
                ? ""
                : " (%s – нерабочий день)".formatted(RussianDates.day(extension.rolledFrom()));
        return "Продлён на %s, до %s%s: %s; согласовал %s."
                .formatted(
                        extension.term().title(),
                        moment(extension.due()),
                        moved,
                        extension.reason(),
                        extension.approver());
    }

    private String left(Duration duration) {
        String words = RussianNumbers.hours(duration.abs()) + (calendar == null ? "" : " раб.");
        return duration.isNegative() ? "просрочки " + words : words;
    }

    private String moment(Instant moment) {
        return RussianDates.moment(moment, zone);
    }
}
