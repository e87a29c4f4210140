package ru.cur.modeling;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the list of what could not be moved: the log says it once, the list until the instance is moved or over. */
@Component
class UnmovedInstances {
    private static final String STILL_THERE =
            "exists (select 1 from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_"
                    + " where e.id_ = unmoved_instance.instance_id and d.version_ = unmoved_instance.version)";

    private final JdbcClient jdbc;

    UnmovedInstances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the same has been said of this instance before */
    boolean add(UnmovedInstance unmoved) {
        return jdbc.sql("insert into unmoved_instance"
                                + " (instance_id, business_key, process, version, latest_version, reason, noticed_at)"
                                + " values (:id, :key, :process, :version, :latest, :reason, :at)"
                                + " on conflict (instance_id) do update set version = excluded.version,"
                                + " latest_version = excluded.latest_version, reason = excluded.reason,"
                                + " noticed_at = excluded.noticed_at"
                                + " where (unmoved_instance.version, unmoved_instance.latest_version, unmoved_instance.reason)"
                                + " <> (excluded.version, excluded.latest_version, excluded.reason)")
                        .param("id", unmoved.instanceId())
                        .param("key", unmoved.businessKey())
                        .param("process", unmoved.process())
                        .param("version", unmoved.version())
                        .param("latest", unmoved.latestVersion())
                        .param("reason", unmoved.reason())
                        .param("at", Timestamp.from(unmoved.noticedAt()))
                        .update()
                == 1;
    }

    /** Oldest first. */
    List<UnmovedInstance> all() {
        return jdbc.sql("select * from unmoved_instance where " + STILL_THERE + " order by noticed_at, instance_id")
                .query((row, i) -> new UnmovedInstance(
                        row.getString("instance_id"),
                        row.getString("business_key"),
                        row.getString("process"),
                        row.getInt("version"),
                        row.getInt("latest_version"),
                        row.getString("reason"),
                        row.getTimestamp("noticed_at").toInstant()))
                .list();
    }

    /** Forgets those that are over, or have been moved since. */
    void tidy() {
        jdbc.sql("delete from unmoved_instance where not " + STILL_THERE).update();
    }
}
