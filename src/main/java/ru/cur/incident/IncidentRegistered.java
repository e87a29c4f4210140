package ru.cur.incident;

/**
 * A new case exists. Listeners run in the transaction that registered it.
 *
 * @param number the case
 * @param regime which rules hold
 * @param severity suggested from the words of the message, a person will confirm it
 * @param dangerToLife suggested likewise
 * @param categoryCode suggested likewise; null when nothing is
 * @param municipalityCode where it happened, told by the channel or suggested; null when unknown
 */
public record IncidentRegistered(
        IncidentNumber number,
        LegalRegime regime,
        Severity severity,
        boolean dangerToLife,
        String categoryCode,
        String municipalityCode) {}
