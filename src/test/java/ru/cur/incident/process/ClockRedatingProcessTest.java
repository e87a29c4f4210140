package ru.cur.incident.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;
import ru.cur.sla.calendar.CalendarDrafts;
import ru.cur.sla.calendar.DayKind;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Clocks;
import ru.cur.sla.clock.Limit;
import ru.cur.sla.clock.Redating.State;
import ru.cur.sla.clock.Redatings;

class ClockRedatingProcessTest extends ClockedTest {
    /** A Monday on which no other test has anything to do. */
    private static final LocalDate FAR_DAY = LocalDate.of(2031, 3, 17);

    @Autowired
    private CalendarDrafts drafts;

    @Autowired
    private Redatings redatings;

    @Autowired
    private Clocks clocks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ZoneId zone;

    private String number;

    @BeforeEach
    void openCase() {
        number = journeys.registered("Обещали площадку через пять лет").number();
        clocks.change(number, "test", open -> open.start(ClockKind.LEGAL, new Limit.Until(FAR_DAY), null, null));
    }

    @AfterEach
    void takeTheDecreeBack() {
        walk(confirm(drafts.removeDecree(FAR_DAY, "test")));
    }

    @Test
    @DisplayName("День объявлен нерабочим: сроки открытых инцидентов пересчитаны порциями")
    void clocksAreRedated() {
        long id = confirm(drafts.decree(FAR_DAY, DayKind.OFF, "Указ № 1", "test"));
        assertThat(due()).isEqualTo(FAR_DAY);

        walk(id).isOver().hasPassed("serviceTask_redatePortion", "gateway_casesLeft", "endEvent_clocksRedated");

        assertThat(due()).isEqualTo(FAR_DAY.plusDays(1));
        assertThat(redatings.find(id).orElseThrow().state()).isEqualTo(State.DONE);
        assertThat(redatings.moves(id, 1000))
                .filteredOn(move -> move.number().equals(number))
                .hasSize(1);
    }

    @Test
    @DisplayName("Пересчёт приостановлен и продолжен: ничего не потеряно")
    void pausedAndResumed() {
        long id = confirm(drafts.decree(FAR_DAY, DayKind.OFF, "Указ № 1", "test"));
        redatings.pause(id);

        ProcessJourney journey = walk(id).hasNotPassed("endEvent_clocksRedated");
        assertThat(due()).isEqualTo(FAR_DAY);
        redatings.resume(id);
        journey.runsJobs().isOver().hasPassed("messageEvent_redatingResumed");

        assertThat(due()).isEqualTo(FAR_DAY.plusDays(1));
    }

    @Test
    @DisplayName("Продолжен раньше, чем процесс дошёл до паузы: он не ждёт зря")
    void resumedBeforeThePause() {
        long id = confirm(drafts.decree(FAR_DAY, DayKind.OFF, "Указ № 1", "test"));
        redatings.pause(id);
        redatings.resume(id);

        walk(id).isOver().hasNotPassed("messageEvent_redatingResumed");

        assertThat(due()).isEqualTo(FAR_DAY.plusDays(1));
    }

    @Test
    @DisplayName("Календарь изменён снова во время паузы: прежний процесс заканчивается, остальное делает новый")
    void superseded() {
        long first = confirm(drafts.decree(FAR_DAY, DayKind.OFF, "Указ № 1", "test"));
        redatings.pause(first);
        ProcessJourney waiting = walk(first);

        long second = confirm(drafts.decree(FAR_DAY, DayKind.SHORT, "Указ № 2", "test"));

        waiting.runsJobs().isOver();
        walk(second).isOver();
        assertThat(redatings.find(first).orElseThrow().state()).isEqualTo(State.SUPERSEDED);
        assertThat(redatings.find(second).orElseThrow().state()).isEqualTo(State.DONE);
        assertThat(due()).isEqualTo(FAR_DAY);
    }

    private long confirm(long draft) {
        long version = drafts.confirm(draft, drafts.preview(draft).version(), "test");
        return redatings.ofVersion(version).orElseThrow().id();
    }

    private ProcessJourney walk(long id) {
        return journeys.of(String.valueOf(id)).runsJobs().fires("timerEvent_calendarTakenUp");
    }

    /** What the row says: reading the clock would give the new date at once. */
    private LocalDate due() {
        return jdbc.sql("select due_at from sla_clock where incident_number = :number and kind = 'LEGAL'")
                .param("number", number)
                .query((row, i) -> row.getTimestamp(1).toInstant().atZone(zone).toLocalDate())
                .single();
    }
}
