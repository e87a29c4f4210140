package ru.cur.channel;

import java.time.Instant;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.IncidentResult;
import ru.cur.incident.IncidentStatus;

/**
 * What everybody may know of a case. One that was attached to another shows the state of that one.
 *
 * @param number under which the case was registered
 * @param main the case whose state it is; the same number mostly
 * @param result what came of it; null while it is open
 * @param agency name of the responsible body; null before routing
 * @param updatedAt when the status was reached
 * @param expectedAt when an answer, or what was promised, is due; null when nothing is
 * @param controlled whether the case waits for what an answer has promised; expectedAt is the end of that day then
 * @param address without flat; null before a person has read it, or when it names somebody
 * @param lat degrees, rounded to about a hundred metres; null like the address
 * @param answer text of the latest public answer; null while there is none
 * @param photo id of the first picture of that answer; null without one
 */
public record PublicCase(
        IncidentNumber number,
        IncidentNumber main,
        IncidentStatus status,
        IncidentResult result,
        String categoryCode,
        String categoryName,
        String agency,
        Instant registeredAt,
        Instant updatedAt,
        Instant expectedAt,
        boolean controlled,
        String address,
        Double lat,
        Double lon,
        String answer,
        Long photo) {}
