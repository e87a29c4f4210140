package ru.cur.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.cur.sla.RussianDates;
import ru.cur.sla.SlaContext;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;

/** Drafts of working hours and zones. */
class HoursDraftsTest {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);

    private SlaContext sla;
    private CalendarDrafts drafts;
    private WorkingCalendars calendars;

    @BeforeEach
    void start() {
        sla = new SlaContext();
        drafts = sla.get(CalendarDrafts.class);
        calendars = sla.get(WorkingCalendars.class);
    }

    @AfterEach
    void stop() {
        sla.close();
    }

    @Test
    void hoursHoldFromTheirDayAndUntilThenTheRegionsDo() {
        confirm(drafts.hours(hours("primvodokanal", DECEMBER, "00:00-24:00", "00:00-24:00"), "admin"));

        Instant inNovember = Instant.parse("2026-11-23T07:30:00Z");
        Instant inDecember = Instant.parse("2026-12-01T07:30:00Z");
        Term twoHours = new Term(2, TermUnit.WORKING_HOURS);
        assertThat(calendars.of("primvodokanal").deadline(inNovember, twoHours))
                .isEqualTo(calendars.region().deadline(inNovember, twoHours));
        assertThat(calendars.of("primvodokanal").deadline(inDecember, twoHours))
                .isEqualTo(Instant.parse("2026-12-01T09:30:00Z"));
        assertThat(sla.get(OrganisationHours.class).all(TODAY))
                .extracting(OrganisationHours.Line::name)
                .containsExactly("Приморский край", "Приморский водоканал");
    }

    @Test
    void hoursOfALaterDayCanBeGivenUpOthersNot() {
        confirm(drafts.hours(hours("primvodokanal", DECEMBER, "08:00-20:00", ""), "admin"));

        assertThatThrownBy(() -> drafts.removeHours("primvodokanal", DECEMBER, DECEMBER, "admin"))
                .hasMessage("Эти часы уже действуют, отменить их нельзя."
                        + " Если в них ошибка, задайте верные часы с той же даты.");
        confirm(drafts.removeHours("primvodokanal", DECEMBER, TODAY, "admin"));
        assertThat(sla.get(OrganisationHours.class).all(TODAY)).hasSize(1);
        assertThatThrownBy(() -> drafts.removeHours("primvodokanal", DECEMBER, TODAY, "admin"))
                .hasMessage("Часов с 01.12.2026 нет.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-01", "2026-11-23", "2026-09-01"})
    void wrongHoursAreCorrectedFromTheirDayEvenWhenTheyHold(LocalDate from) {
        confirm(drafts.hours(hours("primvodokanal", from, "08:00-20:00", ""), "admin"));
        long id = drafts.hours(hours("primvodokanal", from, "10:00-12:00", ""), "admin");
        Instant nineOClock =
                from.atTime(9, 0).atZone(PublishedCalendar.VLADIVOSTOK).toInstant();
        Term hour = new Term(1, TermUnit.WORKING_HOURS);

        CalendarPreview preview = drafts.preview(id);
        assertThat(preview.warnings())
                .containsExactly("Часы с %s уже заданы: эти займут их место.".formatted(RussianDates.day(from)));
        assertThat(preview.proposed().of("primvodokanal").deadline(nineOClock, hour))
                .isEqualTo(nineOClock.plus(Duration.ofHours(2)));
        assertThat(calendars.of("primvodokanal").deadline(nineOClock, hour))
                .isEqualTo(nineOClock.plus(Duration.ofHours(1)));
        confirm(id);

        assertThat(calendars.of("primvodokanal").deadline(nineOClock, hour))
                .isEqualTo(nineOClock.plus(Duration.ofHours(2)));
        assertThat(drafts.preview(id).warnings()).isEmpty();
    }

    @Test
    void wrongHoursOfTheRegionAreCorrectedToo() {
        confirm(drafts.hours(hours(null, TODAY, "08:00-20:00", ""), "admin"));
        confirm(drafts.hours(hours(null, TODAY, "10:00-12:00", ""), "admin"));

        assertThat(calendars.region().endOfWorkingDay(TODAY)).isEqualTo(Instant.parse("2026-11-23T02:00:00Z"));
        assertThatThrownBy(() -> drafts.hours(hours(null, TODAY, "10:00-12:00", ""), "admin"))
                .hasMessageStartingWith("Так уже и есть");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                        | ''          | У организации «Приморский водоканал» нет рабочих часов
            09:00-13:00, 12:00-18:00  | ''          | пересекаются
            14:00-18:00, 09:00-13:00  | ''          | не по порядку
            18:00-09:00               | ''          | кончаться позже
            09:00-25:00               | ''          | не позже 24:00
            09:75-18:00               | ''          | такого времени нет
            с девяти до шести         | ''          | не промежуток времени
            09:00-18:00               | 25          | не промежуток времени
            """)
    void hoursThatMakeNoSenseAreRefused(String workDay, String dayOff, String complaint) {
        assertThatThrownBy(() -> drafts.hours(hours("primvodokanal", TUESDAY, workDay, dayOff), "admin"))
                .isInstanceOf(CalendarRefusal.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void aZoneMustExistAndBelongToSomebody() {
        confirm(drafts.zone("primvodokanal", "Asia/Yakutsk", "admin"));
        assertThat(calendars.of("primvodokanal").zone().getId()).isEqualTo("Asia/Yakutsk");
        confirm(drafts.zone("primvodokanal", " ", "admin"));
        assertThat(calendars.of("primvodokanal").zone()).isEqualTo(PublishedCalendar.VLADIVOSTOK);

        assertThatThrownBy(() -> drafts.zone("primvodokanal", "Марс/Кратер", "admin"))
                .hasMessageContaining("«Марс/Кратер» неизвестен");
        assertThatThrownBy(() -> drafts.zone(null, "Asia/Yakutsk", "admin")).isInstanceOf(CalendarRefusal.class);
        assertThatThrownBy(() -> drafts.zone("nobody", "Asia/Yakutsk", "admin")).hasMessage("Такой организации нет.");
    }

    private static NewHours hours(String organisation, LocalDate from, String workDay, String dayOff) {
        return new NewHours(organisation, from, workDay, "", workDay, dayOff, "");
    }

    private void confirm(long id) {
        drafts.confirm(id, drafts.preview(id).version(), "admin");
    }
}
