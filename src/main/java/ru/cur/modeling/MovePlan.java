package ru.cur.modeling;

import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** How the instances of one version get to another. */
record MovePlan(ProcessDefinition earlier, ProcessDefinition latest, MigrationPlan steps) {

    String process() {
        return earlier.getKey();
    }
}
