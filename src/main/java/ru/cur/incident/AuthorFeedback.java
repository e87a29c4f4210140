package ru.cur.incident;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Clocks;

/** What authors say of the final answer while its term runs: a mark, or that nothing is solved. */
@Service
@Transactional
public class AuthorFeedback {
    private static final int BEST = 5;

    private final IncidentStore incidents;
    private final IncidentHistory history;
    private final Clocks clocks;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AuthorFeedback(
            IncidentStore incidents,
            IncidentHistory history,
            Clocks clocks,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incidents = incidents;
        this.history = history;
        this.clocks = clocks;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One opinion.
     *
     * @param mark 1 (bad) to 5 (good); null when the author gave none
     * @param text his words; null without any
     * @param recordedBy the channel or the login of the person who wrote it down
     */
    public record Line(Integer mark, boolean solved, String text, Instant givenAt, String recordedBy) {}

    /**
     * The author gives a mark.
     *
     * @param text may be null
     * @throws CaseRefusal when there is no such mark, no such case, or nobody is asked for his opinion now
     */
    public void rate(IncidentNumber number, int mark, String text, String actor) {
        if (mark < 1 || mark > BEST) {
            throw new CaseRefusal("Оценка – от 1 до %d".formatted(BEST));
        }
        mustBeAsked(number);
        add(number, mark, true, text, actor);
        history.add(number, actor, "Автор поставил оценку %d".formatted(mark), text);
        events.publishEvent(new AuthorRated(number, mark));
    }

    /** The author says that nothing is solved. @throws CaseRefusal as for {@link #rate} */
    public void disagree(IncidentNumber number, String text, String actor) {
        mustBeAsked(number);
        add(number, null, false, text, actor);
        history.add(number, actor, "Автор: вопрос не решён", text);
        events.publishEvent(new AuthorDisagreed(number));
    }

    /** Whether an opinion would be taken now. */
    @Transactional(readOnly = true)
    public boolean isAsked(IncidentNumber number) {
        return clocks.open(number.value(), ClockKind.FEEDBACK).isPresent();
    }

    private void mustBeAsked(IncidentNumber number) {
        if (incidents.findForChange(number).isEmpty()) {
            throw new CaseRefusal("Инцидент %s не найден".formatted(number));
        }
        if (!isAsked(number)) {
            throw new CaseRefusal("Отзыв принимают, когда ответ дан и срок отзыва не прошёл");
        }
    }

    private void add(IncidentNumber number, Integer mark, boolean solved, String text, String actor) {
        jdbc.sql("insert into author_feedback (incident_id, mark, solved, text, given_at, recorded_by)"
                        + " select id, :mark, :solved, :text, :at, :actor from incident where number = :number")
                .param("mark", mark)
                .param("solved", solved)
                .param("text", text)
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", actor)
                .param("number", number.value())
                .update();
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Line> of(IncidentNumber number) {
        return jdbc.sql("select * from author_feedback"
                        + " where incident_id = (select id from incident where number = :number) order by id")
                .param("number", number.value())
                .query((row, i) -> new Line(
                        row.getObject("mark", Integer.class),
                        row.getBoolean("solved"),
                        row.getString("text"),
                        row.getTimestamp("given_at").toInstant(),
                        row.getString("recorded_by")))
                .list();
    }
}
