package ru.cur.incident;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

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
        int returns,
        int reopenNo,
        int brokenPromises,
        Marks marks) {

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
                0,
                0,
                Marks.NONE);
    }

    /** Whether a person has read the message and decided what it is about. */
    public boolean isSorted() {
        return triagedAt != null;
    }

    /**
     * What is noted beside the status.
     *
     * @param restriction why only named people may see the case; null when everybody may
     * @param originalDeleted whether the author has deleted his message in the network
     * @param repeatOf the case about the same thing that ended not long ago; null without one
     * @param massNumber the case whose answer this one waits for; null when it has its own work
     * @param complaintAgainstId the body that the appeal complains about; null without one
     */
    public record Marks(
            Restriction restriction,
            boolean personalControl,
            boolean originalDeleted,
            IncidentNumber repeatOf,
            IncidentNumber massNumber,
            String complaintAgainstId) {
        static final Marks NONE = new Marks(null, false, false, null, null, null);

        /** What people read of them, in Russian; empty without any. */
        public List<String> titles() {
            return Stream.of(
                            personalControl ? "личный контроль губернатора" : null,
                            restriction == null ? null : "доступ ограничен: " + restriction.title(),
                            repeatOf == null ? null : "повторное, раньше – " + repeatOf,
                            massNumber == null ? null : "ждёт ответа инцидента " + massNumber,
                            originalDeleted ? "автор удалил сообщение в сети" : null)
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    /** What the words of the message suggest before a person has read it; null where they suggest nothing. */
    record Suggested(String categoryCode, String municipalityCode) {}
}
