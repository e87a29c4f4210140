package ru.cur.incident.web;

import java.util.Arrays;
import ru.cur.incident.CaseRefusal;
import ru.cur.incident.PauseReason;

/** What a person has typed to pause the clocks of a case. */
record PauseForm(String why, String reason) {
    static final PauseForm EMPTY = new PauseForm(PauseReason.WAITING_AUTHOR.name(), "");

    /** @throws CaseRefusal when it is none of the reasons */
    PauseReason parsedWhy() {
        return Arrays.stream(PauseReason.values())
                .filter(one -> one.name().equals(why))
                .findFirst()
                .orElseThrow(() -> new CaseRefusal("Выберите, почему сроки приостановлены"));
    }
}
