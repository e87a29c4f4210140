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

    /** What a row of the table says, by the names of its outputs. */
    static DecidedTerms of(Map<String, Object> row, int version) {
        Map<ClockKind, Term> terms = new EnumMap<>(ClockKind.class);
        VARIABLES.forEach((kind, variable) -> {
            String text = (String) row.get(variable.name());
            if (text != null && !text.equals(NONE)) {
                terms.put(kind, Term.parse(text));
            }
        });
        return new DecidedTerms(terms, version);
    }

    /** The other way round: what the process is to carry. */
    static void on(Map<String, Object> variables, DecidedTerms decided) {
        VARIABLES.forEach((kind, variable) -> variable.on(
                variables,
                decided.terms().containsKey(kind) ? decided.terms().get(kind).toString() : NONE));
        TERMS_VERSION.on(variables, (long) decided.version());
    }

    /** What was decided before. */
    DecidedTerms read(VariableScope scope) {
        Map<ClockKind, Term> terms = new EnumMap<>(ClockKind.class);
        VARIABLES.forEach((kind, variable) -> variable.find(scope)
                .filter(text -> !text.equals(NONE))
                .ifPresent(text -> terms.put(kind, Term.parse(text))));
        return new DecidedTerms(terms, TERMS_VERSION.from(scope).intValue());
    }
}
