package ru.cur.incident;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.OptionalLong;
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

    /** Keeps a link, or marks the file of the case that it leads to. @param title what it is, in Russian */
    void add(IncidentNumber number, String kind, String title, String url, String actor) {
        if (!isFileOfTheCase(number, kind, url)) {
            addLink(number, kind, title, url, actor);
        }
    }

    private boolean isFileOfTheCase(IncidentNumber number, String kind, String url) {
        OptionalLong file = AttachmentAddress.idIn(url, number);
        return file.isPresent()
                && jdbc.sql("update attachment set kind = :kind where id = :id and file_name is not null"
                                        + " and incident_id = (select id from incident where number = :number)")
                                .param("kind", kind)
                                .param("id", file.getAsLong())
                                .param("number", number.value())
                                .update()
                        > 0;
    }

    private void addLink(IncidentNumber number, String kind, String title, String url, String actor) {
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
