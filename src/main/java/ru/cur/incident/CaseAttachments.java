package ru.cur.incident;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that people add to a case while they work on it. */
@Component
class CaseAttachments {
    /** Shows what was done. */
    static final String EVIDENCE = "EVIDENCE";
    /** Justifies what was decided, or answers a request for documents. */
    static final String DOCUMENT = "DOCUMENT";

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseAttachments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param title what it is, in Russian */
    void add(IncidentNumber number, String kind, String title, String url, String actor) {
        jdbc.sql("insert into attachment (incident_id, kind, url, title, added_by, added_at)"
                        + " select id, :kind, :url, :title, :actor, :at from incident where number = :number")
                .param("kind", kind)
                .param("url", url)
                .param("title", title)
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .param("number", number.value())
                .update();
    }
}
