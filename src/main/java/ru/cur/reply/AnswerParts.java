package ru.cur.reply;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What an answer to a citizen consists of. A missing part is null.
 *
 * @param done what has been done
 * @param plan what will be done
 * @param promisedOn until when {@code plan} will be done: with it the answer is a promise that is kept under control
 * @param refusal why it can't be done
 * @param legalGround the norm on which {@code refusal} rests
 */
public record AnswerParts(String done, String plan, LocalDate promisedOn, String refusal, String legalGround) {
    public static final AnswerParts NONE = new AnswerParts(null, null, null, null, null);

    /** A text that is a piece of an answer already; nothing is promised. */
    public static AnswerParts done(String text) {
        return new AnswerParts(text, null, null, null, null);
    }

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return texts().findAny().isEmpty();
    }

    Stream<String> texts() {
        return Stream.of(done, plan, refusal).filter(Objects::nonNull);
    }

    Answer.Kind kind() {
        return promisedOn == null ? Answer.Kind.FINAL : Answer.Kind.INTERIM;
    }

    /** @throws AnswerRefusal when nothing is said, or a date or a norm stands without its text, or the other way round */
    void check() {
        if (isEmpty()) {
            throw new AnswerRefusal("Заполните хотя бы одну часть: что сделано, что будет сделано или почему нельзя");
        }
        if (promisedOn != null && plan == null) {
            throw new AnswerRefusal("Напишите, что будет сделано к обещанной дате");
        }
        if (refusal != null && legalGround == null) {
            throw new AnswerRefusal("Укажите нормативное основание отказа: закон, статью или пункт");
        }
        if (refusal == null && legalGround != null) {
            throw new AnswerRefusal("Напишите, почему сделать нельзя: указано только основание");
        }
    }
}
