package ru.cur.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The people of a body, and who works when one of them is away. */
@Service
public class BodyStaff {
    private final Directory directory;
    private final Substitution substitution;
    private final Absences absences;

    BodyStaff(Directory directory, Substitution substitution, Absences absences) {
        this.directory = directory;
        this.substitution = substitution;
        this.absences = absences;
    }

    /**
     * A person of a body today.
     *
     * @param works who does his work: he himself, or the one of the same body who stands in; empty when nobody does
     */
    public record Colleague(StaffMember person, Optional<StaffMember> works) {

        /** Whether somebody else works for him, or nobody. */
        public boolean isAway() {
            return works.filter(person::equals).isEmpty();
        }
    }

    /** Everybody whom the directory knows in the body, by name. */
    public List<Colleague> of(String bodyId) {
        return directory.staffOf(bodyId).stream()
                .map(person -> new Colleague(person, works(person)))
                .toList();
    }

    private Optional<StaffMember> works(StaffMember person) {
        return substitution.present(Set.of(person.userId()), absences.today()).stream()
                .findFirst()
                .flatMap(directory::staffMember)
                .filter(present -> present.organisationId().equals(person.organisationId()));
    }
}
