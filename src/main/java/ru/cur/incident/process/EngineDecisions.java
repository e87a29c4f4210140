package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.CATEGORY_CODE;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.CATEGORY_FIRST_ANSWER_TERM;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.CATEGORY_PRIORITY;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.CATEGORY_SOLUTION_TERM;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.CLOCK_KIND;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.DANGER_TO_LIFE;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.LEGAL_REGIME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.SEVERITY;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import ru.cur.directory.BodyKind;
import ru.cur.incident.CaseDecisions;
import ru.cur.incident.CaseFacts;
import ru.cur.incident.CaseRefusal;
import ru.cur.incident.DecidedTerms;
import ru.cur.incident.Severity;
import ru.cur.sla.Term;
import ru.cur.sla.clock.ClockKind;

/** Asks the tables that the diagrams ask. */
@Component
class EngineDecisions implements CaseDecisions {
    private static final String SEVERITY_DECISION = "incident-severity";
    private static final String ROUTING_DECISION = "incident-routing";
    private static final String STEP_TERMS_DECISION = "step-terms";

    private final DecisionService decisions;
    private final TermVariables variables;

    // Delegates need it while the engine that evaluates decisions is still being made.
    EngineDecisions(@Lazy DecisionService decisions, TermVariables variables) {
        this.decisions = decisions;
        this.variables = variables;
    }

    @Override
    public Severity severity(boolean dangerToLife, Severity categoryPriority) {
        Map<String, Object> asked = new HashMap<>();
        DANGER_TO_LIFE.on(asked, dangerToLife);
        CATEGORY_PRIORITY.on(asked, categoryPriority);
        String severity =
                decisions.evaluateDecisionTableByKey(SEVERITY_DECISION, asked).getSingleEntry();
        return Severity.valueOf(severity);
    }

    @Override
    public DecidedTerms terms(CaseFacts facts, int version) {
        Map<String, Object> asked = new HashMap<>();
        LEGAL_REGIME.on(asked, facts.regime());
        SEVERITY.on(asked, facts.severity());
        CATEGORY_CODE.on(asked, facts.categoryCode());
        CATEGORY_FIRST_ANSWER_TERM.on(asked, facts.firstAnswerTerm());
        CATEGORY_SOLUTION_TERM.on(asked, facts.solutionTerm());
        DmnDecisionRuleResult row = decisions
                .evaluateDecisionTableByKeyAndVersion(TermVariables.DECISION, version, asked)
                .getSingleResult();
        if (row == null) {
            throw new CaseRefusal("В таблице «Сроки по режиму и срочности» нет строки для срочности %s, режим «%s»"
                    .formatted(facts.severity(), facts.regime().title()));
        }
        return TermVariables.of(row.getEntryMap(), version);
    }

    @Override
    public BodyKind routing(String categoryCode) {
        String kind = decisions
                .evaluateDecisionTableByKey(ROUTING_DECISION, Map.of(CATEGORY_CODE.name(), categoryCode))
                .getSingleEntry();
        return BodyKind.valueOf(kind);
    }

    @Override
    public Term stepTerm(ClockKind kind) {
        String term = decisions
                .evaluateDecisionTableByKey(STEP_TERMS_DECISION, Map.of(CLOCK_KIND.name(), kind.name()))
                .getSingleEntry();
        try {
            return Term.parse(String.valueOf(term));
        } catch (IllegalArgumentException e) {
            throw new CaseRefusal("В таблице «Сроки шагов» у срока «%s» нет времени, которое можно понять: %s"
                    .formatted(kind.title(), term));
        }
    }

    @Override
    public int termsVersion() {
        return variables.latestVersion();
    }
}
