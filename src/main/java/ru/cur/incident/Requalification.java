package ru.cur.incident;

/**
 * What a curator says a case is about, where it is, and which rules hold for it.
 *
 * @param municipalityCode null to keep the place
 * @param address null to keep it
 * @param journal the line of the journal, for what becomes an appeal under 59-FZ; null where there is one or none is needed
 * @param reason in Russian, as typed
 */
public record Requalification(
        String categoryCode,
        LegalRegime regime,
        String municipalityCode,
        String address,
        Appeals.JournalEntry journal,
        String reason) {

    /** The same place, and no line of the journal. */
    public static Requalification of(String categoryCode, LegalRegime regime, String reason) {
        return new Requalification(categoryCode, regime, null, null, null, reason);
    }
}
