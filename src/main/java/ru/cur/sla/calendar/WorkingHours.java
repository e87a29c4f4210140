package ru.cur.sla.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The hours in which an organisation works. Each list is in order and without overlaps; an empty one means that nobody works.
 *
 * @param workDay intervals of an ordinary working day
 * @param friday the same on a Friday
 * @param shortDay intervals of a shortened day: the eve of a holiday (Labour Code, article 95)
 * @param dayOff intervals of weekends and holidays: those who are on duty have some
 */
public record WorkingHours(
        List<Interval> workDay, List<Interval> friday, List<Interval> shortDay, List<Interval> dayOff) {
    private static final Pattern INTERVAL = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*[-–—]\\s*(\\d{1,2}):(\\d{2})");
    private static final int MIDNIGHT = 24 * 60;

    /** What holds where nothing else is known: 09:00 to 18:00 with an hour for lunch, an hour less on the eve of a holiday. */
    public static final WorkingHours DEFAULT = parse("09:00-13:00, 14:00-18:00", "", "09:00-13:00, 14:00-17:00", "");

    /**
     * Part of a day.
     *
     * @param from minute of the day, from 0
     * @param to minute of the day, exclusive, up to 1440
     */
    public record Interval(int from, int to) {

        public Interval {
            if (from < 0 || from >= to || to > MIDNIGHT) {
                throw new IllegalArgumentException("Промежуток должен кончаться позже, чем начался, и не позже 24:00");
            }
        }

        long startOn(LocalDate date, ZoneId zone) {
            return second(date, from, zone);
        }

        long endOn(LocalDate date, ZoneId zone) {
            return second(date, to, zone);
        }

        private static long second(LocalDate date, int minute, ZoneId zone) {
            return minute == MIDNIGHT
                    ? date.plusDays(1).atStartOfDay(zone).toEpochSecond()
                    : date.atTime(LocalTime.ofSecondOfDay(minute * 60L))
                            .atZone(zone)
                            .toEpochSecond();
        }

        @Override
        public String toString() {
            return "%02d:%02d–%02d:%02d".formatted(from / 60, from % 60, to / 60, to % 60);
        }
    }

    public WorkingHours {
        workDay = inOrder(workDay);
        friday = inOrder(friday);
        shortDay = inOrder(shortDay);
        dayOff = inOrder(dayOff);
    }

    private static List<Interval> inOrder(List<Interval> intervals) {
        for (int i = 1; i < intervals.size(); i++) {
            if (intervals.get(i).from() < intervals.get(i - 1).to()) {
                throw new IllegalArgumentException("Промежутки «%s» и «%s» пересекаются или стоят не по порядку"
                        .formatted(intervals.get(i - 1), intervals.get(i)));
            }
        }
        return List.copyOf(intervals);
    }

    /**
     * Reads what people write: {@code 09:00-13:00, 14:00-18:00}; round the clock is {@code 00:00-24:00}.
     *
     * @param friday blank for a Friday like the other working days
     * @throws IllegalArgumentException with a Russian sentence when a text is anything else
     */
    public static WorkingHours parse(String workDay, String friday, String shortDay, String dayOff) {
        List<Interval> ordinary = intervals(workDay);
        return new WorkingHours(
                ordinary, friday.isBlank() ? ordinary : intervals(friday), intervals(shortDay), intervals(dayOff));
    }

    private static List<Interval> intervals(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split("[,;]")).map(WorkingHours::interval).toList();
    }

    private static Interval interval(String text) {
        Matcher matcher = INTERVAL.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "«%s» – не промежуток времени. Пишите так: 09:00-13:00, 14:00-18:00".formatted(text.strip()));
        }
        return new Interval(minute(matcher.group(1), matcher.group(2)), minute(matcher.group(3), matcher.group(4)));
    }

    private static int minute(String hours, String minutes) {
        if (Integer.parseInt(minutes) > 59) {
            throw new IllegalArgumentException("«%s:%s» – такого времени нет".formatted(hours, minutes));
        }
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }

    /** Whether nobody ever works: no term could end. */
    public boolean isEmpty() {
        return workDay.isEmpty() && friday.isEmpty() && shortDay.isEmpty() && dayOff.isEmpty();
    }

    List<Interval> of(DayKind kind, DayOfWeek dayOfWeek) {
        return switch (kind) {
            case WORK -> dayOfWeek == DayOfWeek.FRIDAY ? friday : workDay;
            case SHORT -> shortDay;
            case OFF -> dayOff;
        };
    }

    /** For people: «09:00–13:00, 14:00–18:00». */
    public static String text(List<Interval> intervals) {
        return intervals.stream().map(Interval::toString).collect(Collectors.joining(", "));
    }
}
