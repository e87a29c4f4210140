package ru.cur.lives;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import ru.cur.ProcessJourneys;
import ru.cur.incident.CaseRefusal;
import ru.cur.sla.clock.ClockRefusal;

/**
 * One history: a message and whatever grows out of it. People, authors and time do whatever they may, in an order that the seed
 * decides, until nothing is left to do.
 */
final class RandomLife {
    /** Of so many decisions nobody hurries; in most lives of fewer. */
    private static final int LONGEST_PATIENCE = 11;

    /** So often somebody comes while the case waits for nothing but time. */
    private static final int LATE = 2;

    private static final String PROOF = "userTask_proveCompletion";

    private static final int LONGEST = 400;

    private final World world;
    private final OpenWork work;
    private final RandomActs acts;
    private final LifeStatistics statistics;
    private final long seed;
    private final Random random;
    /** Whether work lies for hours and days, so that terms break. */
    private final boolean slow;

    /** After so many decisions everybody wants to come to an end. */
    private final int patience;

    /** Whether nobody keeps what he has promised. */
    private final boolean forgetful;

    private final Arrivals arrivals;
    private final RandomEvents events;
    private final CaseSight sight;
    private final Staff staff = new Staff();
    private final Set<String> family = new LinkedHashSet<>();
    private final List<String> story = new ArrayList<>();
    private int steps;
    private int decisions;
    private int late;

    RandomLife(World world, RandomActs acts, LifeStatistics statistics, long seed) {
        this.world = world;
        this.work = new OpenWork(world.engine(), world.jdbc());
        this.acts = acts;
        this.statistics = statistics;
        this.seed = seed;
        this.random = new Random(seed);
        this.patience = random.nextInt(LONGEST_PATIENCE);
        this.slow = random.nextInt(25) == 0;
        this.forgetful = random.nextInt(16) == 0;
        this.arrivals = new Arrivals(world, random);
        this.events = new RandomEvents(world, arrivals, random);
        this.sight = new CaseSight(world.jdbc(), world.engine().getTaskService(), world.publications(), world.clock());
    }

    /** All cases that have grown out of the message. */
    Set<String> family() {
        return family;
    }

    /** How to play it again, and what has happened, a line each. */
    @Override
    public String toString() {
        return "-Dtest=EvenLivesProcessTest -Dcur.lives=1 -Dcur.lives.seed=%d%n%s"
                .formatted(seed, String.join("\n", story));
    }

    /** Plays until nothing waits. */
    void play() {
        set(ProcessJourneys.MONDAY_MORNING.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 40))));
        arrives();
        while (true) {
            List<OpenWork.Due> timers = work.runsReady(family);
            List<OpenWork.Waiting> tasks = work.tasks(family).stream()
                    .filter(task -> !forgetful || !task.key().equals(PROOF))
                    .toList();
            if (tasks.isEmpty() && timers.isEmpty()) {
                return;
            }
            if (++steps > LONGEST) {
                throw new AssertionError("It does not end; waiting are " + tasks + " and " + timers);
            }
            step(tasks, timers);
            statistics.step();
        }
    }

    private void step(List<OpenWork.Waiting> tasks, List<OpenWork.Due> timers) {
        boolean hurry = decisions > patience;
        int dice = random.nextInt(100);
        if (tasks.isEmpty() ? dice < 30 && ++late <= LATE : dice < 15 && !hurry) {
            happens(tasks.isEmpty());
        } else if (tasks.isEmpty() || (!timers.isEmpty() && dice >= (slow ? 50 : 97))) {
            fire(timers.get(0));
        } else {
            complete(tasks.get(random.nextInt(tasks.size())), timers, hurry);
        }
    }

    private void arrives() {
        String number = arrivals.message();
        family.add(number);
        tell("сообщение → " + number);
    }

    /** What comes from outside may find that it is too late or too early for it. */
    private void happens(boolean onlyAuthorsCare) {
        decisions++;
        if (random.nextInt(5) == 0 && family.size() < 4) {
            arrives();
            return;
        }
        String number = new ArrayList<>(family).get(random.nextInt(family.size()));
        RandomEvents.Event event = onlyAuthorsCare ? events.ofAuthors() : events.any();
        tell(number + " " + event.name());
        try {
            event.happen(number);
        } catch (CaseRefusal | ClockRefusal refused) {
            tell("  отказ: " + refused.getMessage());
        }
    }

    private void fire(OpenWork.Due timer) {
        if (timer.dueAt() != null && timer.dueAt().isAfter(world.clock().instant())) {
            set(timer.dueAt());
        }
        tell(timer.activity() + (timer.failed() ? " ещё раз" : ""));
        work.run(timer);
        world.networks().end();
    }

    /** Every minute that passes lets the timers before it fire. */
    private void complete(OpenWork.Waiting task, List<OpenWork.Due> timers, boolean hurry) {
        Instant then = world.clock().instant().plus(Duration.ofMinutes(random.nextInt(slow ? 1000 : 20)));
        Optional<OpenWork.Due> before = timers.stream()
                .filter(timer -> timer.dueAt() != null && timer.dueAt().isBefore(then))
                .findFirst();
        if (before.isPresent()) {
            fire(before.get());
            return;
        }
        set(then);
        decisions++;
        Ways.Choice choice = acts.of(new Moment(task, family, sight, random, hurry));
        Staff.Person person = staff.of(task, random);
        tell("%s %s %s %s".formatted(task.number(), person.login(), task.key(), choice.form()));
        work.complete(task, person, choice.form());
        statistics.chosen(task.key(), choice.outcome());
        if (choice.outcome().equals("SPLIT")) {
            family.addAll(world.jdbc()
                    .sql("select number from incident where split_from in (:family) order by number")
                    .param("family", family)
                    .query(String.class)
                    .list());
        }
    }

    private void set(Instant moment) {
        world.journeys().setClock(moment);
    }

    private void tell(String line) {
        story.add("%d. %s %s".formatted(steps, world.clock().instant(), line));
    }
}
