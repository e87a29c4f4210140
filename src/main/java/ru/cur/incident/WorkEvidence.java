package ru.cur.incident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import ru.cur.sla.RussianDates;

/**
 * By what a body shows that the work is done.
 *
 * @param photoBeforeUrl link to what it was like; null without one
 * @param photoAfterUrl link to what it is like now; null without one
 * @param place where, as the executor writes it; null when he does not
 * @param doneOn null when he names no day
 */
public record WorkEvidence(String photoBeforeUrl, String photoAfterUrl, String place, LocalDate doneOn) {

    /**
     * Where the category needs evidence, all of it.
     *
     * @throws CaseRefusal which says what is missing
     */
    public void mustBeComplete() {
        List<String> missing = new ArrayList<>();
        addIfMissing(missing, photoBeforeUrl, "фото «до»");
        addIfMissing(missing, photoAfterUrl, "фото «после»");
        addIfMissing(missing, place, "место работ");
        addIfMissing(missing, doneOn, "дата выполнения");
        if (!missing.isEmpty()) {
            throw new CaseRefusal(
                    "По этой теме нужны подтверждения. Не хватает: %s".formatted(String.join(", ", missing)));
        }
    }

    private static void addIfMissing(List<String> missing, Object part, String name) {
        if (part == null) {
            missing.add(name);
        }
    }

    /** Where and when, behind the executor's words; empty when he has said neither. */
    String whereAndWhen() {
        List<String> parts = new ArrayList<>();
        if (place != null) {
            parts.add("место: " + place);
        }
        if (doneOn != null) {
            parts.add("выполнено " + RussianDates.day(doneOn));
        }
        return parts.isEmpty() ? "" : " (%s)".formatted(String.join("; ", parts));
    }
}
