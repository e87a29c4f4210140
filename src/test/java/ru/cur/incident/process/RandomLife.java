package ru.cur.incident.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import ru.cur.ProcessJourney;
import ru.cur.incident.CaseRefusal;
import ru.cur.platform.FormRefusal;
import ru.cur.sla.clock.ClockRefusal;

/** One history of a case: whatever people, authors and time may do, in a random order, until nothing is left to do. */
final class RandomLife {
    /** From here on everybody wants to come to an end. */
    private static final int PATIENCE = 18;

    private static final int LONGEST = 150;
    private static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");

    private final ProcessJourney journey;
    private final RandomActs acts;
    private final RandomEvents events;
    private final Random random;
    private int steps;

    RandomLife(ProcessJourney journey, RandomActs acts, RandomEvents events, Random random) {
        this.journey = journey;
        this.acts = acts;
        this.events = events;
        this.random = random;
    }

    /** Plays until nothing waits. @throws AssertionError when the case is stuck or never ends */
    void play() {
        while (true) {
            List<Task> tasks = journey.runsJobs().tasks().toList();
            Optional<Job> timer = nextTimer();
            if (tasks.isEmpty() && timer.isEmpty()) {
                return;
            }
            if (++steps > LONGEST) {
                throw new AssertionError("%s does not end; waiting are %s"
                        .formatted(
                                journey.number(),
                                tasks.stream().map(Task::getTaskDefinitionKey).toList()));
            }
            step(tasks, timer);
        }
    }

    private void step(List<Task> tasks, Optional<Job> timer) {
        boolean hurry = steps > PATIENCE;
        int dice = random.nextInt(100);
        if (!hurry && dice < 15) {
            happens();
        } else if (tasks.isEmpty() || (dice < 30 && timer.isPresent() && !hurry)) {
            journey.fires(timer.orElseThrow());
        } else {
            complete(tasks.get(random.nextInt(tasks.size())), hurry);
        }
    }

    /** What comes from outside may find that it is too late or too early for it. */
    private void happens() {
        try {
            events.happen(journey, random);
        } catch (CaseRefusal | ClockRefusal | FormRefusal refused) {
            // Nothing has changed.
        }
    }

    /** Every minute that passes lets the timers before it fire. */
    private void complete(Task task, boolean hurry) {
        Instant then = ClockUtil.getCurrentTime().toInstant().plus(Duration.ofMinutes(random.nextInt(90)));
        Optional<Job> before = nextTimer().filter(timer -> timer.getDuedate().toInstant().isBefore(then));
        if (before.isPresent()) {
            journey.fires(before.get());
            return;
        }
        journey.after(Duration.between(ClockUtil.getCurrentTime().toInstant(), then));
        String key = task.getTaskDefinitionKey();
        Map<String, Object> form = acts.form(key, journey, random, hurry);
        journey.completes(task, acts.person(key, journey), form);
    }

    private Optional<Job> nextTimer() {
        return journey.timers().stream()
                .filter(timer -> timer.getDuedate().toInstant().isBefore(NEVER))
                .min(Comparator.comparing(Job::getDuedate));
    }
}
