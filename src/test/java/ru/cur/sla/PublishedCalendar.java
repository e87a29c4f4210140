package ru.cur.sla;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calendar years that come with the program, without a database. */
final class PublishedCalendar {
    static final ZoneId VLADIVOSTOK = ZoneId.of("Asia/Vladivostok");

    private PublishedCalendar() {}

    static ProductionCalendar read() {
        Map<LocalDate, DayKind> days =
                rows().collect(Collectors.toMap(row -> LocalDate.parse(row[0]), row -> DayKind.valueOf(row[1])));
        Set<Integer> years = days.keySet().stream().map(LocalDate::getYear).collect(Collectors.toSet());
        return new ProductionCalendar(days, years);
    }

    /** Day, kind and note of each published day. */
    static Stream<String[]> rows() {
        try (InputStream csv =
                Objects.requireNonNull(PublishedCalendar.class.getResourceAsStream("/reference/calendar-days.csv"))) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 3));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static WorkingTime workingTime() {
        return new WorkingTime(read(), WorkingHours.DEFAULT, VLADIVOSTOK, 2020, 2045);
    }

    /** What the program computes with, reading the given calendar instead of the table. */
    static WorkingCalendar workingCalendar(ProductionCalendar calendar) {
        CalendarStore store = new CalendarStore(null) {
            @Override
            ProductionCalendar read() {
                return calendar;
            }
        };
        return new WorkingCalendar(store, VLADIVOSTOK);
    }
}
