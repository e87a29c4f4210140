package ru.cur.channel.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.stereotype.Component;
import ru.cur.channel.Channel;
import ru.cur.directory.Directory;
import ru.cur.directory.Municipality;
import ru.cur.sla.RussianDates;
import ru.cur.sla.RussianNumbers;

/** How the pages write what they show; moments in the region's zone. */
@Component
class ExchangeFormat {
    private static final double KILO = 1024;

    private final Directory directory;
    private final ZoneId zone;

    ExchangeFormat(Directory directory, ZoneId zone) {
        this.directory = directory;
        this.zone = zone;
    }

    /** A person by login. */
    public String person(String login) {
        return directory.fullName(login);
    }

    public String moment(Instant moment) {
        return moment == null ? "—" : RussianDates.moment(moment, zone);
    }

    /** «1 200 строк». */
    public String rows(int count) {
        return number(count) + " " + RussianNumbers.agree(count, "строка", "строки", "строк");
    }

    public String number(int count) {
        return String.format(Locale.forLanguageTag("ru"), "%,d", count);
    }

    /** For instance «12,4 МБ». */
    public String size(long bytes) {
        double kilobytes = Math.max(bytes / KILO, 0.1);
        return kilobytes < KILO
                ? String.format(Locale.forLanguageTag("ru"), "%.1f КБ", kilobytes)
                : String.format(Locale.forLanguageTag("ru"), "%.1f МБ", kilobytes / KILO);
    }

    public String channel(String code) {
        return Channel.of(code).map(Channel::title).orElse(code);
    }

    /** @param code null when the place is unknown */
    public String municipality(String code, Instant at) {
        return code == null
                ? "—"
                : directory
                        .municipality(code, LocalDate.ofInstant(at, zone))
                        .map(Municipality::name)
                        .orElse(code);
    }
}
