package ru.cur.reference;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.cur.directory.Absence;
import ru.cur.directory.Absences;
import ru.cur.directory.Directory;
import ru.cur.directory.Organisation;
import ru.cur.directory.StaffMember;
import ru.cur.sla.RussianDates;

/** What the page of absences shows to somebody. */
@Component
class AbsenceTable {
    private final Absences absences;
    private final Directory directory;

    AbsenceTable(Absences absences, Directory directory) {
        this.absences = absences;
        this.directory = directory;
    }

    /**
     * A line of the table, in words.
     *
     * @param reason null when it is none of the reader's business
     * @param substitute empty when nobody stands in
     * @param now whether the person is away today
     * @param editable whether the reader may end or delete it
     */
    record Line(
            long id,
            String name,
            String position,
            String organisation,
            String days,
            String reason,
            String substitute,
            boolean now,
            boolean editable) {}

    /** The people of an organisation whom the reader may choose. */
    record Choice(String organisation, List<StaffMember> people) {}

    /** Those that the reader may know of. */
    List<Line> lines(AbsenceEditor reader) {
        Map<String, StaffMember> staff =
                directory.staff().stream().collect(Collectors.toMap(StaffMember::userId, Function.identity()));
        LocalDate today = absences.today();
        return absences.presentAndComing().stream()
                .filter(absence -> reader.sees(staff.get(absence.userId())))
                .map(absence -> line(absence, staff, today, reader))
                .toList();
    }

    /** By organisation, by name; empty for those who may enter nothing. */
    List<Choice> choices(AbsenceEditor reader) {
        Map<String, List<StaffMember>> people = directory.staff().stream()
                .filter(reader::mayEdit)
                .collect(Collectors.groupingBy(
                        person -> shortName(person.organisationId()), LinkedHashMap::new, Collectors.toList()));
        return people.entrySet().stream()
                .map(entry -> new Choice(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Line line(Absence absence, Map<String, StaffMember> staff, LocalDate today, AbsenceEditor reader) {
        StaffMember person = staff.get(absence.userId());
        return new Line(
                absence.id(),
                person.fullName(),
                person.position(),
                shortName(person.organisationId()),
                days(absence),
                reader.seesReason(person) ? absence.reason() : null,
                absence.substitute().map(staff::get).map(StaffMember::fullName).orElse(""),
                absence.covers(today),
                reader.mayEdit(person));
    }

    private static String days(Absence absence) {
        return absence.fromDay().equals(absence.toDay())
                ? RussianDates.day(absence.fromDay())
                : RussianDates.day(absence.fromDay()) + " – " + RussianDates.day(absence.toDay());
    }

    private String shortName(String organisationId) {
        return directory
                .organisation(organisationId)
                .map(Organisation::shortName)
                .orElse(organisationId);
    }
}
