package ru.cur.incident;

import java.time.Instant;

/**
 * A case as it stands. Moments are in UTC; null means: not yet.
 *
 * @param bodyId the responsible body, null before routing
 * @param executorId login of the person who took the case on, null before acceptance
 * @param answerDue term of the answer that is being worked on
 * @param controlDue until when the last promise must be proved, null without one
 */
public record Incident(
        IncidentNumber number,
        LegalRegime legalRegime,
        IncidentStatus status,
        IncidentResult result,
        String categoryCode,
        String municipalityCode,
        String address,
        Severity severity,
        boolean dangerToLife,
        String bodyId,
        String executorId,
        SlaState slaState,
        Instant registeredAt,
        Instant triagedAt,
        Instant triageDue,
        Instant acceptanceDue,
        Instant firstAnswerDue,
        Instant answerDue,
        Instant controlDue,
        Instant firstPublishedAt,
        Instant closedAt,
        int reopenNo,
        int brokenPromises) {

    static Incident registered(
            IncidentNumber number,
            LegalRegime regime,
            Suggested suggested,
            Severity severity,
            String address,
            Instant at) {
        return new Incident(
                number,
                regime,
                IncidentStatus.NEW,
                null,
                suggested.categoryCode(),
                suggested.municipalityCode(),
                address,
                severity,
                severity == Severity.P0,
                null,
                null,
                SlaState.ON_TIME,
                at,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                0);
    }

    /** Whether a person has read the message and decided what it is about. */
    public boolean isSorted() {
        return triagedAt != null;
    }

    /** What the words of the message suggest before a person has read it; null where they suggest nothing. */
    record Suggested(String categoryCode, String municipalityCode) {}
}
