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

    /** The attachments that are links to the web. */
    public List<Attachment> links() {
        return attachments.stream()
                .filter(one -> one.fileName() == null && one.url().matches("https?://\\S+"))
                .toList();
    }

    /**
     * What belongs to the case beside words: what the author attached, a file, a proof of the work.
     *
     * @param kind {@code LINK} of the author, {@code FILE}, or {@code EVIDENCE}, which is a link or a file
     * @param url of a file: where its readers find it
     * @param title what it is, in Russian
     * @param fileName null for a link
     * @param mediaType found by the content; null for a link
     * @param size in bytes; null for a link
     */
    public record Attachment(
            long id, String kind, String url, String title, String fileName, String mediaType, Long size) {}
}
