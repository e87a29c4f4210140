package ru.cur.incident.web;

import java.util.function.Predicate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import ru.cur.incident.IncidentAccess;

/** Who may do what on the page of a case. */
enum Right {
    RULE_TERMS(IncidentAccess::mayRuleTerms, "Сроки инцидента меняют только кураторы и руководитель ЦУР."),
    PERSONAL_CONTROL(IncidentAccess::mayTakePersonalControl, "На личный контроль берут губернатор и руководитель ЦУР."),
    RECORD_AUTHOR(IncidentAccess::mayRecordAuthor, "Слова автора записывают операторы, кураторы и руководитель ЦУР.");

    private final Predicate<Authentication> holder;
    private final String refusal;

    Right(Predicate<Authentication> holder, String refusal) {
        this.holder = holder;
        this.refusal = refusal;
    }

    boolean isOf(Authentication person) {
        return holder.test(person);
    }

    /** @throws AccessDeniedException with a sentence for him */
    void mustBeOf(Authentication person) {
        if (!isOf(person)) {
            throw new AccessDeniedException(refusal);
        }
    }
}
