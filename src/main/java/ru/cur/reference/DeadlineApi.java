package ru.cur.reference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ru.cur.sla.clock.Explanation;

/** Lets other programs compute by when a term ends, by the same calendars as the program itself. */
@RestController
@Tag(name = "Сроки")
class DeadlineApi {
    private final DeadlineRequests requests;

    DeadlineApi(DeadlineRequests requests) {
        this.requests = requests;
    }

    @GetMapping(path = "/api/sla/deadlines", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "До какого момента даётся срок, и почему",
            description = "Производственный календарь страны и рабочие часы региона или организации.")
    @ApiResponse(responseCode = "200", description = "Срок в UTC и его расчёт")
    @ApiResponse(
            responseCode = "400",
            description = "Параметры с ошибкой названы в errors",
            useReturnTypeSchema = false)
    @ApiResponse(responseCode = "404", description = "Такой организации нет", useReturnTypeSchema = false)
    DeadlineJson deadline(
            @Parameter(description = "Начало: 2026-11-23T10:00:00+10:00 или 2026-11-23T10:00 по времени региона")
                    @RequestParam(required = false)
                    String start,
            @Parameter(description = "Сколько единиц: от 1 до " + DeadlineRequests.LONGEST)
                    @RequestParam(required = false)
                    String amount,
            @Parameter(
                            description = "WORKING_MINUTES, WORKING_HOURS, WORKING_DAYS, CALENDAR_MINUTES,"
                                    + " CALENDAR_HOURS или CALENDAR_DAYS")
                    @RequestParam(required = false)
                    String unit,
            @Parameter(description = "region или код организации; без него region") @RequestParam(required = false)
                    String calendar,
            @Parameter(description = "Для CALENDAR_DAYS: BACKWARD, FORWARD или NONE") @RequestParam(required = false)
                    String roll) {
        DeadlineRequests.Question question = requests.read(start, amount, unit, calendar, roll);
        Explanation explanation = requests.answer(question);
        return DeadlineJson.of(explanation, question.calendar().version());
    }

    @ExceptionHandler
    ProblemDetail onInvalid(InvalidQuestion invalid) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, invalid.getMessage());
        problem.setTitle("Неверный параметр");
        problem.setProperty("errors", invalid.errors());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail onAbsence(NothingThere nothing) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, nothing.getMessage());
        problem.setTitle("Не найдено");
        return problem;
    }
}
