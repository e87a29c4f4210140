package ru.cur.incident.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import ru.cur.incident.Appeals;
import ru.cur.incident.CaseRefusal;
import ru.cur.incident.LegalRegime;
import ru.cur.incident.Requalification;

/** What a person has filled in to say that a case is about something else. */
record ReclassifyForm(
        String category,
        String regime,
        String municipality,
        String address,
        String appealNumber,
        String appealRegisteredOn,
        String reason) {
    static final ReclassifyForm EMPTY = new ReclassifyForm(null, null, null, null, null, null, null);

    /** @throws CaseRefusal when the regime is none, or the day of registration is no day */
    Requalification parsed() {
        return new Requalification(
                category, parsedRegime(), typed(municipality), typed(address), parsedJournal(), reason);
    }

    private static String typed(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private Appeals.JournalEntry parsedJournal() {
        if (typed(appealNumber) == null) {
            return null;
        }
        try {
            return new Appeals.JournalEntry(
                    typed(appealNumber), LocalDate.parse(String.valueOf(appealRegisteredOn)), null);
        } catch (DateTimeParseException e) {
            throw new CaseRefusal("Укажите дату регистрации обращения");
        }
    }

    private LegalRegime parsedRegime() {
        try {
            return LegalRegime.valueOf(String.valueOf(regime));
        } catch (IllegalArgumentException e) {
            throw new CaseRefusal("Выберите правовой режим");
        }
    }
}
