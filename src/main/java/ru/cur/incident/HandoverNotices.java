package ru.cur.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.cur.directory.Directory;
import ru.cur.notification.Notice;
import ru.cur.notification.Notifications;
import ru.cur.platform.web.ProgramAddress;
import ru.cur.sla.RussianDates;
import ru.cur.sla.RussianNumbers;

/** Tells of tasks that have gone to others: each person once, however many they are. */
@Component
class HandoverNotices {
    private final IncidentStore incidents;
    private final Notifications notifications;
    private final Directory directory;
    private final ProgramAddress address;
    private final Clock clock;
    private final ZoneId zone;

    HandoverNotices(
            IncidentStore incidents,
            Notifications notifications,
            Directory directory,
            ProgramAddress address,
            Clock clock,
            ZoneId zone) {
        this.incidents = incidents;
        this.notifications = notifications;
        this.directory = directory;
        this.address = address;
        this.clock = clock;
        this.zone = zone;
    }

    /** A task as a letter shows it. @param link null without a case */
    record Line(String text, String link) {}

    /** @return the letters; empty when there are none */
    Optional<HandoverLetters> add(List<TaskHandover> handovers) {
        if (handovers.isEmpty()) {
            return Optional.empty();
        }
        // The first task names them all: the same task can go on again, but not at the same moment.
        String key = "task-handover/%s/%s".formatted(handovers.get(0).taskId(), clock.instant());
        boolean urgent = handovers.stream().anyMatch(this::isUrgent);
        List<Instant> letters = new ArrayList<>();
        byPerson(handovers, TaskHandover::to)
                .forEach((person, tasks) -> add(key, person, urgent, tasks, model("Вам передано", tasks, this::asGot))
                        .ifPresent(letters::add));
        byPerson(handovers, TaskHandover::from).forEach((person, tasks) -> add(
                        key, person, urgent, tasks, model("Вы отсутствуете, передано", tasks, this::asLost))
                .ifPresent(letters::add));
        return letters.stream().findFirst().map(sendAt -> new HandoverLetters(key, sendAt));
    }

    private static Map<String, List<TaskHandover>> byPerson(
            List<TaskHandover> handovers, Function<TaskHandover, String> person) {
        return handovers.stream()
                .filter(handover -> person.apply(handover) != null)
                .collect(Collectors.groupingBy(person, TreeMap::new, Collectors.toList()));
    }

    private boolean isUrgent(TaskHandover handover) {
        return handover.number() != null
                && incidents
                        .find(handover.number())
                        .filter(incident -> incident.severity() == Severity.P0)
                        .isPresent();
    }

    private Optional<Instant> add(
            String key, String recipient, boolean urgent, List<TaskHandover> handovers, Map<String, Object> model) {
        IncidentNumber only = handovers.size() == 1 ? handovers.get(0).number() : null;
        return notifications.add(new Notice(
                key, Objects.toString(only, null), Set.of(recipient), urgent, 0, "tasks-handed-over", model));
    }

    private Map<String, Object> model(
            String beginning, List<TaskHandover> handovers, Function<TaskHandover, String> words) {
        int count = handovers.size();
        return Map.of(
                "title",
                "%s: %d %s".formatted(beginning, count, RussianNumbers.agree(count, "задача", "задачи", "задач")),
                "lines",
                handovers.stream().map(handover -> line(handover, words)).toList(),
                "tasks",
                address.linkTo("/camunda/app/tasklist/"));
    }

    private Line line(TaskHandover handover, Function<TaskHandover, String> words) {
        String text = Stream.of(
                        Objects.toString(handover.number(), null),
                        "«%s»".formatted(handover.task()),
                        handover.due() == null ? null : "до " + RussianDates.moment(handover.due(), zone),
                        words.apply(handover))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return new Line(text, handover.number() == null ? null : address.linkTo("/incidents/" + handover.number()));
    }

    private String asGot(TaskHandover handover) {
        return "отсутствует " + directory.fullName(handover.from());
    }

    private String asLost(TaskHandover handover) {
        return handover.to() == null ? "возвращена в общий список" : "теперь у: " + directory.fullName(handover.to());
    }
}
