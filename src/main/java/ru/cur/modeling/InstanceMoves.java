package ru.cur.modeling;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Running instances go on with the latest version of their diagram. */
@Service
public class InstanceMoves {
    /** So many in one transaction: enough to be quick, few enough to hold nothing up. */
    private static final int PORTION = 100;

    /** So many portions at once. */
    private static final int AT_A_TIME = 4;

    private static final int ATTEMPTS = 3;
    private static final int SECONDS_TO_END = 10;
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
     * @throws InterruptedException when the program ends meanwhile; the next start goes on
     */
    int toLatest() throws InterruptedException {
        unmoved.tidy();
        Map<String, Long> earlier = running.onEarlierVersions();
        if (earlier.isEmpty()) {
            return 0;
        }
        long all = earlier.values().stream().mapToLong(Long::longValue).sum();
        LOG.info("Диаграммы изменились, на новые версии переходят экземпляры: {}", all);
        long start = clock.millis();
        int moved = 0;
        int before;
        // What another node or a person held is tried again.
        do {
            before = moved;
            for (String definition : running.onEarlierVersions().keySet()) {
                ProcessDefinition from = repository.getProcessDefinition(definition);
                moved += move(from, latest(from));
            }
        } while (moved > before);
        unmoved.tidy();
        LOG.info(
                "На новые версии диаграмм перешли: {} за {} с; остались на прежних: {}",
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
    int move(ProcessDefinition earlier, ProcessDefinition latest) throws InterruptedException {
        MovePlan plan = plans.of(earlier, latest);
        List<RunningInstance> all = running.of(earlier.getId());
        List<Callable<Integer>> portions = IntStream.iterate(0, from -> from < all.size(), from -> from + PORTION)
                .mapToObj(from -> all.subList(from, Math.min(from + PORTION, all.size())))
                .map(portion -> (Callable<Integer>) () -> together(plan, portion))
                .toList();
        ExecutorService movers = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            int moved = 0;
            for (Future<Integer> portion : movers.invokeAll(portions)) {
                moved += portion.get();
            }
            return moved;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            movers.shutdownNow();
            movers.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        }
    }

    private int together(MovePlan plan, List<RunningInstance> portion) {
        try {
            return move.of(plan, portion);
        } catch (RuntimeException oneOfThem) {
            if (Thread.currentThread().isInterrupted()) {
                return 0;
            }
            return portion.stream().mapToInt(instance -> alone(plan, instance)).sum();
        }
    }

    private int alone(MovePlan plan, RunningInstance instance) {
        for (int attempt = 1; ; attempt++) {
            try {
                return move.of(plan, List.of(instance));
            } catch (OptimisticLockingException busy) {
                if (attempt == ATTEMPTS) {
                    return stays(plan, instance, why.of(busy, plan));
                }
            } catch (RuntimeException refusal) {
                return stays(plan, instance, why.of(refusal, plan));
            }
        }
    }

    private int stays(MovePlan plan, RunningInstance instance, String reason) {
        UnmovedInstance left = new UnmovedInstance(
                instance.id(),
                instance.businessKey(),
                plan.process(),
                plan.earlier().getVersion(),
                plan.latest().getVersion(),
                reason,
                clock.instant());
        if (unmoved.add(left)) {
            LOG.warn(
                    "{} остаётся на прежней версии диаграммы «{}» ({}, версия {}): {}",
                    left.businessKey() == null ? "Экземпляр " + left.instanceId() : left.businessKey(),
                    plan.latest().getName(),
                    left.process(),
                    left.version(),
                    reason);
        }
        return 0;
    }
}
