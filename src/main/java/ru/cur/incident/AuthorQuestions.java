package ru.cur.incident;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.reply.Answer;
import ru.cur.reply.Answers;
import ru.cur.sla.clock.CaseClocks;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Clocks;
import ru.cur.sla.ledger.Party;
import ru.cur.sla.ledger.TimeLedger;

/** Questions to the author: while he is to answer, the clocks stand still. */
@Service
@Transactional
public class AuthorQuestions {
    /** A court or an emergency may have stopped the clocks before: then the author's answer does not start them. */
    private static final String QUESTION = "вопрос автору";

    private final IncidentHistory history;
    private final StepClocks steps;
    private final Clocks clocks;
    private final TimeLedger ledger;
    private final Answers answers;

    AuthorQuestions(IncidentHistory history, StepClocks steps, Clocks clocks, TimeLedger ledger, Answers answers) {
        this.history = history;
        this.steps = steps;
        this.clocks = clocks;
        this.ledger = ledger;
        this.answers = answers;
    }

    /** @return the version under which the question will be published */
    public int ask(IncidentNumber number, String text, String actor) {
        int version = answers.addMessage(number.value(), Answer.Kind.QUESTION, text, actor);
        history.add(number, actor, "Вопрос автору", text);
        return version;
    }

    /** The curator lets a question out, in other words where he has any. @return the version to publish */
    public int reworded(IncidentNumber number, int version, Optional<String> text, String actor) {
        String asked = answers.version(number.value(), version).text();
        return text.filter(words -> !words.equals(asked))
                .map(words -> ask(number, words, actor))
                .orElse(version);
    }

    /** The curator does not let the question out. */
    public void refuse(IncidentNumber number, String why, String actor) {
        history.add(number, actor, "Вопрос автору отклонён", why);
    }

    /** The question is out: the author has the case. */
    public void startWaiting(IncidentNumber number) {
        clocks.change(number.value(), IncidentHistory.SYSTEM, change -> {
            if (!change.isPaused() && hasPausable(change)) {
                change.pause(QUESTION);
                ledger.pause(number.value(), Party.WAITING_AUTHOR);
            }
        });
        steps.start(number, ClockKind.CLARIFICATION, IncidentHistory.SYSTEM);
    }

    private static boolean hasPausable(CaseClocks change) {
        return change.all().stream()
                .anyMatch(clock -> !clock.isStopped() && clock.kind().isPausable());
    }

    /** The author has answered, or need not. */
    public void stopWaiting(IncidentNumber number, boolean replied) {
        steps.stop(number, ClockKind.CLARIFICATION, IncidentHistory.SYSTEM);
        clocks.change(number.value(), IncidentHistory.SYSTEM, change -> {
            if (change.isPausedBecauseOf(QUESTION)) {
                change.resume();
                ledger.resumeIfPaused(number.value());
            }
        });
        history.add(
                number,
                IncidentHistory.SYSTEM,
                replied ? "Автор ответил на вопрос" : "Автор на вопрос не ответил: работаем с тем, что известно",
                null);
    }
}
