package ru.cur.incident;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.directory.Directory;
import ru.cur.platform.database.OneAtATime;

/** What cases keep of the tasks that go to others because somebody is away, and who is told of it. */
@Service
@Transactional
public class TaskHandovers {
    private final IncidentStore incidents;
    private final IncidentHistory history;
    private final HandoverNotices notices;
    private final Directory directory;
    private final JdbcClient jdbc;

    TaskHandovers(
            IncidentStore incidents,
            IncidentHistory history,
            HandoverNotices notices,
            Directory directory,
            JdbcClient jdbc) {
        this.incidents = incidents;
        this.history = history;
        this.notices = notices;
        this.directory = directory;
        this.jdbc = jdbc;
    }

    /** Waits until nobody else, on any node, hands tasks over; others wait until this transaction ends. */
    public void takeTurn() {
        OneAtATime.hold(jdbc, "task-handover");
    }

    /** Writes it into the history of the case. */
    public void record(TaskHandover handover) {
        if (handover.number() == null) {
            return;
        }
        String kind = "Исполнитель отсутствует: "
                + (handover.to() == null ? "задача возвращена в общий список" : "задача передана");
        history.add(handover.number(), IncidentHistory.SYSTEM, kind, details(handover));
    }

    private String details(TaskHandover handover) {
        String before = "«%s»: %s".formatted(handover.task(), directory.fullName(handover.from()));
        if (handover.to() != null) {
            return before + " → " + directory.fullName(handover.to());
        }
        return handover.unfit() == null
                ? before + ". Замещать некому"
                : before + ". Замещающему эта задача не предложена: " + directory.fullName(handover.unfit());
    }

    /** The executor of the case is another one from now on. @param to null while there is none */
    public void executorReplaced(IncidentNumber number, String from, String to) {
        incidents
                .findForChange(number)
                .filter(incident -> from.equals(incident.executorId()))
                .ifPresent(incident ->
                        incidents.change(number).set("executor_id", to).apply());
    }

    /** Somebody has taken a task of a case whose executor had been away: he is the executor now. */
    public void executorFound(IncidentNumber number, String login) {
        incidents.change(number).set("executor_id", login).apply();
        history.add(number, login, "Назначен исполнитель", directory.fullName(login));
    }

    /**
     * Tells those who have got tasks, and those who had them.
     *
     * @return what is to be sent when; empty when nobody gets a letter
     */
    public Optional<HandoverLetters> tell(List<TaskHandover> handovers) {
        return notices.add(handovers);
    }
}
