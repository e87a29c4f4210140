package ru.cur.reply.process;

import static ru.cur.reply.process.AuthorMessageProcess.Variables.MESSAGE_VERSION;
import static ru.cur.reply.process.ReplyPublicationProcess.Variables.DELIVERY_OUTCOME;
import static ru.cur.reply.process.ReplyPublicationProcess.Variables.INCIDENT_NUMBER;
import static ru.cur.reply.process.ReplyPublicationProcess.Variables.OTHER_MESSAGE_ID;
import static ru.cur.reply.process.ReplyPublicationProcess.Variables.PUBLISH_WAY;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;
import ru.cur.reply.Publications;
import ru.cur.reply.Publications.Next;
import ru.cur.reply.process.ReplyPublicationProcess.Texts;

/** Takes the way that a person has found to the next author, or the proof that he has been told. */
@Component
class PublishManuallyListener implements TaskListener { // userTask_publishManually
    private final Publications publications;

    PublishManuallyListener(Publications publications) {
        this.publications = publications;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        PublishWay way = form.choice(PUBLISH_WAY, "Выберите, как передать ответ автору");
        Optional<String> url = form.link(Texts.PUBLISHED_URL);
        Optional<String> note = form.optionalText(Texts.PUBLISH);
        String number = INCIDENT_NUMBER.from(task);
        Integer version = MESSAGE_VERSION.find(task).map(Long::intValue).orElse(null);
        Next next =
                switch (way) {
                    case SAME_WAY, PRIVATE_MESSAGE -> publications.sendOtherwise(number, version, way.way(), null);
                    case OTHER_CHANNEL -> publications.sendOtherwise(number, version, way.way(), otherMessage(task));
                    case BY_HAND ->
                        publications.deliveredByHand(
                                number,
                                version,
                                way.way(),
                                url.orElseThrow(() -> new FormRefusal(
                                        "Укажите ссылку на опубликованный ответ или на снимок экрана с ним")),
                                note.orElse(null),
                                form.actor());
                    case BY_PHONE ->
                        publications.deliveredByHand(
                                number,
                                version,
                                way.way(),
                                null,
                                note.orElseThrow(() -> new FormRefusal("Напишите, когда и кому передан ответ")),
                                form.actor());
                };
        DELIVERY_OUTCOME.set(task, next);
    }

    private static Long otherMessage(DelegateTask task) {
        try {
            return OTHER_MESSAGE_ID.find(task).map(Long::valueOf).orElse(null);
        } catch (NumberFormatException typed) {
            throw new FormRefusal("Выберите другой канал из списка");
        }
    }
}
