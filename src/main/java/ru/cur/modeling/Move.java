package ru.cur.modeling;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import ru.cur.modeling.RunningInstances.WaitingTimer;
import ru.cur.platform.MoveRefusal;
import ru.cur.platform.MovedInstances;

/** Moves some instances in a transaction of their own: all of them, or none. */
@Component
class Move {
    private final RuntimeService runtime;
    private final RunningInstances running;
    private final List<MovedInstances> features;
    private final TransactionOperations transactions;

    Move(
            RuntimeService runtime,
            RunningInstances running,
            List<MovedInstances> features,
            TransactionOperations transactions) {
        this.runtime = runtime;
        this.running = running;
        this.features = features;
        this.transactions = transactions;
    }

    /**
     * Left out is what has been moved or has ended meanwhile, and what somebody else holds: nodes that start together share the
     * work.
     *
     * @return how many have been moved
     */
    int of(MovePlan plan, List<RunningInstance> instances) {
        return transactions.execute(status -> {
            Set<String> still = running.take(plan.earlier().getId(), instances);
            List<RunningInstance> moving =
                    instances.stream().filter(one -> still.contains(one.id())).toList();
            if (!moving.isEmpty()) {
                move(plan, moving);
            }
            return moving.size();
        });
    }

    private void move(MovePlan plan, List<RunningInstance> moving) {
        List<MovedInstances> features = this.features.stream()
                .filter(feature -> feature.process().equals(plan.process()))
                .toList();
        if (!features.isEmpty()) {
            Function<RunningInstance, Set<String>> known = running.variables(moving);
            moving.forEach(one -> complete(one, known.apply(one), features));
        }
        Map<WaitingTimer, List<Instant>> before = running.timers(moving);
        runtime.newMigration(plan.steps())
                .processInstanceIds(moving.stream().map(RunningInstance::id).toList())
                .execute();
        compare(before, running.timers(moving));
        features.forEach(feature -> moving.forEach(one -> feature.moved(one.businessKey(), one.id())));
    }

    /** The engine carries most timers over; one that it has made anew was to be given the same date. */
    private static void compare(Map<WaitingTimer, List<Instant>> before, Map<WaitingTimer, List<Instant>> now) {
        before.forEach((timer, dates) -> {
            if (!now.getOrDefault(timer, dates).equals(dates)) {
                throw new MoveRefusal("таймер %s получил бы другую дату: %s вместо %s"
                        .formatted(timer.activity(), now.get(timer), dates));
            }
        });
    }

    private void complete(RunningInstance instance, Set<String> known, List<MovedInstances> features) {
        Map<String, Object> lacking = new HashMap<>();
        features.forEach(feature -> lacking.putAll(feature.lacking(instance.businessKey())));
        lacking.keySet().removeAll(known);
        if (!lacking.isEmpty()) {
            runtime.setVariables(instance.id(), lacking);
        }
    }
}
