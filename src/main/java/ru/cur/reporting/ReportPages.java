package ru.cur.reporting;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The managers' pages: figures per body, and the cases behind each figure. */
@Controller
class ReportPages {

    private static final int CASES_PER_PAGE = 50;

    private final ReportRequests requests;
    private final SlaStatistics statistics;
    private final TimeStatistics times;
    private final CalendarWarning calendar;
    private final RussianFormat format;

    ReportPages(
            ReportRequests requests,
            SlaStatistics statistics,
            TimeStatistics times,
            CalendarWarning calendar,
            RussianFormat format) {
        this.requests = requests;
        this.statistics = statistics;
        this.times = times;
        this.calendar = calendar;
        this.format = format;
    }

    @ModelAttribute("ru")
    RussianFormat format() {
        return format;
    }

    @ModelAttribute("choices")
    List<PeriodChoice> choices() {
        return PeriodChoice.at(requests.today());
    }

    @GetMapping("/reports")
    String figures(
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            Authentication caller,
            Model model,
            HttpServletResponse response) {
        ReportScope scope = requests.scope(caller);
        scope.bodyId().ifPresent(own -> model.addAttribute("ownBody", requests.nameOf(own)));
        model.addAttribute("missingYear", calendar.missingYear(requests.today()).orElse(null));
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        try {
            ReportPeriod period = requests.period(from, to);
            model.addAttribute("from", period.from());
            model.addAttribute("to", period.to());
            model.addAttribute("figures", statistics.of(period, scope));
            model.addAttribute("charged", times.of(period, scope));
            model.addAttribute("timeTitle", ReportNotes.TIME_TITLE);
            model.addAttribute("timeNote", ReportNotes.TIME_OF_PARTIES);
            model.addAttribute("counting", ReportNotes.COUNTING);
            model.addAttribute("times", ReportNotes.TIMES);
        } catch (BadReportRequest bad) {
            // The form stays on the page, so that the date can be corrected where it was typed.
            model.addAttribute("problem", bad.getMessage());
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        return "reports/sla";
    }

    @GetMapping("/reports/cases")
    String cases(
            @RequestParam(required = false) String body,
            @RequestParam(required = false) String group,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) String page,
            Authentication caller,
            Model model) {
        CaseQuery query = requests.cases(caller, body, group, from, to);
        model.addAttribute("query", query);
        model.addAttribute("body", query.body().orElse(""));
        model.addAttribute("bodyName", query.body().map(requests::nameOf).orElse("Все организации"));
        model.addAttribute("page", statistics.page(query, requests.page(page), CASES_PER_PAGE));
        return "reports/cases";
    }
}
