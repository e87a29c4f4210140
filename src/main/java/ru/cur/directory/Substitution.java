package ru.cur.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Who really gets what is meant for somebody. */
@Service
public class Substitution {
    private final Absences absences;

    Substitution(Absences absences) {
        this.absences = absences;
    }

    /**
     * Those of the persons who are at work on the day, and the substitutes of those who are not. Whoever is away without
     * anybody who stands in is left out.
     *
     * @param logins also of persons whom the directory does not know: they count as present
     */
    public Set<String> present(Collection<String> logins, LocalDate day) {
        Map<String, Absence> away = absences.on(day);
        Set<String> present = new LinkedHashSet<>();
        logins.forEach(login -> standsInFor(login, away).ifPresent(present::add));
        return present;
    }

    /** Logins of those who are not at work on the day. */
    public Set<String> away(LocalDate day) {
        return absences.on(day).keySet();
    }

    /** Substitutes may be away themselves, in a circle too. */
    private static Optional<String> standsInFor(String login, Map<String, Absence> away) {
        Set<String> asked = new HashSet<>();
        Optional<String> next = Optional.of(login);
        while (next.isPresent() && away.containsKey(next.get())) {
            if (!asked.add(next.get())) {
                return Optional.empty();
            }
            next = away.get(next.get()).substitute();
        }
        return next;
    }
}
