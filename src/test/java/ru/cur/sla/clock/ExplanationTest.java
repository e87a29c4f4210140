package ru.cur.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.sla.calendar.PublishedCalendar.VLADIVOSTOK;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.cur.sla.Term;
import ru.cur.sla.calendar.PublishedCalendar;
import ru.cur.sla.calendar.WorkingCalendar;

/** What people read of a term that the calendar has moved. 22 November 2026 is a Sunday. */
class ExplanationTest {
    private static final WorkingCalendar REGION = PublishedCalendar.ofTheRegion();
    private static final WorkingCalendar ALWAYS = PublishedCalendar.roundTheClock();
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);
    private static final String THIRTY_DAYS = "30 CALENDAR_DAYS BACKWARD";

    private final List<ClockEvent> events = new ArrayList<>();

    private ExplanationTest starts(String moment) {
        return happens(moment, ClockEvent.Type.STARTED, null);
    }

    private ExplanationTest happens(String moment, ClockEvent.Type type, String extension) {
        Term term = extension == null ? null : Term.parse(extension);
        events.add(new ClockEvent(at(moment), type, "Причина", "operator", term == null ? null : "curator", term));
        return this;
    }

    private Explanation explained(String limit, WorkingCalendar calendar) {
        return Explanation.of(
                new SlaClock("ПК-2026-000001", ClockKind.LEGAL, 1, null, Limit.parse(limit), 1, events).read(calendar));
    }

    @Test
    void aRolledTermIsExplainedWhateverFollows() {
        starts("2026-10-23T15:00");
        assertThat(explained(THIRTY_DAYS, REGION).rolledFrom()).isEqualTo(SUNDAY);

        happens("2026-10-26T10:00", ClockEvent.Type.PAUSED, null);
        assertThat(explained(THIRTY_DAYS, REGION).rolledFrom()).isEqualTo(SUNDAY);

        happens("2026-10-27T10:00", ClockEvent.Type.RESUMED, null);
        happens("2026-10-28T10:00", ClockEvent.Type.EXTENDED, "2 CALENDAR_DAYS");
        assertThat(explained(THIRTY_DAYS, REGION).text())
                .contains("22.11.2026 – нерабочий день, поэтому срок перенесён.")
                .contains("Истекает 23.11.2026 18:00.");
    }

    @Test
    void aTermThatEndsOnAWorkingDayIsNotExplainedAsRolled() {
        starts("2026-10-26T15:00").happens("2026-10-28T10:00", ClockEvent.Type.EXTENDED, "3 CALENDAR_DAYS");

        assertThat(explained(THIRTY_DAYS, REGION).rolledFrom()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-22T15:00, 2026-11-21, 2026-11-21T00:00",
        "2026-10-23T15:00, 2026-11-22, 2026-11-21T00:00",
        "2026-10-22T00:00, , 2026-11-21T00:00",
        "2026-10-21T15:00, , 2026-11-20T15:00",
    })
    void anEndAtMidnightBelongsToTheDayBefore(String start, LocalDate rolledFrom, String due) {
        Explanation explanation = starts(start).explained(THIRTY_DAYS, ALWAYS);

        assertThat(explanation.deadline()).isEqualTo(at(due));
        assertThat(explanation.rolledFrom()).isEqualTo(rolledFrom);
    }

    @Test
    void aDateOnWhichNobodyWorksIsExplainedWhateverFollows() {
        starts("2026-11-16T10:00").happens("2026-11-17T10:00", ClockEvent.Type.EXTENDED, "1 WORKING_DAYS");

        assertThat(explained("UNTIL 2026-11-22", REGION).rolledFrom()).isEqualTo(SUNDAY);
        assertThat(explained("UNTIL 2026-11-20", REGION).rolledFrom()).isNull();
    }

    @Test
    void aDateWhoseWorkEndsAtMidnightIsNotExplainedAsRolled() {
        Explanation explanation = starts("2026-11-16T10:00").explained("UNTIL 2026-11-20", ALWAYS);

        assertThat(explanation.deadline()).isEqualTo(at("2026-11-21T00:00"));
        assertThat(explanation.rolledFrom()).isNull();
    }

    @Test
    void aRolledExtensionIsExplainedToo() {
        starts("2026-10-16T15:00").happens("2026-10-20T10:00", ClockEvent.Type.EXTENDED, "7 CALENDAR_DAYS BACKWARD");

        assertThat(explained("30 CALENDAR_DAYS", REGION).text())
                .contains("Продлён на 7 дней, до 20.11.2026 18:00 (22.11.2026 – нерабочий день): Причина;");
    }

    @ParameterizedTest
    @CsvSource({
        "30 CALENDAR_DAYS, 3 CALENDAR_DAYS, false, day and night",
        "30 CALENDAR_DAYS, 3 CALENDAR_DAYS BACKWARD, true, a rolled extension",
        "30 CALENDAR_DAYS, 1 WORKING_DAYS, true, working days more",
        "30 CALENDAR_DAYS, 2 WORKING_HOURS, true, working hours more",
        "30 CALENDAR_DAYS FORWARD, 3 CALENDAR_HOURS, true, a rolled limit",
        "8 WORKING_DAYS, 3 CALENDAR_DAYS, false, all of it in a final year",
    })
    void whatTheCalendarMayStillMoveIsProvisional(String limit, String extension, boolean provisional, String why) {
        starts("2026-12-10T15:00").happens("2026-12-11T10:00", ClockEvent.Type.EXTENDED, extension);

        assertThat(explained(limit, REGION).provisional()).as(why).isEqualTo(provisional);
    }

    @Test
    void aTermThatAProvisionalDayOffHasMovedBackIsProvisional() {
        Explanation explanation = starts("2026-12-05T15:00").explained(THIRTY_DAYS, REGION);

        assertThat(explanation.deadline()).isEqualTo(at("2026-12-30T18:00"));
        assertThat(explanation.rolledFrom()).isEqualTo("2027-01-04");
        assertThat(explanation.provisional()).isTrue();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(VLADIVOSTOK).toInstant();
    }
}
