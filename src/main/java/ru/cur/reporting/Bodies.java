package ru.cur.reporting;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What reports need to know of organisations. */
@Component
class Bodies {

    private final JdbcClient jdbc;

    Bodies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The full name; {@link ReportScope#NO_BODY} has one too. */
    Optional<String> nameOf(String id) {
        if (id.equals(ReportScope.NO_BODY)) {
            return Optional.of(SlaStatistics.NO_BODY_NAME);
        }
        return jdbc.sql("select name from organisation where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** Those of the groups that are organisations: the group of an organisation has its id. */
    List<String> among(Collection<String> groups) {
        return jdbc.sql("select id from organisation where id in (:groups)")
                .param("groups", groups)
                .query(String.class)
                .list();
    }
}
