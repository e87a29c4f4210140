package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.ACCEPTANCE_TERM;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.APPROVAL_TERM;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.FIRST_ANSWER_TERM;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.LEGAL_TERM;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.PUBLICATION_TERM;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.SOLUTION_TERM;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.TERMS_VERSION;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.TRIAGE_TERM;

import java.util.EnumMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseRefusal;
import ru.cur.incident.DecidedTerms;
import ru.cur.platform.ProcessVariable;
import ru.cur.sla.Term;
import ru.cur.sla.clock.ClockKind;

/** The terms as the decision table {@code sla-terms} leaves them in the process. */
@Component
class TermVariables {
    static final String DECISION = "sla-terms";
    /** What the table says where there is no such term. */
    static final String NONE = "NONE";

    private static final Map<ClockKind, ProcessVariable<String>> VARIABLES = Map.of(
            ClockKind.TRIAGE, TRIAGE_TERM,
            ClockKind.ACCEPTANCE, ACCEPTANCE_TERM,
            ClockKind.FIRST_ANSWER, FIRST_ANSWER_TERM,
            ClockKind.APPROVAL, APPROVAL_TERM,
            ClockKind.PUBLICATION, PUBLICATION_TERM,
            ClockKind.SOLUTION, SOLUTION_TERM,
            ClockKind.LEGAL, LEGAL_TERM);

    private final RepositoryService repository;

    TermVariables(RepositoryService repository) {
        this.repository = repository;
    }

    /** What the table has just decided; its version stays with the case. */
    DecidedTerms justDecided(VariableScope scope) {
        TERMS_VERSION.set(scope, (long) latestVersion());
        return read(scope);
    }

    int latestVersion() {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(DECISION)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    /**
     * What a row of the table says, by the names of its outputs.
     *
     * @throws CaseRefusal when that is no complete set of terms
     */
    static DecidedTerms of(Map<String, Object> row, int version) {
        Map<ClockKind, Term> terms = new EnumMap<>(ClockKind.class);
        VARIABLES.forEach((kind, variable) -> put(terms, kind, String.valueOf(row.get(variable.name()))));
        DecidedTerms decided = new DecidedTerms(terms, version);
        VARIABLES.keySet().stream().filter(kind -> kind != ClockKind.LEGAL).forEach(decided::mustLimit);
        return decided;
    }

    private static void put(Map<ClockKind, Term> terms, ClockKind kind, String text) {
        if (text.equals(NONE)) {
            return;
        }
        try {
            terms.put(kind, Term.parse(text));
        } catch (IllegalArgumentException e) {
            throw new CaseRefusal(
                    "Таблица «Сроки по режиму и срочности», срок «%s»: «%s» не подходит; пишут, например, 8 WORKING_HOURS, не больше 731 дня"
                            .formatted(kind.title(), text));
        }
    }

    /** The other way round: what the process is to carry. */
    static void on(Map<String, Object> variables, DecidedTerms decided) {
        VARIABLES.forEach((kind, variable) -> variable.on(
                variables,
                decided.terms().containsKey(kind) ? decided.terms().get(kind).toString() : NONE));
        TERMS_VERSION.on(variables, (long) decided.version());
    }

    /** What was decided before, as far as this process carries it. */
    DecidedTerms read(VariableScope scope) {
        Map<ClockKind, Term> terms = new EnumMap<>(ClockKind.class);
        VARIABLES.forEach((kind, variable) -> variable.find(scope).ifPresent(text -> put(terms, kind, text)));
        return new DecidedTerms(terms, TERMS_VERSION.from(scope).intValue());
    }
}
