package ru.cur.incident;

import java.time.LocalDate;
import java.util.Optional;
import ru.cur.sla.RussianDates;

/**
 * How far ahead a body may promise: the row «Отложенное» of the terms in which a CUR works. An emergency is never put off for
 * longer than a week, and only work that needs resources for longer than a month.
 */
public record PromiseTerms(Severity severity, WorkSize size) {
    /** Whoever promises for longer than so many days shows a plan, and the head of the CUR agrees. */
    public static final int LONG_DAYS = 90;

    private static final int EMERGENCY_DAYS = 7;
    private static final int ORDINARY_DAYS = 30;
    private static final int LONGEST_YEARS = 1;

    /** The last day that may be promised. @param givenOn the day on which the promise is given */
    public LocalDate lastDay(LocalDate givenOn) {
        return switch (severity) {
            case P0 -> givenOn.plusDays(EMERGENCY_DAYS);
            case P1 -> givenOn.plusDays(ORDINARY_DAYS);
            case P2, P3 ->
                size == WorkSize.RESOURCE_INTENSIVE
                        ? givenOn.plusYears(LONGEST_YEARS)
                        : givenOn.plusDays(ORDINARY_DAYS);
        };
    }

    /**
     * Why the day may not be promised, one Russian sentence; empty when it may.
     *
     * @param givenOn the day on which the promise is given, or was given when its day is moved
     */
    public Optional<String> refusalOf(LocalDate promisedOn, LocalDate givenOn) {
        LocalDate last = lastDay(givenOn);
        return promisedOn.isAfter(last)
                ? Optional.of("%s: не позже %s".formatted(limit(), RussianDates.day(last)))
                : Optional.empty();
    }

    private String limit() {
        return switch (severity) {
            case P0 -> "По аварийному инциденту обещать можно не дольше чем на %d дней".formatted(EMERGENCY_DAYS);
            case P1 -> "По важному инциденту обещать можно не дольше чем на %d дней".formatted(ORDINARY_DAYS);
            case P2, P3 ->
                size == WorkSize.RESOURCE_INTENSIVE
                        ? "Обещать можно не дольше чем на год вперёд"
                        : "Обещать дольше чем на %d дней можно только по ресурсоёмкой работе".formatted(ORDINARY_DAYS);
        };
    }

    /** Whether it takes a document and the head of the CUR. @param today from which it is counted */
    public static boolean isLong(LocalDate promisedOn, LocalDate today) {
        return promisedOn.isAfter(today.plusDays(LONG_DAYS));
    }
}
