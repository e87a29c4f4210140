package ru.cur.lives;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is true of every case when its history is over. */
final class Ending {
    private static final String FAMILY = " (select id from incident where number in (:family)) ";

    /** Each finds what should not be. */
    private static final Map<String, String> FAULTS = new TreeMap<>(Map.ofEntries(
            left("act_ru_execution", "proc_inst_id_"),
            left("act_ru_task", "proc_inst_id_"),
            left("act_ru_job", "process_instance_id_"),
            left("act_ru_event_subscr", "proc_inst_id_"),
            left("act_ru_variable", "proc_inst_id_"),
            left("act_ru_incident", "proc_inst_id_"),
            Map.entry(
                    "cases that have not ended",
                    "select number || ' ' || status from incident where number in (:family)"
                            + " and (status not in ('CLOSED', 'REJECTED', 'MERGED') or closed_at is null)"),
            Map.entry(
                    "clocks that run",
                    "select incident_number || ' ' || kind from sla_clock where incident_number in (:family)"
                            + " and (state <> 'STOPPED' or stopped_at is null)"),
            Map.entry(
                    "ledgers that are open or do not add up",
                    "select o.incident_number from time_ledger_open o where incident_number in (:family) and (closed_at is null"
                            + " or closed_at - started_at <> (select coalesce(sum(calendar_seconds), 0) * interval '1 second'"
                            + " from time_ledger l where l.incident_number = o.incident_number))"),
            Map.entry(
                    "cases without a ledger",
                    "select number from incident where number in (:family)"
                            + " and number not in (select incident_number from time_ledger_open)"),
            Map.entry(
                    "requests that are open",
                    "select id::text from body_request where state = 'OPEN' and incident_id in" + FAMILY),
            Map.entry(
                    "time requests that are open",
                    "select id::text from time_request where state = 'OPEN' and incident_id in" + FAMILY),
            Map.entry(
                    "statuses that are not the last of the history",
                    "select number || ' ' || status from incident where number in (:family) and status <>"
                            + " (select s.status from incident_status s where s.incident_id = incident.id order by id desc limit 1)"),
            Map.entry(
                    "statuses out of order",
                    "select incident_id || ' ' || status from (select *, lag(since) over w as before, lag(status) over w as was,"
                            + " row_number() over w as n from incident_status where incident_id in" + FAMILY
                            + " window w as (partition by incident_id order by id)) s where since < before or status = was"
                            + " or was in ('CLOSED', 'REJECTED', 'MERGED') or (n = 1 and status <> 'NEW')"),
            Map.entry("endings without a reason", reasons()),
            Map.entry("authors without an answer", answers())));

    private final JdbcClient jdbc;

    Ending(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Map.Entry<String, String> left(String table, String instance) {
        return Map.entry(
                "rows left in " + table,
                "select r.id_ from " + table + " r join act_hi_procinst i on i.id_ = r." + instance
                        + " where i.business_key_ in (:family)");
    }

    /** An ending that is no answer says why. */
    private static String reasons() {
        return "select number || ' ' || status || ' ' || coalesce(result, '-') from incident i where number in (:family) and not"
                + " case when status = 'REJECTED' then reject_reason is not null and reject_text is not null"
                + " when status = 'MERGED' then master_number is not null"
                + " when result = 'NO_REPLY' then " + told("QUESTION")
                + " when result = 'REDIRECTED' then redirected_to is not null and " + told("NOTICE")
                + " when result = 'LEFT_UNANSWERED' then no_answer_ground is not null and"
                + " (no_answer_ground = 'NO_NAME_OR_ADDRESS' or " + told("NOTICE") + ")"
                + " when result = 'WITHDRAWN' then exists (select 1 from incident_event e where e.incident_id = i.id"
                + " and e.kind = 'Автор отозвал сообщение' and e.details is not null)"
                + " else result in ('SOLVED', 'EXPLAINED', 'REFUSED', 'NOT_CONFIRMED') and exists (select 1 from answer a"
                + " where a.incident_id = i.id and a.kind = 'FINAL' and a.state = 'PUBLISHED') end";
    }

    private static String told(String kind) {
        return "exists (select 1 from answer a join publication p on p.answer_id = a.id where a.incident_id = i.id"
                + " and a.kind = '" + kind + "' and p.state = 'PUBLISHED')";
    }

    /** Each message of a case that was answered has the latest answer; nobody's message got lost on the way. */
    private static String answers() {
        return "select i.number || ' ' || m.channel || ' ' || m.id from incident i join message m on m.incident_id = i.id"
                + " where i.number in (:family) and not m.follow_up and (status = 'MERGED' or"
                + " (status = 'CLOSED' and result in ('SOLVED', 'EXPLAINED', 'REFUSED', 'NOT_CONFIRMED') and not exists"
                + " (select 1 from answer a join publication p on p.answer_id = a.id and p.message_id = m.id"
                + " where a.incident_id = i.id and a.kind = 'FINAL' and a.state = 'PUBLISHED' and p.state = 'PUBLISHED'"
                + " and a.version = (select max(version) from answer last where last.incident_id = i.id"
                + " and last.kind in ('FINAL', 'INTERIM')))))";
    }

    void check(Set<String> family) {
        FAULTS.forEach((what, query) -> {
            List<String> found =
                    jdbc.sql(query).param("family", family).query(String.class).list();
            assertThat(found).as(what).isEmpty();
        });
    }
}
