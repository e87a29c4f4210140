package ru.cur.incident;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far ahead something may be promised in a case. */
@Service
@Transactional(readOnly = true)
public class CasePromises {
    private final IncidentStore incidents;
    private final Clock clock;
    private final ZoneId zone;

    CasePromises(IncidentStore incidents, Clock clock, ZoneId zone) {
        this.incidents = incidents;
        this.clock = clock;
        this.zone = zone;
    }

    /** By its severity and the size of the work; a case whose size nobody has named is a small one. */
    public PromiseTerms termsOf(IncidentNumber number) {
        return new PromiseTerms(
                incidents.find(number).orElseThrow().severity(),
                incidents.workSize(number).orElse(WorkSize.SMALL));
    }

    /**
     * A promise that is given now.
     *
     * @param documented whether a document justifies it
     * @throws CaseRefusal when nobody may promise that day, or not without a document
     */
    public void check(IncidentNumber number, LocalDate promisedOn, boolean documented) {
        check(number, promisedOn, today(), documented);
    }

    /** The same for a promise whose day is moved. @param givenOn the day on which it was given */
    void check(IncidentNumber number, LocalDate promisedOn, LocalDate givenOn, boolean documented) {
        termsOf(number).refusalOf(promisedOn, givenOn).ifPresent(refusal -> {
            throw new CaseRefusal(refusal);
        });
        if (PromiseTerms.isLong(promisedOn, today()) && !documented) {
            throw new CaseRefusal(
                    "Срок дольше %d дней: дайте ссылку на документ (план, программу), который его обосновывает"
                            .formatted(PromiseTerms.LONG_DAYS));
        }
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }
}
