package ru.cur.incident;

import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.reply.AnswerPublished;
import ru.cur.reply.Answers;
import ru.cur.reply.CommonAnswers;

/** Many authors, one cause: one case is worked on, the others wait for its answers and pass them on. */
@Service
@Transactional
public class MassIncidents {
    private final IncidentStore incidents;
    private final Triage triage;
    private final Answers answers;
    private final CommonAnswers common;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    MassIncidents(
            IncidentStore incidents,
            Triage triage,
            Answers answers,
            CommonAnswers common,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.incidents = incidents;
        this.triage = triage;
        this.answers = answers;
        this.common = common;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** What the case that is worked on means for one that waits. */
    public enum State {
        WAIT,
        ANSWER,
        ENDED
    }

    /**
     * What has been found in the main case.
     *
     * @param version the answer here that was taken from there; null when there is none to take
     * @param isFinal whether that answer is the final one
     */
    public record TakenOver(State state, Integer version, boolean isFinal) {}

    /**
     * The case waits for the answers of another one from now on.
     *
     * @throws CaseRefusal when there is no such case, it is this one, waits itself, is not sorted yet or has ended
     */
    public Incident join(IncidentNumber number, String mainNumber, String actor) {
        Incident main = triage.openTarget(number, mainNumber);
        if (main.marks().massNumber() != null) {
            throw new CaseRefusal("Инцидент %s сам ждёт ответа инцидента %s: укажите его"
                    .formatted(main.number(), main.marks().massNumber()));
        }
        if (main.marks().restriction() != null) {
            throw new CaseRefusal("К инциденту %s присоединить нельзя".formatted(main.number()));
        }
        if (!main.isSorted()) {
            throw new CaseRefusal("Инцидент %s ещё не разобран: сначала направьте его".formatted(main.number()));
        }
        if (!waitingFor(number).isEmpty()) {
            throw new CaseRefusal("Ответа инцидента %s ждут другие: присоединить его нельзя".formatted(number));
        }
        incidents.change(number).set("mass_number", main.number().value()).apply();
        triage.joined(number, main, actor);
        return main;
    }

    /** Takes over the latest published answer of the main case that this one has not got yet. */
    public TakenOver takeOver(IncidentNumber number) {
        Incident waiting = incidents.find(number).orElseThrow();
        // Its answer may be on the way out: who comes too late for it must find it here.
        Incident main = incidents.findForChange(waiting.marks().massNumber()).orElseThrow();
        Optional<Integer> version = common.takeOver(main.number().value(), number.value(), IncidentHistory.SYSTEM);
        if (version.isPresent()) {
            boolean isFinal = answers.latest(number.value()).orElseThrow().promisedOn() == null;
            return new TakenOver(State.ANSWER, version.get(), isFinal);
        }
        if (main.closedAt() == null) {
            return new TakenOver(State.WAIT, null, false);
        }
        incidents.change(number).set("mass_number", null).apply();
        return new TakenOver(State.ENDED, null, false);
    }

    /** The open cases that wait for the answers of this one. */
    List<IncidentNumber> waitingFor(IncidentNumber main) {
        return jdbc.sql("select number from incident where mass_number = :main and closed_at is null order by number")
                .param("main", main.value())
                .query((row, i) -> new IncidentNumber(row.getString("number")))
                .list();
    }

    @EventListener
    void on(AnswerPublished event) {
        tell(new IncidentNumber(event.number()));
    }

    @EventListener
    void on(CaseEnded event) {
        tell(event.number());
    }

    private void tell(IncidentNumber main) {
        waitingFor(main).forEach(number -> events.publishEvent(new MainCaseMoved(number)));
    }
}
