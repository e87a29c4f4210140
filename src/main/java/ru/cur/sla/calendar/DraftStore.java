package ru.cur.sla.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps drafts as they were entered. */
@Component
class DraftStore {
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    DraftStore(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @param version of the calendars that it has become; null while it is a draft */
    record Draft(long id, Instant at, String actor, CalendarEdit edit, Long version) {}

    long add(CalendarEdit edit, String actor) {
        return jdbc.sql("insert into calendar_draft (at, actor, title, content, state)"
                        + " values (:at, :actor, :title, :content, 'DRAFT') returning id")
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", actor)
                .param("title", edit.title())
                .param("content", written(edit))
                .query(Long.class)
                .single();
    }

    /** @throws UnknownDraft when there is none */
    Draft find(long id) {
        return jdbc.sql("select id, at, actor, content, version from calendar_draft where id = :id")
                .param("id", id)
                .query((row, i) -> draft(row))
                .optional()
                .orElseThrow(UnknownDraft::new);
    }

    private Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                read(row.getString("content")),
                row.getObject("version", Long.class));
    }

    void confirm(long id, long version) {
        jdbc.sql("update calendar_draft set state = 'CONFIRMED', version = :version where id = :id")
                .param("version", version)
                .param("id", id)
                .update();
    }

    private String written(CalendarEdit edit) {
        try {
            return json.writerFor(CalendarEdit.class).writeValueAsString(edit);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CalendarEdit read(String content) {
        try {
            return json.readValue(content, CalendarEdit.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
