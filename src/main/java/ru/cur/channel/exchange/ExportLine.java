package ru.cur.channel.exchange;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * One line of a file of answers and statuses.
 *
 * @param answeredAt in the region's zone; null without an answer
 * @param promisedOn null when nothing is promised
 * @param body name of the responsible body; null while there is none
 */
record ExportLine(
        String number,
        String incidentNumber,
        String status,
        String answer,
        LocalDateTime answeredAt,
        LocalDate promisedOn,
        String body) {

    /** @return null when there is nothing to say */
    Object value(ExportField field) {
        return switch (field) {
            case NUMBER -> number;
            case INCIDENT -> incidentNumber;
            case STATUS -> status;
            case ANSWER -> answer;
            case ANSWERED_AT -> answeredAt;
            case PROMISED_ON -> promisedOn;
            case BODY -> body;
        };
    }
}
