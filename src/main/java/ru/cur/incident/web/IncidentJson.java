package ru.cur.incident.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import ru.cur.incident.Incident;
import ru.cur.incident.IncidentCard;

/** A case for programs. Moments are in UTC; absent fields are not known yet. */
record IncidentJson(
        String number,
        String status,
        String statusTitle,
        String legalRegime,
        String severity,
        boolean dangerToLife,
        Coded category,
        Coded municipality,
        String address,
        Coded body,
        String slaState,
        String result,
        Terms terms,
        Instant registeredAt,
        Instant firstPublishedAt,
        Instant closedAt,
        int reopenNo,
        int brokenPromises,
        List<MessageJson> messages,
        List<AnswerJson> answers,
        List<IncidentCard.Attachment> attachments) {

    record Coded(String code, String name) {
        static Coded of(String code, String name) {
            return code == null ? null : new Coded(code, name);
        }
    }

    record Terms(Instant triage, Instant acceptance, Instant firstAnswer, Instant answer, Instant control) {}

    record MessageJson(
            String channel, String externalId, String author, String text, String permalink, Instant publishedAt) {}

    record AnswerJson(int version, String kind, String state, String text, LocalDate promisedOn) {}

    static IncidentJson of(IncidentCard card) {
        Incident incident = card.incident();
        return new IncidentJson(
                incident.number().value(),
                incident.status().name(),
                incident.status().title(),
                incident.legalRegime().name(),
                incident.severity().name(),
                incident.dangerToLife(),
                Coded.of(incident.categoryCode(), card.categoryName()),
                Coded.of(incident.municipalityCode(), card.municipalityName()),
                incident.address(),
                Coded.of(incident.bodyId(), card.bodyName()),
                incident.slaState().name(),
                incident.result() == null ? null : incident.result().name(),
                new Terms(
                        incident.triageDue(),
                        incident.acceptanceDue(),
                        incident.firstAnswerDue(),
                        incident.answerDue(),
                        incident.controlDue()),
                incident.registeredAt(),
                incident.firstPublishedAt(),
                incident.closedAt(),
                incident.reopenNo(),
                incident.brokenPromises(),
                card.messages().stream()
                        .map(message -> new MessageJson(
                                message.channel(),
                                message.externalId(),
                                message.authorName(),
                                message.currentText(),
                                message.permalink(),
                                message.publishedAt()))
                        .toList(),
                card.answers().stream()
                        .map(answer -> new AnswerJson(
                                answer.version(),
                                answer.kind().name(),
                                answer.state().name(),
                                answer.text(),
                                answer.promisedOn()))
                        .toList(),
                card.attachments());
    }
}
