package ru.cur.escalation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.incident.IncidentCard;
import ru.cur.incident.IncidentCards;
import ru.cur.incident.IncidentNumber;
import ru.cur.notification.Notice;
import ru.cur.notification.Notifications;
import ru.cur.sla.RussianDates;
import ru.cur.sla.RussianNumbers;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.ClockReading;
import ru.cur.sla.clock.Clocks;

/** Reminds those who have promised a date that it comes near. */
@Service
@Transactional
public class PromiseReminders {
    private static final int HEAD_LEARNS_DAYS = 1;

    private final Clocks clocks;
    private final IncidentCards cards;
    private final LadderRecipients recipients;
    private final Notifications notifications;
    private final Clock clock;
    private final ZoneId zone;

    PromiseReminders(
            Clocks clocks,
            IncidentCards cards,
            LadderRecipients recipients,
            Notifications notifications,
            Clock clock,
            ZoneId zone) {
        this.clocks = clocks;
        this.cards = cards;
        this.recipients = recipients;
        this.notifications = notifications;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Tells the executor how many days are left, and the head of his body when it is the last one.
     *
     * @return from when on the letters may be sent; empty when there are none, or nothing is promised any more
     */
    public Optional<Instant> remind(IncidentNumber number) {
        return clocks.open(number.value(), ClockKind.CONTROL)
                .flatMap(reading -> tell(cards.find(number).orElseThrow(), reading));
    }

    private Optional<Instant> tell(IncidentCard card, ClockReading reading) {
        LocalDate controlOn = LocalDate.ofInstant(reading.due(), zone);
        long days = ChronoUnit.DAYS.between(clock.instant().atZone(zone).toLocalDate(), controlOn);
        boolean last = days <= HEAD_LEARNS_DAYS;
        List<LadderRole> roles =
                last ? List.of(LadderRole.EXECUTOR, LadderRole.BODY_HEAD) : List.of(LadderRole.EXECUTOR);
        LocalDate day = LocalDate.ofInstant(notifications.sendAfter(false), zone);
        return notifications.add(new Notice(
                "%s/reminder/%d/%s/%d"
                        .formatted(card.incident().number(), reading.clock().cycle(), controlOn, days),
                card.incident().number().value(),
                recipients.of(roles, card.incident(), ClockKind.CONTROL, day),
                false,
                last ? 2 : 1,
                "promise-reminder",
                model(card, controlOn, days)));
    }

    private static Map<String, Object> model(IncidentCard card, LocalDate controlOn, long days) {
        Map<String, Object> model = new HashMap<>();
        model.put("left", left(days));
        model.put("controlOn", RussianDates.day(controlOn));
        model.put("categoryName", card.categoryName());
        model.put("municipalityName", card.municipalityName());
        model.put("bodyName", card.bodyName());
        return model;
    }

    private static String left(long days) {
        return days <= 0
                ? "сегодня последний день"
                : "%s %d %s"
                        .formatted(
                                RussianNumbers.agree(days, "остался", "осталось", "осталось"),
                                days,
                                RussianNumbers.agree(days, "день", "дня", "дней"));
    }
}
