package ru.cur.channel.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * What an author says of the final answer: a mark, or that nothing is solved.
 *
 * @param mark a number and not an int, which would take 4.5 for 4
 */
@Schema(description = "Отзыв автора: либо оценка, либо solved: false")
record FeedbackRequest(
        @Schema(description = "Оценка от 1 до 5", type = "integer", minimum = "1", maximum = "5", example = "4")
        @DecimalMin(value = "1", message = BAD_MARK)
        @DecimalMax(value = "5", message = BAD_MARK)
        @Digits(integer = 1, fraction = 0, message = BAD_MARK)
        BigDecimal mark,

        @Schema(description = "false: автор считает, что вопрос не решён; тогда без оценки")
        Boolean solved,

        @Schema(description = "Слова автора", example = "Спасибо, быстро!")
        @Size(max = 4_000, message = "не длиннее 4000 знаков")
        @Pattern(regexp = MessageRequest.STORABLE, message = MessageRequest.UNSTORABLE)
        String text) {

    private static final String BAD_MARK = "целое число от 1 до 5";

    /** @throws InvalidField when it is neither of the two, or both */
    boolean givesMark() {
        boolean unsolved = Boolean.FALSE.equals(solved);
        if (mark != null && unsolved) {
            throw new InvalidField("mark", "оценку ставят решённому вопросу: оставьте mark или solved: false");
        }
        if (mark == null && !unsolved) {
            throw new InvalidField("mark", "нужна оценка или solved: false");
        }
        return mark != null;
    }

    /** Null without any. */
    String words() {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
