package ru.cur.incident.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import ru.cur.directory.Directory;
import ru.cur.directory.Municipality;
import ru.cur.incident.IncidentHistory;
import ru.cur.reply.ReplyChannels;
import ru.cur.sla.RussianDates;
import ru.cur.sla.ledger.ChargedTime;
import ru.cur.sla.ledger.Party;

/** How the page of a case writes what it shows; moments in the region's zone. */
@Component
class CaseFormat {
    private static final String UNKNOWN = "—";

    private final Directory directory;
    private final ReplyChannels channels;
    private final Clock clock;
    private final ZoneId zone;

    CaseFormat(Directory directory, ReplyChannels channels, Clock clock, ZoneId zone) {
        this.directory = directory;
        this.channels = channels;
        this.clock = clock;
        this.zone = zone;
    }

    /** Those of today. */
    List<Municipality> municipalities() {
        return directory.municipalities(clock.instant().atZone(zone).toLocalDate());
    }

    /** A part of a bar that is {@link #BAR} wide. */
    public record Part(Party party, String title, double from, double width) {}

    public static final int BAR = 1000;

    public String moment(Instant moment) {
        return moment == null ? UNKNOWN : RussianDates.moment(moment, zone);
    }

    public String text(String text) {
        return text == null || text.isBlank() ? UNKNOWN : text;
    }

    public String capital(String text) {
        return StringUtils.capitalize(text);
    }

    /** To the second, so that a column adds up on paper: «26:05:30». */
    public String time(Duration time) {
        return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    /** A person by login; blank for what no person did. */
    public String person(String login) {
        return IncidentHistory.SYSTEM.equals(login) ? "" : directory.fullName(login);
    }

    public String channel(String code) {
        return channels.title(code);
    }

    /** Whether a browser may follow it: an address of ours or of the web. */
    public boolean isLink(String address) {
        return address != null && address.matches("https?://.*|/(?!/).*");
    }

    public List<Part> workingBar(List<ChargedTime> sums) {
        return bar(sums, ChargedTime::working);
    }

    public List<Part> calendarBar(List<ChargedTime> sums) {
        return bar(sums, ChargedTime::calendar);
    }

    private List<Part> bar(List<ChargedTime> sums, Function<ChargedTime, Duration> time) {
        long whole = sums.stream().map(time).mapToLong(Duration::toSeconds).sum();
        List<Part> parts = new ArrayList<>();
        long before = 0;
        for (ChargedTime sum : sums) {
            long seconds = time.apply(sum).toSeconds();
            if (seconds > 0) {
                parts.add(new Part(
                        sum.party(),
                        sum.party().title() + " " + time(time.apply(sum)),
                        (double) BAR * before / whole,
                        (double) BAR * seconds / whole));
            }
            before += seconds;
        }
        return parts;
    }
}
