package ru.cur.platform;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.context.Context;

/** What a person sent with a task or to start a process. Texts are taken out of the process as they are read: they belong in our tables. */
public final class CompletedForm {
    private static final int LONGEST_TEXT = 4000; // columns of the engine, and of every network but one

    private final VariableScope scope;

    public CompletedForm(VariableScope scope) {
        this.scope = scope;
    }

    /** Login of the person who sent the form; null when the program did. */
    public String actor() {
        String authenticated = Context.getCommandContext().getAuthenticatedUserId();
        return authenticated == null && scope instanceof DelegateTask task ? task.getAssignee() : authenticated;
    }

    /** @throws FormRefusal with the question when the choice was not made or is none of those offered */
    public <E extends Enum<E>> E choice(ProcessVariable<E> variable, String question) {
        try {
            return variable.find(scope).orElseThrow(() -> new FormRefusal(question));
        } catch (IllegalArgumentException e) {
            throw new FormRefusal(question);
        }
    }

    /** @throws FormRefusal with the request when the text is missing */
    public String text(ProcessVariable<String> variable, String request) {
        return optionalText(variable).orElseThrow(() -> new FormRefusal(request));
    }

    /** @throws FormRefusal when the text is too long or holds a zero character, which no table can store */
    public Optional<String> optionalText(ProcessVariable<String> variable) {
        Optional<String> text = variable.take(scope).map(String::strip);
        text.ifPresent(CompletedForm::check);
        return text;
    }

    private static void check(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new FormRefusal(
                    "Текст длиннее %d знаков (сейчас %d). Сократите его.".formatted(LONGEST_TEXT, text.length()));
        }
        if (text.indexOf('\0') >= 0) {
            throw new FormRefusal("В тексте есть недопустимый знак с кодом 0. Наберите текст заново.");
        }
    }

    /** @throws FormRefusal when the value is not a date */
    public Optional<LocalDate> date(ProcessVariable<String> variable) {
        return variable.take(scope).map(value -> {
            try {
                return LocalDate.parse(value.length() > 10 ? value.substring(0, 10) : value);
            } catch (DateTimeException e) {
                throw new FormRefusal("«%s» — не дата".formatted(value));
            }
        });
    }

    /** @throws FormRefusal with the request when the value is no whole number above zero */
    public int count(ProcessVariable<Long> variable, String request) {
        Object value = scope.getVariable(variable.name());
        scope.removeVariable(variable.name());
        if (value instanceof Number number && number.intValue() > 0 && number.doubleValue() == number.intValue()) {
            return number.intValue();
        }
        throw new FormRefusal(request);
    }

    /** A link to the web; anything else would be opened by the reader's browser as something else. */
    public Optional<String> link(ProcessVariable<String> variable) {
        Optional<String> link = optionalText(variable);
        if (link.isPresent() && !link.get().matches("https?://\\S+")) {
            throw new FormRefusal("Ссылка должна начинаться с http:// или https:// и не содержать пробелов");
        }
        return link;
    }
}
