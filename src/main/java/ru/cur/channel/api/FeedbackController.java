package ru.cur.channel.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ru.cur.channel.FewTries;
import ru.cur.incident.AuthorFeedback;
import ru.cur.incident.IncidentCards;
import ru.cur.incident.IncidentNumber;

/** Takes from programs what authors say of the final answer. */
@RestController
@Tag(name = "Приём сообщений")
class FeedbackController {
    private final AuthorFeedback feedback;
    private final IncidentCards cards;

    FeedbackController(AuthorFeedback feedback, IncidentCards cards) {
        this.feedback = feedback;
        this.cards = cards;
    }

    @PostMapping("/api/incidents/{number}/feedback")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Передать отзыв автора об ответе",
            description = "Оценка или «вопрос не решён», пока идёт срок отзыва. «Не решён» возобновляет инцидент.",
            security = @SecurityRequirement(name = "apiKey"))
    @ApiResponse(responseCode = "204", description = "Отзыв записан")
    @ApiResponse(responseCode = "400", description = "Поле с ошибкой названо в errors")
    @ApiResponse(responseCode = "401", description = "Неверный ключ")
    @ApiResponse(responseCode = "404", description = "Такого инцидента нет")
    @ApiResponse(responseCode = "409", description = "Отзыва сейчас не ждут: ответа ещё нет или срок прошёл")
    @ApiResponse(responseCode = "503", description = "Инцидент сейчас меняют другие: ничего не принято, повторите")
    void give(
            @Parameter(description = "Номер инцидента", example = "ПК-2026-000123") @PathVariable String number,
            @Valid @RequestBody FeedbackRequest request,
            @Parameter(hidden = true) @RequestAttribute(IntakeFilter.CALLER) String caller) {
        IncidentNumber known = known(number);
        boolean mark = request.givesMark();
        FewTries.run(() -> {
            if (mark) {
                feedback.rate(known, request.mark().intValueExact(), request.words(), caller);
            } else {
                feedback.disagree(known, request.words(), caller);
            }
        });
    }

    private IncidentNumber known(String number) {
        return parse(number)
                .filter(parsed -> cards.incident(parsed).isPresent())
                .orElseThrow(() -> new UnknownThing("Инцидент %s не найден".formatted(number)));
    }

    private static Optional<IncidentNumber> parse(String number) {
        try {
            return Optional.of(new IncidentNumber(number));
        } catch (IllegalArgumentException notANumber) {
            return Optional.empty();
        }
    }
}
