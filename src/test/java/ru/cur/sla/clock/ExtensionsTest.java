package ru.cur.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.sla.calendar.PublishedCalendar.VLADIVOSTOK;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.cur.sla.Term;
import ru.cur.sla.calendar.PublishedCalendar;
import ru.cur.sla.calendar.WorkingCalendar;

class ExtensionsTest {
    private static final WorkingCalendar REGION = PublishedCalendar.ofTheRegion();

    private List<SlaClock> clocks = List.of();

    private CaseClocks at(String moment) {
        return new CaseClocks("ПК-2026-000001", utc(moment), "operator", clocks, id -> REGION);
    }

    private void started(String moment, ClockKind kind, String limit) {
        CaseClocks changed = at(moment);
        changed.start(kind, Limit.parse(limit), 1, null);
        clocks = changed.all();
    }

    private void extended(String moment, ClockKind kind, String term) {
        CaseClocks changed = at(moment);
        changed.extend(kind, Term.parse(term), "Нужна экспертиза", "head");
        clocks = changed.all();
    }

    private ClockReading reading() {
        return clocks.get(0).read(REGION);
    }

    @ParameterizedTest
    @CsvSource({
        "30 CALENDAR_DAYS BACKWARD, 3 CALENDAR_DAYS, 2026-11-20T18:00, as the limit",
        "30 CALENDAR_DAYS FORWARD, 3 CALENDAR_DAYS, 2026-11-23T18:00, as the limit",
        "30 CALENDAR_DAYS BACKWARD, 3 CALENDAR_DAYS FORWARD, 2026-11-23T18:00, as it says itself",
        "30 CALENDAR_DAYS, 3 CALENDAR_DAYS, 2026-11-22T15:00, not at all",
        "30 CALENDAR_DAYS BACKWARD, 72 CALENDAR_HOURS, 2026-11-22T15:00, hours are not rolled",
    })
    void moreDaysAreRolledAsThoseOfTheLimit(String limit, String more, String due, String why) {
        started("2026-10-20T15:00", ClockKind.LEGAL, limit);
        extended("2026-10-21T10:00", ClockKind.LEGAL, more);

        assertThat(reading().due()).as(why).isEqualTo(utc(due));
    }

    @Test
    void aDateIsNotRolledFurther() {
        started("2026-11-16T10:00", ClockKind.LEGAL, "UNTIL 2026-11-20");
        extended("2026-11-17T10:00", ClockKind.LEGAL, "2 CALENDAR_DAYS");

        assertThat(reading().due()).isEqualTo(utc("2026-11-22T18:00"));
    }

    @Test
    void aPausedClockThatHasNoTimeEvenSoIsNotExtended() {
        started("2026-11-23T10:00", ClockKind.FIRST_ANSWER, "2 WORKING_HOURS");
        CaseClocks paused = at("2026-11-23T16:00");
        paused.pause("Ждём автора");
        clocks = paused.all();

        for (String tooLittle : List.of("1 WORKING_HOURS", "3 WORKING_HOURS")) {
            assertThatThrownBy(() -> extended("2026-11-23T17:00", ClockKind.FIRST_ANSWER, tooLittle))
                    .isInstanceOf(ClockRefusal.class)
                    .hasMessage("Даже после продления срок «%s» уже прошёл: продлите на больший срок"
                            .formatted(ClockKind.FIRST_ANSWER.title()));
        }
        extended("2026-11-23T17:00", ClockKind.FIRST_ANSWER, "4 WORKING_HOURS");

        assertThat(reading().left()).hasHours(1);
    }

    private static Instant utc(String local) {
        return LocalDateTime.parse(local).atZone(VLADIVOSTOK).toInstant();
    }
}
