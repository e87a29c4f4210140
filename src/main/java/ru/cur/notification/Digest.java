package ru.cur.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.cur.platform.web.ProgramAddress;
import ru.cur.sla.RussianDates;
import ru.cur.sla.RussianNumbers;

/** Makes one letter of what is due for one person. */
@Component
class Digest {
    /** A letter of more notices than this names the rest by their number only. */
    static final int MOST = 50;

    /** What has waited longer than a lunch break has waited for the morning. */
    private static final Duration OVERNIGHT = Duration.ofHours(2);

    private final LetterTemplates templates;
    private final ProgramAddress address;
    private final ZoneId zone;

    Digest(LetterTemplates templates, ProgramAddress address, ZoneId zone) {
        this.templates = templates;
        this.address = address;
        this.zone = zone;
    }

    /** A single notice is its own letter. @param notices at least one, in the order of the digest */
    Letter of(List<StoredNotice> notices) {
        if (notices.size() == 1) {
            return notices.get(0).letter();
        }
        return templates.render(
                "digest",
                Map.of(
                        "title",
                        title(notices),
                        "count",
                        "%d %s"
                                .formatted(
                                        notices.size(),
                                        RussianNumbers.agree(notices.size(), "сообщение", "сообщения", "сообщений")),
                        "letters",
                        notices.stream().limit(MOST).map(StoredNotice::letter).toList(),
                        "more",
                        Math.max(0, notices.size() - MOST),
                        "tasks",
                        address.linkTo("/camunda/app/tasklist/")));
    }

    private String title(List<StoredNotice> notices) {
        StoredNotice oldest = notices.stream()
                .min(Comparator.comparing(StoredNotice::createdAt))
                .orElseThrow();
        Duration waited = Duration.between(oldest.createdAt(), oldest.sendAfter());
        if (waited.compareTo(OVERNIGHT) < 0) {
            return "Сводка";
        }
        return waited.toDays() == 0 ? "Сводка за ночь" : "Сводка с " + moment(oldest.createdAt());
    }

    private String moment(Instant moment) {
        return RussianDates.moment(moment, zone);
    }
}
