package ru.cur.reply.process;

import static ru.cur.reply.process.ReplyPublicationProcess.Variables.INCIDENT_NUMBER;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;
import ru.cur.reply.Publications;
import ru.cur.reply.process.ReplyPublicationProcess.Texts;

/** Keeps where and how a person has told the answer. */
@Component
class PublishManuallyListener implements TaskListener { // userTask_publishManually
    private final Publications publications;

    PublishManuallyListener(Publications publications) {
        this.publications = publications;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        Optional<String> url = form.link(Texts.PUBLISHED_URL);
        Optional<String> note = form.optionalText(Texts.PUBLISH);
        if (url.isEmpty() && note.isEmpty()) {
            throw new FormRefusal("Укажите ссылку на опубликованный ответ или как он передан автору");
        }
        publications.publishedByHand(INCIDENT_NUMBER.from(task), url.orElse(null), note.orElse(null), form.actor());
    }
}
