package ru.cur.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseTerms;

/** Three quarters of the term have passed: the open tasks of the case go to the top of the lists. */
@Component
class MarkAtRiskDelegate implements JavaDelegate { // serviceTask_markAtRisk
    private final CaseTerms terms;
    private final TaskPriorities priorities;

    MarkAtRiskDelegate(CaseTerms terms, TaskPriorities priorities) {
        this.terms = terms;
        this.priorities = priorities;
    }

    @Override
    public void execute(DelegateExecution execution) {
        terms.atRisk(Cases.of(execution));
        priorities.raise(Cases.of(execution));
    }
}
