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

/** The case as JSON. */
@RestController
@Tag(name = "Инциденты")
class IncidentController {
    private final CaseReader cases;

    IncidentController(CaseReader cases) {
        this.cases = cases;
    }

    @GetMapping("/api/incidents/{number}")
    @Operation(
            summary = "Инцидент по номеру",
            description = "Со сроками и с тем, у кого сколько был. В пределах прав вызывающего; чужой инцидент — 404.")
    IncidentJson show(@PathVariable String number, @Parameter(hidden = true) Authentication caller) {
        try {
            return IncidentJson.of(cases.find(number, caller));
        } catch (CaseNotFound nothing) {
            throw new ErrorResponseException(
                    HttpStatus.NOT_FOUND,
                    ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, nothing.getMessage()),
                    nothing);
        }
    }
}
