package ru.cur.reporting;

import java.util.Optional;

/**
 * Which cases to count or to list.
 *
 * @param scope whose: of one body, of none ({@link ReportScope#NO_BODY}) or of all
 */
record CaseQuery(ReportPeriod period, ReportScope scope, CaseGroup group) {

    Optional<String> body() {
        return scope.bodyId();
    }
}
