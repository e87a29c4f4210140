package ru.cur.platform.startup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** One line for the operator; the stack trace is there at debug level for whoever needs it. */
class OneLineReporter implements FailureAnalysisReporter {
    private static final Logger log = LoggerFactory.getLogger("ru.cur.startup");

    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println("Запуск не удался. " + analysis.getDescription());
        if (analysis.getAction() != null) {
            System.err.println(analysis.getAction());
        }
        log.debug("Start failed", analysis.getCause());
    }
}
