package ru.cur.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AbsencesTest {
    /** Tuesday night in UTC, Wednesday morning in the region. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T20:00:00Z"), ZoneOffset.UTC);

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private final List<Object> events = new ArrayList<>();
    private final Absences absences =
            new Absences(DirectoryDatabase.tables(), events::add, CLOCK, ZoneId.of("Asia/Vladivostok"));
    private final Substitution substitution = new Substitution(absences);

    @BeforeEach
    void hire() {
        DirectoryDatabase.tables().sql("truncate absence").update();
        Directory directory = DirectoryDatabase.directory();
        IntStream.range(0, 10)
                .forEach(i -> directory.putStaff(new StaffMember("p" + i, "cur", "Сотрудник " + i, "куратор")));
    }

    @Test
    void theDayIsTheRegions() {
        assertThat(absences.today()).isEqualTo(TODAY);
    }

    @Test
    void itIsToldWhenSomebodyIsAwayFromNowOn() {
        away("p1", "p2", TODAY.plusDays(1), TODAY.plusDays(3));
        assertThat(events).isEmpty();
        assertThat(substitution.away(TODAY)).isEmpty();
        away("p3", null, TODAY.minusDays(2), TODAY);
        away("p4", null, TODAY);
        assertThat(events).containsExactly(new AbsenceBegan("p3"), new AbsenceBegan("p4"));
        assertThat(substitution.away(TODAY)).containsExactlyInAnyOrder("p3", "p4");
    }

    @Test
    void whoeverIsThereGetsItHimself() {
        away("p1", "p2", TODAY.plusDays(1));
        away("p3", "p2", TODAY.minusDays(1), TODAY);
        assertThat(substitution.present(List.of("p1", "stranger"), TODAY)).containsExactly("p1", "stranger");
        assertThat(substitution.present(List.of("p3"), TODAY.plusDays(1))).containsExactly("p3");
    }

    @Test
    void aSubstituteGetsItOnEachOfTheDays() {
        away("p1", "p2", TODAY, TODAY.plusDays(2));
        assertThat(substitution.present(List.of("p1"), TODAY)).containsExactly("p2");
        assertThat(substitution.present(List.of("p1", "p2"), TODAY.plusDays(2))).containsExactly("p2");
    }

    @Test
    void withoutASubstituteNobodyDoes() {
        away("p1", null, TODAY);
        assertThat(substitution.present(List.of("p1", "p2"), TODAY)).containsExactly("p2");
        assertThat(substitution.present(List.of(), TODAY)).isEmpty();
    }

    @Test
    void chainsAreFollowed() {
        IntStream.range(0, 9).forEach(i -> away("p" + i, "p" + (i + 1), TODAY));
        assertThat(substitution.present(List.of("p0", "p5"), TODAY)).containsExactly("p9");
        away("p9", null, TODAY);
        assertThat(substitution.present(List.of("p0", "p5"), TODAY)).isEmpty();
    }

    @Test
    void circlesEnd() {
        away("p1", "p2", TODAY);
        away("p2", "p3", TODAY);
        away("p3", "p2", TODAY);
        assertThat(substitution.present(List.of("p1", "p2", "p3", "p4"), TODAY)).containsExactly("p4");
    }

    @Test
    void twoAbsencesOfOnePersonDoNotOverlap() {
        away("p1", null, TODAY, TODAY.plusDays(5));
        assertThatThrownBy(() -> away("p1", null, TODAY.plusDays(5), TODAY.plusDays(9)))
                .isInstanceOf(AbsenceRefusal.class)
                .hasMessage("В эти дни отсутствие уже внесено: с 25.11.2026 по 30.11.2026.");
        away("p1", null, TODAY.plusDays(6), TODAY.plusDays(9));
        away("p2", null, TODAY, TODAY.plusDays(5));
        assertThat(absences.presentAndComing()).hasSize(3);
    }

    @Test
    void nonsenseIsRefused() {
        refused("p1", "p1", TODAY, TODAY, "Отпуск", "Сотрудник не может замещать сам себя.");
        refused("ghost", null, TODAY, TODAY, "Отпуск", "Сотрудник не найден. Выберите его из списка.");
        refused("p1", "ghost", TODAY, TODAY, "Отпуск", "Замещающий не найден. Выберите его из списка.");
        refused("p1", null, TODAY, TODAY.minusDays(1), "Отпуск", "Последний день раньше первого.");
        refused("p1", null, TODAY.minusDays(9), TODAY.minusDays(1), "Отпуск", "Эти дни уже прошли.");
        refused("p1", null, TODAY, TODAY.plusYears(6), "Отпуск", "До этих дней больше 5 лет. Проверьте год.");
        refused("p1", null, TODAY, TODAY, "я".repeat(201), "Причина длиннее 200 знаков.");
        refused("p1", null, TODAY, TODAY, "от\0пуск", "В причине недопустимый знак.");
        assertThat(absences.presentAndComing()).isEmpty();
    }

    @Test
    void endingLeavesTheDaysThatWere() {
        away("p1", null, TODAY.minusDays(2), TODAY.plusDays(2));
        away("p2", null, TODAY, TODAY.plusDays(2));
        away("p3", null, TODAY.plusDays(1), TODAY.plusDays(2));
        absences.presentAndComing().forEach(absence -> absences.end(absence.id()));

        assertThat(absences.presentAndComing()).isEmpty();
        assertThat(substitution.present(List.of("p1", "p2", "p3"), TODAY)).hasSize(3);
        assertThat(substitution.present(List.of("p1"), TODAY.minusDays(1))).isEmpty();
        absences.end(4711);
    }

    private void away(String person, String substitute, LocalDate day) {
        away(person, substitute, day, day);
    }

    private void away(String person, String substitute, LocalDate from, LocalDate to) {
        absences.add(person, substitute, from, to, "Отпуск", "p0");
    }

    private void refused(
            String person, String substitute, LocalDate from, LocalDate to, String reason, String complaint) {
        assertThatThrownBy(() -> absences.add(person, substitute, from, to, reason, "p0"))
                .isInstanceOf(AbsenceRefusal.class)
                .hasMessage(complaint);
    }
}
