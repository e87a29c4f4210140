package ru.cur.modeling;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Running instances go on with the latest version of their diagram. */
@Service
public class InstanceMoves {
    /** So many in one transaction: enough to be quick, few enough to hold nothing up. */
    private static final int PORTION = 100;

    private static final int ATTEMPTS = 3;
    private static final Logger LOG = LoggerFactory.getLogger(InstanceMoves.class);

    private final RepositoryService repository;
    private final RunningInstances running;
    private final MovePlans plans;
    private final Move move;
    private final WhyUnmoved why;
    private final UnmovedInstances unmoved;
    private final Clock clock;

    InstanceMoves(
            RepositoryService repository,
            RunningInstances running,
            MovePlans plans,
            Move move,
            WhyUnmoved why,
            UnmovedInstances unmoved,
            Clock clock) {
        this.repository = repository;
        this.running = running;
        this.plans = plans;
        this.move = move;
        this.why = why;
        this.unmoved = unmoved;
        this.clock = clock;
    }

    /** What stays on an earlier version although it should not, and why; oldest first. */
    public List<UnmovedInstance> unmoved() {
        return unmoved.all();
    }

    /**
     * Every instance of an earlier version, whatever body or case it belongs to.
     *
     * @return how many have been moved; what could not be moved is in {@link #unmoved()}
     */
    int toLatest() {
        unmoved.tidy();
        Map<String, Long> earlier = running.onEarlierVersions();
        if (earlier.isEmpty()) {
            return 0;
        }
        long all = earlier.values().stream().mapToLong(Long::longValue).sum();
        LOG.info("Диаграммы изменились: {} экземпляров переходят на новые версии", all);
        long start = clock.millis();
        int moved = earlier.keySet().stream()
                .map(repository::getProcessDefinition)
                .mapToInt(definition -> move(definition, latest(definition)))
                .sum();
        unmoved.tidy();
        LOG.info(
                "На новые версии диаграмм перешло экземпляров: {} за {} с; осталось на прежних: {}",
                moved,
                (clock.millis() - start) / 1000,
                unmoved.all().size());
        return moved;
    }

    private ProcessDefinition latest(ProcessDefinition earlier) {
        var query = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(earlier.getKey())
                .latestVersion();
        return (earlier.getTenantId() == null ? query.withoutTenantId() : query.tenantIdIn(earlier.getTenantId()))
                .singleResult();
    }

    /** Every instance of one version to another. @return how many have been moved */
    int move(ProcessDefinition earlier, ProcessDefinition latest) {
        MigrationPlan plan = plans.of(earlier, latest);
        int moved = 0;
        List<RunningInstance> portion = running.next(earlier.getId(), "", PORTION);
        while (!portion.isEmpty()) {
            moved += together(earlier, latest, plan, portion);
            portion = running.next(
                    earlier.getId(), portion.get(portion.size() - 1).id(), PORTION);
        }
        return moved;
    }

    private int together(
            ProcessDefinition earlier, ProcessDefinition latest, MigrationPlan plan, List<RunningInstance> portion) {
        try {
            return move.of(latest.getKey(), plan, portion);
        } catch (RuntimeException oneOfThem) {
            return portion.stream()
                    .mapToInt(instance -> alone(earlier, latest, plan, instance))
                    .sum();
        }
    }

    private int alone(
            ProcessDefinition earlier, ProcessDefinition latest, MigrationPlan plan, RunningInstance instance) {
        for (int attempt = 1; ; attempt++) {
            try {
                return move.of(latest.getKey(), plan, List.of(instance));
            } catch (OptimisticLockingException busy) {
                if (attempt == ATTEMPTS) {
                    return stays(earlier, latest, instance, why.of(busy, plan));
                }
            } catch (RuntimeException refusal) {
                return stays(earlier, latest, instance, why.of(refusal, plan));
            }
        }
    }

    private int stays(ProcessDefinition earlier, ProcessDefinition latest, RunningInstance instance, String reason) {
        UnmovedInstance left = new UnmovedInstance(
                instance.id(),
                instance.businessKey(),
                earlier.getKey(),
                earlier.getVersion(),
                latest.getVersion(),
                reason,
                clock.instant());
        if (unmoved.add(left)) {
            LOG.warn(
                    "{} остаётся на прежней версии диаграммы «{}» ({}, версия {}): {}",
                    left.businessKey() == null ? "Экземпляр " + left.instanceId() : left.businessKey(),
                    latest.getName(),
                    left.process(),
                    left.version(),
                    reason);
        }
        return 0;
    }
}
