package ru.cur.channel;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.incident.IncidentNumber;
import ru.cur.reply.Answer;

/** The answers that stand where everybody reads them, and to an author also what was written to him alone. */
@Service
@Transactional(readOnly = true)
public class PublicAnswers {
    private static final String FOR_ALL = "(kind in ('FINAL', 'INTERIM') and" + PublicCases.ANSWER_IS_PUBLIC + ")";
    /** A message that was split is answered in each of its cases: its author finds all of it at one place. */
    private static final String FOR_AUTHOR = "select answer_id from publication join message on message.id = message_id"
            + " where state = 'PUBLISHED' and message.channel = 'app' and external_id = :externalId";

    private final JdbcClient jdbc;

    PublicAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Newest first.
     *
     * @param main the case whose state is shown; whether it may be is the caller's to ask
     * @param externalId of the author's message in the channel {@code app}; null for everybody else
     */
    public List<PublicAnswer> of(IncidentNumber main, String externalId) {
        return jdbc.sql("select kind, text, promised_on, " + FOR_ALL
                        + " as for_all, (select min(published_at) from publication"
                        + " where answer_id = answer.id and state = 'PUBLISHED') as published_at,"
                        + " array(select id from attachment where answer_id = answer.id and with_answer order by id) as photos"
                        + " from answer where id in (select id from answer where incident_id ="
                        + " (select id from incident where number = :number) and " + FOR_ALL + " union " + FOR_AUTHOR
                        + ") order by published_at desc, id desc")
                .param("channels", PublicCases.CHANNELS)
                .param("number", main.value())
                .param("externalId", externalId)
                .query((row, i) -> read(row, externalId == null))
                .list();
    }

    private static PublicAnswer read(ResultSet row, boolean toOthers) throws SQLException {
        Date promisedOn = row.getDate("promised_on");
        Array photos = row.getArray("photos");
        return new PublicAnswer(
                Answer.Kind.valueOf(row.getString("kind")),
                toOthers ? PublicText.of(row.getString("text")) : row.getString("text"),
                row.getTimestamp("published_at").toInstant(),
                promisedOn == null ? null : promisedOn.toLocalDate(),
                row.getBoolean("for_all"),
                List.of((Long[]) photos.getArray()));
    }
}
