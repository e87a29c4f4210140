package ru.cur.incident.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import ru.cur.platform.FormRefusal;
import ru.cur.sla.RussianDates;

/** Which days a form may name, by the region's calendar. */
@Component
class FormDates {
    private static final int LONGEST_PROMISE_YEARS = 1;

    private final Clock clock;
    private final ZoneId zone;

    FormDates(Clock clock, ZoneId zone) {
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

    /** The day until which something is promised. @throws FormRefusal when it has passed or is too far away */
    LocalDate ofPromise(LocalDate date) {
        if (date.isBefore(today())) {
            throw new FormRefusal("Дата обещания %s уже прошла".formatted(RussianDates.day(date)));
        }
        if (date.isAfter(today().plusYears(LONGEST_PROMISE_YEARS))) {
            throw new FormRefusal("Обещать можно не дольше чем на год вперёд");
        }
        return date;
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }
}
