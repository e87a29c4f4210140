package ru.cur.incident.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import ru.cur.incident.IncidentAccess;
import ru.cur.incident.IncidentCards;
import ru.cur.incident.IncidentNumber;

/** The case as JSON. */
@RestController
@Tag(name = "Инциденты")
class IncidentController {
    private final IncidentCards cards;

    IncidentController(IncidentCards cards) {
        this.cards = cards;
    }

    @GetMapping("/api/incidents/{number}")
    @Operation(summary = "Инцидент по номеру", description = "В пределах прав вызывающего; чужой инцидент — 404.")
    IncidentJson show(@PathVariable String number, @Parameter(hidden = true) Authentication caller) {
        try {
            return cards.find(new IncidentNumber(number))
                    .filter(card -> IncidentAccess.mayRead(caller, card.incident()))
                    .map(IncidentJson::of)
                    .orElseThrow(() -> notFound(number));
        } catch (IllegalArgumentException notANumber) {
            throw notFound(number);
        }
    }

    // The same answer for a case of another body: a number tells nothing to those whom it does not concern.
    private static ErrorResponseException notFound(String number) {
        return new ErrorResponseException(
                HttpStatus.NOT_FOUND,
                ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "Инцидент %s не найден".formatted(number)),
                null);
    }
}
