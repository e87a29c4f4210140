package ru.cur.sla.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calendar years that come with the program, without a database. */
public final class PublishedCalendar {
    public static final ZoneId VLADIVOSTOK = ZoneId.of("Asia/Vladivostok");
    static final Schedule REGION = always("Приморский край", VLADIVOSTOK, WorkingHours.DEFAULT);

    private PublishedCalendar() {}

    /** The same hours since ever. */
    static Schedule always(String name, ZoneId zone, WorkingHours hours) {
        return new Schedule(name, zone, new TreeMap<>(Map.of(LocalDate.MIN, hours)));
    }

    static ProductionCalendar read() {
        Map<LocalDate, ProductionCalendar.Day> days = rows().collect(Collectors.toMap(
                row -> LocalDate.parse(row[0]),
                row -> new ProductionCalendar.Day(DayKind.valueOf(row[1]), row[2].replace("\"", ""))));
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
        return new WorkingTime(read(), REGION, WorkingCalendar.FIRST_YEAR, WorkingCalendar.LAST_YEAR);
    }

    /** What the program computes with where an organisation has no hours of its own. */
    public static WorkingCalendar ofTheRegion() {
        return workingCalendar(read());
    }

    /** Somebody is always on duty. */
    public static WorkingCalendar roundTheClock() {
        return SampleHours.ROUND_THE_CLOCK.calendar();
    }

    /** What the region computes with after one more day off by decree. */
    public static WorkingCalendar withDayOff(String date) {
        Map<LocalDate, ProductionCalendar.Day> days = new HashMap<>(read().exceptions());
        days.put(LocalDate.parse(date), new ProductionCalendar.Day(DayKind.OFF, "Тайфун"));
        return workingCalendar(new ProductionCalendar(days, read().knownYears()));
    }

    static WorkingCalendar workingCalendar(ProductionCalendar calendar) {
        return new WorkingCalendar(1, calendar, REGION);
    }
}
