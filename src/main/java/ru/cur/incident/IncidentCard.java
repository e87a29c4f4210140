package ru.cur.incident;

import java.util.List;
import ru.cur.reply.Answer;

/** All there is to read about a case, in one piece, with names instead of codes. Names are null where nothing is known yet. */
public record IncidentCard(
        Incident incident,
        String categoryName,
        String municipalityName,
        String bodyName,
        List<Message> messages,
        List<Answer> answers,
        List<Attachment> attachments,
        List<IncidentHistory.Line> history) {

    /** A link that belongs to the case: what the author attached, or a proof of the work. */
    public record Attachment(String kind, String url, String title) {}
}
