package ru.cur.platform.engine;

import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.springframework.beans.factory.ObjectProvider;
import ru.cur.platform.BodyProcesses;
import ru.cur.platform.security.Role;

/** Gives the work of a body to the tenant of that body, and all of a restricted case to a tenant of its own. */
final class BodyTenants implements TenantIdProvider {
    /** The variable of a case that only named people may see, in whichever diagram. */
    static final String RESTRICTED = "restricted";

    private final ObjectProvider<BodyProcesses> processes;

    BodyTenants(ObjectProvider<BodyProcesses> processes) {
        this.processes = processes;
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
        if (Boolean.TRUE.equals(start.getVariables().get(RESTRICTED))) {
            return Role.RESTRICTED.group();
        }
        String definition = start.getProcessDefinition().getKey();
        return processes.stream()
                .filter(some -> some.definitionKeys().contains(definition))
                .map(some -> (String) start.getVariables().get(some.bodyId().name()))
                .findFirst()
                .orElse(null);
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext start) {
        return null;
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext decision) {
        return decision.getExecution() == null ? null : decision.getExecution().getTenantId();
    }
}
