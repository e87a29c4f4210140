package ru.cur.incident.process;

import static ru.cur.incident.process.AppealDisposalProcess.Variables.DISPOSAL;
import static ru.cur.incident.process.AppealDisposalProcess.Variables.NO_ANSWER_GROUND;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import ru.cur.incident.Appeals;
import ru.cur.incident.NoAnswerGround;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;

/** An operator proposes not to answer an appeal in substance. */
@Component
class Disposals {
    private final Appeals appeals;

    Disposals(Appeals appeals) {
        this.appeals = appeals;
    }

    /** What he has typed, taken out of the process. */
    record Typed(Optional<String> redirectedTo, Optional<String> why) {
        static Typed of(CompletedForm form) {
            return new Typed(
                    form.optionalText(AppealDisposalProcess.Texts.REDIRECTED_TO),
                    form.optionalText(AppealDisposalProcess.Texts.NO_ANSWER));
        }
    }

    void propose(DelegateTask task, Typed typed, String actor) {
        CompletedForm form = new CompletedForm(task);
        switch (form.choice(DISPOSAL, "Выберите: переадресовать или оставить без ответа")) {
            case REDIRECT ->
                appeals.proposeRedirect(
                        Cases.of(task),
                        typed.redirectedTo().orElseThrow(() -> new FormRefusal("Укажите, кому переадресовать")),
                        actor);
            case NO_ANSWER -> {
                NoAnswerGround ground = form.choice(NO_ANSWER_GROUND, "Выберите основание: какая часть статьи 11");
                appeals.proposeNoAnswer(
                        Cases.of(task),
                        ground,
                        typed.why().orElseThrow(() -> new FormRefusal("Поясните, почему основание подходит")),
                        actor);
            }
        }
    }
}
