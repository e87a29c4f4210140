package ru.cur.reply;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.reply.AnswerDrafts.Draft;
import ru.cur.reply.AnswerStore.NewAnswer;

/** The versions of a case's answers, from draft to approval; and its questions and notices to the authors. */
@Service
@Transactional
public class Answers {
    private final AnswerStore store;
    private final AnswerDrafts drafts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Answers(AnswerStore store, AnswerDrafts drafts, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds a version composed of parts.
     *
     * @param typed the text as a person has edited it; null or blank to compose it. When it is still what was composed of the
     *     version before, it is composed anew of the new parts
     * @param templateId the template that the person has chosen; null without one
     * @return the number of the version
     * @throws AnswerRefusal when nothing is said, or a check refuses the text
     */
    public int submit(String number, AnswerParts parts, String typed, Long templateId, String actor) {
        parts.check();
        boolean stale = typed != null
                && latest(number)
                        .filter(before -> wasComposed(number, before, typed))
                        .isPresent();
        Draft draft = drafts.of(number, parts, stale ? null : typed);
        return add(number, new NewAnswer(parts.kind(), draft, parts, templateId, actor, Answer.State.DRAFT));
    }

    private boolean wasComposed(String number, Answer before, String typed) {
        return typed.strip().equals(before.text().strip())
                && !before.parts().isEmpty()
                && drafts.of(number, before.parts(), null).text().equals(before.text());
    }

    /**
     * Adds a version that a person has written as one text.
     *
     * @param promisedOn the date that the text promises; null makes the answer final
     * @return the number of the version
     * @throws AnswerRefusal when a check refuses the text
     */
    public int submit(String number, String text, LocalDate promisedOn, String actor) {
        String words = AnswerText.withoutGreeting(text);
        AnswerParts parts =
                promisedOn == null ? AnswerParts.done(words) : new AnswerParts(null, words, promisedOn, null, null);
        Draft draft = drafts.of(number, parts, text);
        return add(number, new NewAnswer(parts.kind(), draft, parts, null, actor, Answer.State.DRAFT));
    }

    /**
     * Adds a question or a notice, which needs no approval; {@link Publications#publish(String, int)} brings it to the authors.
     *
     * @return the number of the version
     * @throws AnswerRefusal when a check refuses the text
     */
    public int addMessage(String number, Answer.Kind kind, String text, String actor) {
        if (kind.isAnswer()) {
            throw new IllegalArgumentException(kind + " is no message beside the answers");
        }
        Draft draft = drafts.of(number, AnswerParts.NONE, text).withoutWarnings(); // nobody approves it
        return add(number, new NewAnswer(kind, draft, AnswerParts.NONE, null, actor, Answer.State.APPROVED));
    }

    private int add(String number, NewAnswer answer) {
        answer.draft().refusal().ifPresent(sentence -> {
            throw new AnswerRefusal(sentence);
        });
        int version = store.insert(number, answer, Timestamp.from(clock.instant()));
        if (answer.kind().isAnswer()) {
            events.publishEvent(new AnswerSubmitted(number, version, answer.actor()));
        }
        return version;
    }

    /** Sends the latest version back. */
    public void sendBack(String number, String reasonTitle, String text, String actor) {
        store.decide(
                theLatest(number).id(),
                Answer.State.RETURNED,
                reasonTitle,
                text,
                actor,
                Timestamp.from(clock.instant()));
        events.publishEvent(new AnswerReturned(number, reasonTitle, text, actor));
    }

    /** Somebody who must agree with the latest version does; whether others must, too, the diagram says. */
    public void agree(String number, String actor) {
        Answer draft = theLatest(number);
        store.decide(draft.id(), draft.state(), null, null, actor, Timestamp.from(clock.instant()));
    }

    /** Who agreed is not the last one: a vice-governor has to read the latest version, too. */
    public void passOn(String number) {
        events.publishEvent(new AnswerEndorsed(number, theLatest(number).decidedBy()));
    }

    /** Lets the latest version be published, as everybody has agreed with it. */
    public void approve(String number) {
        Answer draft = theLatest(number);
        store.approve(draft.id());
        events.publishEvent(new AnswerApproved(number, draft.decidedBy()));
    }

    private Answer theLatest(String number) {
        return latest(number).orElseThrow(() -> new IllegalStateException("No answer for " + number));
    }

    /** The latest answer, not a question or a notice. */
    @Transactional(readOnly = true)
    public Optional<Answer> latest(String number) {
        List<Answer> versions = of(number);
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /** All answers, oldest first, without questions and notices. */
    @Transactional(readOnly = true)
    public List<Answer> of(String number) {
        return all(number).stream().filter(answer -> answer.kind().isAnswer()).toList();
    }

    /** Answers, questions and notices, oldest first. */
    @Transactional(readOnly = true)
    public List<Answer> all(String number) {
        return store.of(number);
    }

    /** One of them. @throws java.util.NoSuchElementException when there is no such version */
    @Transactional(readOnly = true)
    public Answer version(String number, int version) {
        return all(number).stream()
                .filter(answer -> answer.version() == version)
                .findFirst()
                .orElseThrow();
    }
}
