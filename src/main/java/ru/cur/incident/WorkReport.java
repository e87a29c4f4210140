package ru.cur.incident;

/**
 * What a body says of its work.
 *
 * @param result what will stand as the result of the case if nothing changes it
 * @param ground why it cannot be done; null when it can
 * @param norm the norm on which the refusal rests, as the executor writes it; null when there is no refusal
 */
public record WorkReport(IncidentResult result, String text, WorkEvidence evidence, RefusalGround ground, String norm) {

    /** All of it in one paragraph. */
    String words() {
        String refusal = ground == null ? "" : "\nОснование отказа: %s. Норма: %s".formatted(ground.title(), norm);
        return text + evidence.whereAndWhen() + refusal;
    }
}
