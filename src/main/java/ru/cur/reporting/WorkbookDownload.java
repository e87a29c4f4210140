package ru.cur.reporting;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.ss.usermodel.Workbook;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The workbook beside the page, with the same parameters. */
@Controller
class WorkbookDownload {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ReportRequests requests;
    private final SlaStatistics statistics;
    private final TimeStatistics times;
    private final SlaWorkbook workbooks;
    private final RussianFormat format;
    private final TransactionTemplate oneSnapshot;

    WorkbookDownload(
            ReportRequests requests,
            SlaStatistics statistics,
            TimeStatistics times,
            SlaWorkbook workbooks,
            RussianFormat format,
            PlatformTransactionManager transactions) {
        this.requests = requests;
        this.statistics = statistics;
        this.times = times;
        this.workbooks = workbooks;
        this.format = format;
        // Figures and cases are two queries; between them a case may be answered, and the sheets would differ.
        this.oneSnapshot = new TransactionTemplate(transactions);
        oneSnapshot.setReadOnly(true);
        oneSnapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @GetMapping("/reports/sla.xlsx")
    void workbook(
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            Authentication caller,
            HttpServletResponse response)
            throws IOException {
        CaseQuery everything = new CaseQuery(requests.period(from, to), requests.scope(caller), CaseGroup.ALL);
        try (Workbook book = oneSnapshot.execute(begun -> build(everything))) {
            response.setContentType(XLSX);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, fileName(everything.period()));
            book.write(response.getOutputStream());
        }
    }

    private Workbook build(CaseQuery query) {
        SlaFigures figures = statistics.of(query.period(), query.scope());
        TimeFigures charged = times.of(query.period(), query.scope());
        return workbooks.of(figures, charged, cases -> statistics.forEachCase(query, figures.asOf(), cases));
    }

    private String fileName(ReportPeriod period) {
        String name = "Сроки ответов %s-%s.xlsx".formatted(format.day(period.from()), format.day(period.to()));
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
