package ru.cur.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import ru.cur.directory.Category;
import ru.cur.directory.Directory;
import ru.cur.sla.RussianDates;
import ru.cur.sla.RussianNumbers;

/** How the pages write what they show; moments in the region's zone. */
@Component
class ReferenceFormat {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final Directory directory;
    private final ZoneId zone;

    ReferenceFormat(Directory directory, ZoneId zone) {
        this.directory = directory;
        this.zone = zone;
    }

    /** A person by login. */
    public String person(String login) {
        return login.equals("system") ? "программа" : directory.fullName(login);
    }

    /** A category with its code; null is any of them. */
    public String category(String code) {
        return code == null
                ? "для любой темы"
                : code + " · " + directory.category(code).map(Category::name).orElse("");
    }

    public String day(LocalDate day) {
        return day == null ? "—" : RussianDates.day(day);
    }

    /** With the day of the week: «вт, 24.11.2026». */
    public String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, RUSSIAN) + ", " + RussianDates.day(day);
    }

    public String moment(Instant moment) {
        return moment == null ? "—" : RussianDates.moment(moment, zone);
    }

    public String month(YearMonth month) {
        return StringUtils.capitalize(month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, RUSSIAN));
    }

    /** «1 рабочий день», «22 рабочих дня». */
    public String workingDays(int days) {
        return days + " " + RussianNumbers.agree(days, "рабочий день", "рабочих дня", "рабочих дней");
    }
}
