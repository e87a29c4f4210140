package ru.cur.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.cur.sla.SlaContext;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;
import ru.cur.sla.calendar.CalendarPreview.DayChange;

class CalendarDraftsTest {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

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
    void aDraftShowsWhatItChangesAndChangesNothing() {
        long id = drafts.decree(TUESDAY, DayKind.OFF, "Указ губернатора № 1", "admin");

        CalendarPreview preview = drafts.preview(id);

        assertThat(preview.days())
                .containsExactly(new DayChange(TUESDAY, DayKind.WORK, DayKind.OFF, "Указ губернатора № 1"));
        assertThat(preview.title()).isEqualTo("24.11.2026 – выходной день: Указ губернатора № 1");
        assertThat(preview.actor()).isEqualTo("admin");
        assertThat(preview.warnings()).isEmpty();
        assertThat(eightHours(preview.proposed().region())).isEqualTo(Instant.parse("2026-11-25T00:00:00Z"));
        assertThat(eightHours(calendars.region())).isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
        assertThat(sla.events(CalendarChanged.class)).isEmpty();
    }

    @Test
    void confirmingLetsItHoldAtOnce() {
        long before = calendars.region().version();
        long id = drafts.decree(TUESDAY, DayKind.OFF, "Указ губернатора № 1", "admin");

        long version = drafts.confirm(id, drafts.preview(id).version(), "admin");

        assertThat(version).isGreaterThan(before);
        assertThat(calendars.region().version()).isEqualTo(version);
        assertThat(eightHours(calendars.region())).isEqualTo(Instant.parse("2026-11-25T00:00:00Z"));
        assertThat(sla.events(CalendarChanged.class))
                .containsExactly(
                        new CalendarChanged(version, "24.11.2026 – выходной день: Указ губернатора № 1", "admin"));
        assertThat(sla.get(CalendarYears.class).changes(1)).first().satisfies(change -> {
            assertThat(change.version()).isEqualTo(version);
            assertThat(change.actor()).isEqualTo("admin");
            assertThat(change.what()).contains("Указ губернатора");
        });
        assertThat(drafts.preview(id).isConfirmed()).isTrue();
        assertThat(drafts.preview(id).days()).isEmpty();
    }

    @Test
    void aDecreeCanBeTakenBackAndThePublishedDayReturns() {
        LocalDate holiday = LocalDate.of(2026, 12, 31);
        confirm(drafts.decree(holiday, DayKind.WORK, "Аврал", "admin"));
        assertThat(kindOf(holiday)).isEqualTo(DayKind.WORK);

        confirm(drafts.removeDecree(holiday, "admin"));

        assertThat(kindOf(holiday)).isEqualTo(DayKind.OFF);
        assertThatThrownBy(() -> drafts.removeDecree(holiday, "admin"))
                .isInstanceOf(CalendarRefusal.class)
                .hasMessage("На 31.12.2026 отдельного решения нет.");
    }

    @Test
    void aCalendarThatChangedMeanwhileMustBeLookedAtAgain() {
        long first = drafts.decree(TUESDAY, DayKind.OFF, "Указ № 1", "admin");
        long second = drafts.decree(TUESDAY, DayKind.SHORT, "Указ № 2", "admin");
        long seen = drafts.preview(second).version();
        confirm(first);

        assertThatThrownBy(() -> drafts.confirm(second, seen, "admin"))
                .isInstanceOf(CalendarRefusal.class)
                .hasMessage("Календарь изменился, посмотрите предпросмотр ещё раз.");
        assertThat(kindOf(TUESDAY)).isEqualTo(DayKind.OFF);
        assertThat(drafts.preview(second).days())
                .containsExactly(new DayChange(TUESDAY, DayKind.OFF, DayKind.SHORT, "Указ № 2"));
        assertThatCode(() -> confirm(second)).doesNotThrowAnyException();
        assertThat(kindOf(TUESDAY)).isEqualTo(DayKind.SHORT);
    }

    @Test
    void ofManyWhoConfirmAtTheSameMomentOneDoes() throws Exception {
        long id = drafts.decree(TUESDAY, DayKind.OFF, "Указ № 1", "admin");
        long other = drafts.decree(TUESDAY, DayKind.SHORT, "Указ № 2", "admin");
        long seen = drafts.preview(id).version();
        ExecutorService people = Executors.newFixedThreadPool(4);
        Callable<Integer> first = () -> attempt(id, seen);
        Callable<Integer> second = () -> attempt(other, seen);

        int confirmed = 0;
        for (Future<Integer> done : people.invokeAll(List.of(first, second, first, second))) {
            confirmed += done.get();
        }
        people.shutdown();

        assertThat(confirmed).isEqualTo(1);
        assertThat(sla.jdbc()
                        .sql("select count(*) from calendar_draft where state = 'CONFIRMED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private int attempt(long id, long seen) {
        try {
            drafts.confirm(id, seen, "admin");
            return 1;
        } catch (CalendarRefusal refused) {
            return 0;
        }
    }

    @Test
    void aMissingYearIsAskedForFromOctoberOnAndIsFinalOnceImported() throws IOException {
        CalendarYears years = sla.get(CalendarYears.class);
        assertThat(years.missing(LocalDate.of(2026, 9, 30))).isEmpty();
        assertThat(years.missing(LocalDate.of(2026, 10, 1))).contains(2027);
        assertThat(years.missing(LocalDate.of(2027, 2, 1))).contains(2027);
        assertThat(years.of(2027).isProvisional()).isTrue();

        long id = drafts.year(CalendarXmlTest.file("/calendar/2027.xml"), 2027, "admin");
        CalendarPreview preview = drafts.preview(id);
        confirm(id);

        assertThat(preview.days())
                .contains(
                        new DayChange(LocalDate.of(2027, 2, 20), DayKind.OFF, DayKind.WORK, "Рабочий выходной"),
                        new DayChange(LocalDate.of(2027, 11, 5), DayKind.WORK, DayKind.OFF, "Перенос с 3 января"))
                .noneMatch(change -> change.day().getYear() != 2027);
        assertThat(preview.warnings()).isEmpty();
        assertThat(years.of(2027).isProvisional()).isFalse();
        assertThat(years.of(2027).workingDays()).isEqualTo(247);
        assertThat(years.missing(LocalDate.of(2026, 12, 31))).isEmpty();
    }

    @Test
    void whatTheAdministratorDecidedSurvivesTheImportOfItsYear() throws IOException {
        LocalDate day = LocalDate.of(2027, 3, 15);
        confirm(drafts.decree(day, DayKind.OFF, "Указ № 1", "admin"));

        long id = drafts.year(CalendarXmlTest.file("/calendar/2027.xml"), 2027, "admin");
        assertThat(drafts.preview(id).warnings())
                .anySatisfy(warning -> assertThat(warning).contains("15.03.2027"));
        confirm(id);

        assertThat(kindOf(day)).isEqualTo(DayKind.OFF);
    }

    @Test
    void whatAnImportHasTakenAwayDoesNotComeBackWithTheNextStart() throws IOException {
        String corrected = new String(CalendarXmlTest.file("/calendar/2026.xml").readAllBytes(), StandardCharsets.UTF_8)
                .replaceAll("<day d=\"12.31\"[^>]*/>", "");
        confirm(drafts.year(stream(corrected), 2026, "admin"));

        sla.get(CalendarStore.class).afterPropertiesSet();

        assertThat(kindOf(LocalDate.of(2026, 12, 31))).isEqualTo(DayKind.WORK);
    }

    @Test
    void itIsSaidWhereADayIsKnownFrom() throws IOException {
        assertThat(source(LocalDate.of(2026, 12, 31))).isEqualTo(DaySource.PUBLISHED);
        assertThat(source(LocalDate.of(2027, 2, 23))).isEqualTo(DaySource.COMPUTED);

        confirm(drafts.year(CalendarXmlTest.file("/calendar/2027.xml"), 2027, "admin"));
        assertThat(source(LocalDate.of(2027, 11, 5))).isEqualTo(DaySource.IMPORTED);

        confirm(drafts.decree(LocalDate.of(2027, 11, 5), DayKind.WORK, "Аврал", "admin"));
        assertThat(source(LocalDate.of(2027, 11, 5))).isEqualTo(DaySource.DECREED);
    }

    private DaySource source(LocalDate date) {
        return sla.get(CalendarYears.class).of(date.getYear()).specialDays().stream()
                .filter(day -> day.day().equals(date))
                .findFirst()
                .orElseThrow()
                .source();
    }

    @Test
    void aMonthWithoutWorkIsAllowedAndWarnedAbout() throws IOException {
        StringBuilder off = new StringBuilder("<calendar year=\"2028\"><days>");
        LocalDate.of(2028, 1, 1)
                .datesUntil(LocalDate.of(2028, 2, 1))
                .forEach(day -> off.append("<day d=\"01.%02d\" t=\"1\"/>".formatted(day.getDayOfMonth())));

        CalendarPreview preview = drafts.preview(drafts.year(stream(off + "</days></calendar>"), 2028, "admin"));

        assertThat(preview.warnings())
                .containsExactly(
                        "Январь 2028 года: ни одного рабочего дня.",
                        "В 2028 году 239 рабочих дней, обычно от 240 до 252.");
    }

    @Test
    void whatChangesNothingIsNoDraft() throws IOException {
        confirm(drafts.year(CalendarXmlTest.file("/calendar/2027.xml"), 2027, "admin"));

        assertThatThrownBy(() -> drafts.year(CalendarXmlTest.file("/calendar/2027.xml"), 2027, "admin"))
                .isInstanceOf(CalendarRefusal.class)
                .hasMessageStartingWith("Так уже и есть");
    }

    @ParameterizedTest
    @ValueSource(ints = {2019, 2046, 0, -1})
    void aYearOutOfReachIsRefused(int year) {
        assertThatThrownBy(() -> drafts.year(stream("<calendar/>"), year, "admin"))
                .isInstanceOf(CalendarRefusal.class)
                .hasMessage("Год должен быть от 2020 до 2045.");
    }

    @Test
    void aDecreeNeedsAReason() {
        for (String note : new String[] {"", "  ", "я".repeat(201), "\0"}) {
            assertThatThrownBy(() -> drafts.decree(TUESDAY, DayKind.OFF, note, "admin"))
                    .isInstanceOf(CalendarRefusal.class);
        }
    }

    private void confirm(long id) {
        drafts.confirm(id, drafts.preview(id).version(), "admin");
    }

    private DayKind kindOf(LocalDate day) {
        return calendars.region().production().kindOf(day);
    }

    /** Due after eight working hours from this Monday morning. */
    private static Instant eightHours(WorkingCalendar calendar) {
        return calendar.deadline(SlaContext.MONDAY_MORNING, new Term(8, TermUnit.WORKING_HOURS));
    }

    private static ByteArrayInputStream stream(String xml) {
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }
}
