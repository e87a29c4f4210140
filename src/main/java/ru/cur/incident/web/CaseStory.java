package ru.cur.incident.web;

import java.util.List;
import org.springframework.stereotype.Component;
import ru.cur.incident.AuthorFeedback;
import ru.cur.incident.CaseStatus;
import ru.cur.incident.EmergencyCalls;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.StoppedSteps;

/**
 * What has become of a case, beside its history.
 *
 * @param stopped steps that wait for somebody to let them try again
 * @param statuses oldest first, as are the others
 */
record CaseStory(
        List<StoppedSteps.Step> stopped,
        List<CaseStatus.Line> statuses,
        List<EmergencyCalls.Line> calls,
        List<AuthorFeedback.Line> feedback) {

    /** Reads it. */
    @Component
    static class Reader {
        private final StoppedSteps stopped;
        private final CaseStatus statuses;
        private final EmergencyCalls calls;
        private final AuthorFeedback feedback;

        Reader(StoppedSteps stopped, CaseStatus statuses, EmergencyCalls calls, AuthorFeedback feedback) {
            this.stopped = stopped;
            this.statuses = statuses;
            this.calls = calls;
            this.feedback = feedback;
        }

        CaseStory of(IncidentNumber number) {
            return new CaseStory(stopped.of(number), statuses.of(number), calls.of(number), feedback.of(number));
        }
    }
}
