package ru.cur.incident.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import ru.cur.incident.Incident;
import ru.cur.incident.IncidentCard;
import ru.cur.incident.Message;
import ru.cur.reply.Answer;
import ru.cur.sla.clock.ClockLine;
import ru.cur.sla.clock.SlaClock;
import ru.cur.sla.ledger.Charge;

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
        List<ClockJson> clocks,
        List<ChargeJson> timeLedger,
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

    record Terms(Instant triage, Instant acceptance, Instant firstAnswer, Instant answer, Instant control) {
        static Terms of(Incident incident) {
            return new Terms(
                    incident.triageDue(),
                    incident.acceptanceDue(),
                    incident.firstAnswerDue(),
                    incident.answerDue(),
                    incident.controlDue());
        }
    }

    record MessageJson(
            String channel, String externalId, String author, String text, String permalink, Instant publishedAt) {

        static MessageJson of(Message message) {
            return new MessageJson(
                    message.channel(),
                    message.externalId(),
                    message.authorName(),
                    message.currentText(),
                    message.permalink(),
                    message.publishedAt());
        }
    }

    record AnswerJson(int version, String kind, String state, String text, LocalDate promisedOn) {
        static AnswerJson of(Answer answer) {
            return new AnswerJson(
                    answer.version(), answer.kind().name(), answer.state().name(), answer.text(), answer.promisedOn());
        }
    }

    /**
     * A clock of the case, also one that is stopped.
     *
     * @param start from when it counts
     * @param due null while it is paused
     * @param remainingWorkingSeconds negative when it is overdue; null when it is stopped
     */
    record ClockJson(
            String kind,
            String kindTitle,
            int cycle,
            String state,
            Instant start,
            Instant due,
            Instant stopped,
            Long remainingWorkingSeconds,
            boolean late,
            Integer ladderLevel,
            Integer termsVersion,
            String explanation) {

        static ClockJson of(ClockLine line) {
            SlaClock clock = line.clock();
            return new ClockJson(
                    clock.kind().name(),
                    clock.kind().title(),
                    clock.cycle(),
                    clock.state().name(),
                    clock.startedAt(),
                    line.due(),
                    clock.stoppedAt().orElse(null),
                    line.remaining() == null ? null : line.remaining().toSeconds(),
                    line.isLate(),
                    line.ladderLevel(),
                    clock.termsVersion(),
                    line.explanation());
        }
    }

    /** @param to the present moment while {@code running} */
    record ChargeJson(
            String party,
            String partyTitle,
            Coded organisation,
            Instant from,
            Instant to,
            long workingSeconds,
            long calendarSeconds,
            boolean running,
            String note) {

        static ChargeJson of(Charge charge) {
            return new ChargeJson(
                    charge.party().name(),
                    charge.party().title(),
                    Coded.of(charge.organisationId(), charge.organisation()),
                    charge.from(),
                    charge.to(),
                    charge.working().toSeconds(),
                    charge.calendar().toSeconds(),
                    charge.running(),
                    charge.note());
        }
    }

    static IncidentJson of(CaseView view) {
        IncidentCard card = view.card();
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
                Terms.of(incident),
                incident.registeredAt(),
                incident.firstPublishedAt(),
                incident.closedAt(),
                view.clocks().stream().map(ClockJson::of).toList(),
                view.charges().stream().map(ChargeJson::of).toList(),
                incident.reopenNo(),
                incident.brokenPromises(),
                card.messages().stream().map(MessageJson::of).toList(),
                card.answers().stream().map(AnswerJson::of).toList(),
                card.attachments());
    }
}
