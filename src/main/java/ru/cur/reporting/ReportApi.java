package ru.cur.reporting;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of the pages for other programs. Days are those of the region, moments are UTC, hours are decimal. */
@RestController
@RequestMapping("/api/reports")
@Tag(name = "Отчёты")
class ReportApi {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final ReportRequests requests;
    private final SlaStatistics statistics;
    private final TimeStatistics times;

    ReportApi(ReportRequests requests, SlaStatistics statistics, TimeStatistics times) {
        this.requests = requests;
        this.statistics = statistics;
        this.times = times;
    }

    @GetMapping(path = "/sla", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Сроки первого ответа по организациям")
    SlaFigures figures(
            @Parameter(description = "Первый день, 2026-11-01; без него 30 дней до последнего")
                    @RequestParam(required = false)
                    String from,
            @Parameter(description = "Последний день, 2026-11-30; без него сегодня") @RequestParam(required = false)
                    String to,
            Authentication caller) {
        return statistics.of(requests.period(from, to), requests.scope(caller));
    }

    @GetMapping(path = "/sla.csv", produces = "text/csv")
    @Operation(summary = "То же в CSV: UTF-8, запятая, точка в дробях")
    ResponseEntity<byte[]> csv(
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            Authentication caller)
            throws IOException {
        return csv("sla.csv", SlaCsv.of(figures(from, to, caller)));
    }

    @GetMapping(path = "/time", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Кому сколько времени принадлежало, по организациям",
            description = "Секунды рабочего времени по сторонам журнала времени; сумма сторон равна totalSeconds")
    TimeFigures times(
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            Authentication caller) {
        return times.of(requests.period(from, to), requests.scope(caller));
    }

    @GetMapping(path = "/time.csv", produces = "text/csv")
    @Operation(summary = "То же в CSV: UTF-8, запятая")
    ResponseEntity<byte[]> timesCsv(
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            Authentication caller)
            throws IOException {
        return csv("time.csv", TimeCsv.of(times(from, to, caller)));
    }

    private static ResponseEntity<byte[]> csv(String fileName, String text) {
        ContentDisposition file =
                ContentDisposition.attachment().filename(fileName).build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onBadRequest(BadReportRequest bad) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "Неверный параметр", bad.getMessage());
        problem.setProperty("field", bad.field());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onDenied(AccessDeniedException denied) {
        return answer(problem(HttpStatus.FORBIDDEN, "Нет доступа", denied.getMessage()));
    }

    private static ProblemDetail problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        problem.setType(URI.create("about:blank"));
        return problem;
    }

    // Said outright, because the caller of the CSV may accept nothing but CSV.
    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
