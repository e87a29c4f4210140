package ru.cur.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.cur.reply.Recipients;
import ru.cur.reply.ReplyPublisher.Place;

/** Everyone who wrote about a case is answered in his own channel. */
@Component
class IncidentRecipients implements Recipients {
    private static final String MESSAGES = "select message.*, coalesce((select edit.text from message_edit edit"
            + " where edit.message_id = message.id and edit.version_at >= message.version_at"
            + " order by edit.version_at desc, edit.id desc limit 1), message.text) as current_text from message ";

    private final IncidentStore incidents;
    private final JdbcClient jdbc;

    IncidentRecipients(IncidentStore incidents, JdbcClient jdbc) {
        this.incidents = incidents;
        this.jdbc = jdbc;
    }

    @Override
    public List<Recipient> of(String number) {
        return jdbc.sql(MESSAGES
                        + "where incident_id = (select id from incident where number = :number) and not follow_up"
                        + " order by received_at, id")
                .param("number", number)
                .query((row, i) -> read(row))
                .list();
    }

    @Override
    public List<Recipient> hold(String number) {
        // A message that is attached in this moment is answered by this answer, or refused: see Triage.attach.
        Incident kept = incidents.findForChange(new IncidentNumber(number)).orElseThrow();
        return of(kept.number().value());
    }

    /** The same phone or mail anywhere, or the same name in this case, makes it the same author. */
    @Override
    public List<Recipient> elsewhere(String number, long messageId) {
        return jdbc.sql(
                        "select * from (select distinct on (found.channel) found.* from (" + MESSAGES
                                + ") found join message mine on mine.id = :message and mine.channel <> found.channel"
                                + " where (found.author_contact is not null and lower(found.author_contact) = lower(mine.author_contact))"
                                + " or (found.author_name = mine.author_name and found.incident_id = mine.incident_id)"
                                + " order by found.channel, found.received_at desc, found.id desc) newest order by received_at desc")
                .param("message", messageId)
                .query((row, i) -> read(row))
                .list();
    }

    private static Recipient read(ResultSet row) throws SQLException {
        return new Recipient(
                row.getLong("id"),
                new Place(
                        row.getString("channel"),
                        row.getString("external_id"),
                        row.getString("author_id"),
                        row.getString("thread")),
                row.getString("author_name"),
                row.getString("author_contact"),
                row.getString("permalink"),
                row.getString("current_text"));
    }
}
