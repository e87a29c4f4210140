package ru.cur.incident.process;

import static ru.cur.incident.process.AuthorQuestionProcess.Variables.ASKED_BY_BODY;
import static ru.cur.incident.process.AuthorQuestionProcess.Variables.MESSAGE_VERSION;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import ru.cur.incident.AuthorQuestions;
import ru.cur.platform.FormRefusal;

/** Somebody wants to ask the author. */
@Component
class QuestionForms {
    private final AuthorQuestions questions;

    QuestionForms(AuthorQuestions questions) {
        this.questions = questions;
    }

    /** @param byBody whether a body asks: the curator reads the question first */
    void ask(DelegateTask task, Optional<String> question, boolean byBody, String actor) {
        int version = questions.ask(
                Cases.of(task), question.orElseThrow(() -> new FormRefusal("Напишите вопрос автору")), actor);
        ASKED_BY_BODY.set(task, byBody);
        MESSAGE_VERSION.set(task, (long) version);
    }
}
