package ru.cur.reporting;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Numbers and moments as people in Russia write them; what is unknown becomes a dash. */
@Component
class RussianFormat {

    static final String UNKNOWN = "—";

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru-RU");
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", RUSSIAN);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", RUSSIAN);

    private final ZoneId zone;

    RussianFormat(ZoneId zone) {
        this.zone = zone;
    }

    /** 1234 → «1 234». */
    public String count(long value) {
        return decimal("#,##0", (double) value);
    }

    /** 3.25 → «3,3». */
    public String hours(@Nullable Double value) {
        return value == null ? UNKNOWN : decimal("#,##0.0", value);
    }

    /** 0.875 → «87,5 %». */
    public String percent(@Nullable Double share) {
        return share == null ? UNKNOWN : decimal("0.0", share * 100) + NO_BREAK_SPACE + "%";
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? UNKNOWN : DAY.format(day);
    }

    /** In the region's zone. */
    public String moment(@Nullable Instant moment) {
        return moment == null ? UNKNOWN : MOMENT.format(moment.atZone(zone));
    }

    public String text(@Nullable String text) {
        return text == null ? UNKNOWN : text;
    }

    /** A status as Tasklist shows it. */
    public String status(String status) {
        return StatusNames.of(status);
    }

    private static String decimal(String pattern, double value) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(RUSSIAN);
        symbols.setGroupingSeparator(NO_BREAK_SPACE);
        symbols.setDecimalSeparator(',');
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
