package ru.cur.incident.web;

import ru.cur.incident.CaseRefusal;
import ru.cur.incident.LegalRegime;

/** What a person has filled in to say that a case is about something else. */
record ReclassifyForm(String category, String regime, String reason) {
    static final ReclassifyForm EMPTY = new ReclassifyForm(null, null, null);

    /** @throws CaseRefusal when it is none */
    LegalRegime parsedRegime() {
        try {
            return LegalRegime.valueOf(String.valueOf(regime));
        } catch (IllegalArgumentException e) {
            throw new CaseRefusal("Выберите правовой режим");
        }
    }
}
