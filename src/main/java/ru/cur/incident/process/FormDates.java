package ru.cur.incident.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.cur.incident.CasePromises;
import ru.cur.incident.IncidentNumber;
import ru.cur.platform.FormRefusal;
import ru.cur.sla.RussianDates;

/** Which days a form may name, by the region's calendar. */
@Component
class FormDates {
    private final CasePromises promises;
    private final Clock clock;
    private final ZoneId zone;

    FormDates(CasePromises promises, Clock clock, ZoneId zone) {
        this.promises = promises;
        this.clock = clock;
        this.zone = zone;
    }

    /** The day on which work was done. @throws FormRefusal when it lies ahead */
    LocalDate ofWork(LocalDate date) {
        if (date.isAfter(today())) {
            throw new FormRefusal("Дата выполнения %s ещё не наступила".formatted(RussianDates.day(date)));
        }
        return date;
    }

    /**
     * The day until which something is promised.
     *
     * @param documentUrl link to what justifies a long delay
     * @throws FormRefusal when it has passed
     * @throws ru.cur.incident.CaseRefusal when nobody may promise that day in this case, or not without a document
     */
    LocalDate ofPromise(LocalDate date, IncidentNumber number, Optional<String> documentUrl) {
        if (date.isBefore(today())) {
            throw new FormRefusal("Дата обещания %s уже прошла".formatted(RussianDates.day(date)));
        }
        promises.check(number, date, documentUrl.isPresent());
        return date;
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }
}
