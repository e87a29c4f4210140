package ru.cur.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.channel.feed.PlayedNetwork;
import ru.cur.channel.feed.PlayedNetwork.Author;
import ru.cur.channel.feed.PlayedNetwork.Written;
import ru.cur.incident.AuthorFeedback;
import ru.cur.incident.IncidentCards;
import ru.cur.incident.IncidentHistory;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.IncidentStatus;
import ru.cur.incident.IncomingMessage;
import ru.cur.incident.LegalRegime;
import ru.cur.incident.MessageIntake;

/**
 * Lets the cases of a plan happen: the real processes run, on a clock that is moved from event to event. Cases are played
 * one after another, each from its message to now, so that every job that is due belongs to the case being played.
 */
@Component
@Profile("demo")
class DemoHistory {
    private static final Duration NOTICED_AFTER = Duration.ofMinutes(3);

    private final PlayedNetwork network;
    private final MessageIntake intake;
    private final IncidentCards cards;
    private final AuthorFeedback feedback;
    private final TaskService tasks;
    private final ManagementService management;
    private final ZoneId zone;

    DemoHistory(
            PlayedNetwork network,
            MessageIntake intake,
            IncidentCards cards,
            AuthorFeedback feedback,
            TaskService tasks,
            ManagementService management,
            ZoneId zone) {
        this.network = network;
        this.intake = intake;
        this.cards = cards;
        this.feedback = feedback;
        this.tasks = tasks;
        this.management = management;
        this.zone = zone;
    }

    /** One transaction: a case is played to the end or not at all, and thousands of steps need not reach the disk one by one. */
    @Transactional
    public void play(DemoCase demoCase, Instant now) {
        Random random = new Random(demoCase.index());
        DemoActors actors = new DemoActors(demoCase, random, zone);
        ClockUtil.setCurrentTime(Date.from(demoCase.at()));
        IncidentNumber number = register(demoCase);
        DemoAuthor author = new DemoAuthor(random);
        Map<String, Planned> plans = new HashMap<>();
        Optional<Step> next = Optional.empty();
        do {
            next.ifPresent(step -> step.what().run());
            runWhatIsDue();
            next = Stream.of(
                            nextJob(now).map(job -> new Step(dueOf(job), () -> run(job))),
                            nextAct(number, actors, plans, now)
                                    .map(act -> new Step(act.at(), () -> complete(act, number, author))),
                            author.next()
                                    .filter(opinion -> opinion.at().isBefore(now))
                                    .map(opinion -> new Step(opinion.at(), () -> rate(number, author, opinion))))
                    .flatMap(Optional::stream)
                    .reduce((first, other) -> other.at().isBefore(first.at()) ? other : first);
        } while (next.isPresent());
    }

    /** What happens next, and when. */
    private record Step(Instant at, Runnable what) {}

    private IncidentNumber register(DemoCase demoCase) {
        String channel = demoCase.story().channel();
        return intake.receive(
                        channel.equals("vk") ? comment(demoCase) : message(demoCase, channel),
                        LegalRegime.SOCIAL_MESSAGE,
                        channel.equals("phone") ? "operator" : IncidentHistory.SYSTEM)
                .number();
    }

    /** It stands in the network that «Лента» plays, where its answer will appear. */
    private IncomingMessage comment(DemoCase demoCase) {
        Instant at = demoCase.at().minus(NOTICED_AFTER);
        Written written = network.written(
                demoCase.externalId(),
                new Author(authorId(demoCase), demoCase.author()),
                demoCase.story().text(),
                at);
        String post = "wall-%d_%d".formatted(PlayedNetwork.GROUP, written.post());
        return new IncomingMessage(
                "vk",
                post + "_r" + written.id(),
                new IncomingMessage.Author(String.valueOf(written.person()), demoCase.author(), null),
                demoCase.story().text(),
                at,
                "https://vk.com/%s?reply=%d".formatted(post, written.id()),
                place(demoCase),
                List.of(),
                new IncomingMessage.Origin(
                        post + "_r" + written.id(),
                        new IncomingMessage.Post("https://vk.com/" + post, written.postText()),
                        null));
    }

    private static IncomingMessage message(DemoCase demoCase, String channel) {
        return new IncomingMessage(
                channel,
                demoCase.externalId(),
                new IncomingMessage.Author(authorId(demoCase), demoCase.author(), null),
                demoCase.story().text(),
                demoCase.at().minus(NOTICED_AFTER),
                channel.equals("phone") ? null : "https://%s.example/wall-1_%d".formatted(channel, demoCase.index()),
                place(demoCase),
                List.of());
    }

    private static String authorId(DemoCase demoCase) {
        return "author-" + demoCase.index() % 40;
    }

    private static IncomingMessage.Place place(DemoCase demoCase) {
        return new IncomingMessage.Place(demoCase.story().address(), demoCase.municipality(), null, null);
    }

    private record Planned(Task task, Instant at, DemoActors.Act act) {}

    private void runWhatIsDue() {
        Optional<Job> job = nextJob(ClockUtil.getCurrentTime().toInstant().plusMillis(1));
        while (job.isPresent()) {
            run(job.get());
            job = nextJob(ClockUtil.getCurrentTime().toInstant().plusMillis(1));
        }
    }

    private Optional<Job> nextJob(Instant now) {
        return management
                .createJobQuery()
                .withRetriesLeft()
                .duedateLowerThan(Date.from(now))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst();
    }

    private static Instant dueOf(Job job) {
        return job.getDuedate().toInstant();
    }

    private void run(Job job) {
        advanceTo(dueOf(job));
        management.executeJob(job.getId());
    }

    private Optional<Planned> nextAct(
            IncidentNumber number, DemoActors actors, Map<String, Planned> plans, Instant now) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number.value()).list().stream()
                .flatMap(task -> plan(task, actors, plans, now).stream())
                .filter(planned -> planned.at().isBefore(now))
                .min(java.util.Comparator.comparing(Planned::at));
    }

    private Optional<Planned> plan(Task task, DemoActors actors, Map<String, Planned> plans, Instant now) {
        if (!plans.containsKey(task.getId()) && !actors.leavesForLater(task, now)) {
            actors.actOn(task, ClockUtil.getCurrentTime().toInstant())
                    .ifPresent(act -> plans.put(task.getId(), new Planned(task, whenAwake(task, act.after()), act)));
        }
        return Optional.ofNullable(plans.get(task.getId()));
    }

    /** Nobody of the demo works between ten at night and eight in the morning, except on what burns. */
    private Instant whenAwake(Task task, Duration after) {
        Instant at = task.getCreateTime().toInstant().plus(after);
        int hour = at.atZone(zone).getHour();
        if (task.getPriority() >= 100 || (hour >= 8 && hour < 22)) {
            return at;
        }
        return at.atZone(zone)
                .plusHours(hour >= 22 ? 24 - hour + 8L : 8L - hour)
                .withMinute(at.atZone(zone).getMinute())
                .toInstant();
    }

    private void complete(Planned planned, IncidentNumber number, DemoAuthor author) {
        advanceTo(planned.at());
        tasks.setAssignee(planned.task().getId(), planned.act().login());
        tasks.complete(planned.task().getId(), planned.act().form());
        runWhatIsDue();
        if (author.mayHaveRead(planned.task().getTaskDefinitionKey()) && isAnswered(number)) {
            author.reads(planned.at());
        }
    }

    private void rate(IncidentNumber number, DemoAuthor author, DemoAuthor.Opinion opinion) {
        advanceTo(opinion.at());
        author.hasSpoken();
        if (isAnswered(number)) {
            feedback.rate(number, opinion.mark(), opinion.text(), IncidentHistory.SYSTEM);
        }
    }

    private boolean isAnswered(IncidentNumber number) {
        return cards.find(number).orElseThrow().incident().status() == IncidentStatus.ANSWERED;
    }

    private static void advanceTo(Instant moment) {
        if (moment.isAfter(ClockUtil.getCurrentTime().toInstant())) {
            ClockUtil.setCurrentTime(Date.from(moment));
        }
    }
}
