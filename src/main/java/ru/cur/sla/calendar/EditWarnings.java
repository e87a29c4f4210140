package ru.cur.sla.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;
import ru.cur.sla.RussianDates;
import ru.cur.sla.RussianNumbers;
import ru.cur.sla.calendar.CalendarPreview.DayChange;
import ru.cur.sla.calendar.ProductionCalendar.Day;

/** What changes, and what of it looks like a mistake. */
final class EditWarnings {
    private static final int FEWEST_WORKING_DAYS = 240;
    private static final int MOST_WORKING_DAYS = 252;

    private EditWarnings() {}

    static List<DayChange> changes(ProductionCalendar before, ProductionCalendar after) {
        return LocalDate.of(WorkingCalendar.FIRST_YEAR, 1, 1)
                .datesUntil(LocalDate.of(WorkingCalendar.LAST_YEAR + 1, 1, 1))
                .filter(day -> before.kindOf(day) != after.kindOf(day))
                .map(day -> new DayChange(
                        day,
                        before.kindOf(day),
                        after.kindOf(day),
                        after.dayOf(day).note()))
                .toList();
    }

    /** @param decrees the administrator's own days before the edit */
    static List<String> of(CalendarEdit edit, Map<LocalDate, Day> decrees, ProductionCalendar after) {
        List<String> warnings = new ArrayList<>();
        if (edit instanceof CalendarEdit.Year imported) {
            String kept = decrees.keySet().stream()
                    .filter(day -> day.getYear() == imported.year())
                    .map(RussianDates::day)
                    .collect(Collectors.joining(", "));
            if (!kept.isEmpty()) {
                warnings.add("Дни, заданные отдельным решением, останутся такими: " + kept + ".");
            }
        }
        if (edit instanceof CalendarEdit.Year imported) {
            warnings.addAll(ofYear(imported.year(), after));
        } else if (edit instanceof CalendarEdit.Decree decree) {
            warnings.addAll(ofYear(decree.day().getYear(), after));
        }
        return warnings;
    }

    static List<String> ofYear(int year, ProductionCalendar calendar) {
        List<String> warnings = new ArrayList<>();
        for (Month month : Month.values()) {
            YearMonth days = YearMonth.of(year, month);
            if (workingDays(calendar, days.atDay(1), days.atEndOfMonth()) == 0) {
                String name = month.getDisplayName(TextStyle.FULL_STANDALONE, Locale.forLanguageTag("ru"));
                warnings.add("%s %d года: ни одного рабочего дня.".formatted(StringUtils.capitalize(name), year));
            }
        }
        long working = workingDays(calendar, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        if (working < FEWEST_WORKING_DAYS || working > MOST_WORKING_DAYS) {
            warnings.add("В %d году %d %s, обычно от %d до %d."
                    .formatted(
                            year,
                            working,
                            RussianNumbers.agree(working, "рабочий день", "рабочих дня", "рабочих дней"),
                            FEWEST_WORKING_DAYS,
                            MOST_WORKING_DAYS));
        }
        return warnings;
    }

    private static long workingDays(ProductionCalendar calendar, LocalDate from, LocalDate to) {
        Stream<LocalDate> days = from.datesUntil(to.plusDays(1));
        return days.filter(day -> calendar.kindOf(day) != DayKind.OFF).count();
    }
}
