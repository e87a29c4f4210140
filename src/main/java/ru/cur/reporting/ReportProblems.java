package ru.cur.reporting;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says on a page, in Russian, why there is no report. */
@ControllerAdvice(assignableTypes = {ReportPages.class, WorkbookDownload.class})
class ReportProblems {

    @ExceptionHandler
    ModelAndView onBadRequest(BadReportRequest bad) {
        return page(HttpStatus.BAD_REQUEST, "Отчёт не построен", bad.getMessage());
    }

    @ExceptionHandler
    ModelAndView onDenied(AccessDeniedException denied) {
        return page(HttpStatus.FORBIDDEN, "Нет доступа", denied.getMessage()).addObject("denied", true);
    }

    private static ModelAndView page(HttpStatus status, String title, String problem) {
        ModelAndView page = new ModelAndView("reports/problem", status);
        page.addObject("title", title);
        page.addObject("problem", problem);
        return page;
    }
}
