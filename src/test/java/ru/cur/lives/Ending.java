package ru.cur.lives;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.cur.sla.ledger.LedgerBreak;
import ru.cur.sla.ledger.LedgerCheck;

/** What is true of every case when its history is over. */
final class Ending {
    private static final String MINE = " i.number = any (:numbers) ";
    private static final String FINAL = " ('CLOSED', 'REJECTED', 'MERGED') ";
    private static final String ANSWERED =
            " i.status = 'CLOSED' and i.result in ('SOLVED', 'EXPLAINED', 'REFUSED', 'NOT_CONFIRMED') ";

    /** Each finds what should not be, and begins with the number of its case. */
    private static final Map<String, String> FAULTS = Map.ofEntries(
            left("act_ru_execution", "proc_inst_id_"),
            left("act_ru_task", "proc_inst_id_"),
            left("act_ru_job", "process_instance_id_"),
            left("act_ru_event_subscr", "proc_inst_id_"),
            left("act_ru_variable", "proc_inst_id_"),
            left("act_ru_incident", "proc_inst_id_"),
            ofCases("it has not ended", "i.status", "(i.status not in" + FINAL + "or i.closed_at is null)"),
            Map.entry(
                    "a clock runs",
                    "select i.number, c.kind from sla_clock c join incident i on i.number = c.incident_number where"
                            + MINE + "and (c.state <> 'STOPPED' or c.stopped_at is null)"),
            Map.entry(
                    "its ledger is open or does not add up",
                    "select i.number, o.closed_at::text from incident i left join time_ledger_open o on"
                            + " o.incident_number = i.number where" + MINE
                            + "and (o.closed_at is null or o.closed_at - o.started_at"
                            + " <> (select coalesce(sum(calendar_seconds), 0) * interval '1 second' from time_ledger l"
                            + " where l.incident_number = i.number))"),
            Map.entry(
                    "a body or the CUR is still asked for something",
                    "select i.number, r.kind from incident i join (select incident_id, kind from body_request where state = 'OPEN'"
                            + " union all select incident_id, kind from time_request where state = 'OPEN') r"
                            + " on r.incident_id = i.id where" + MINE),
            ofCases(
                    "its status is not the last one of its history",
                    "i.status",
                    "i.status <> (select s.status from incident_status s where s.incident_id = i.id order by s.id desc limit 1)"),
            Map.entry(
                    "its statuses are out of order",
                    "select number, status from (select i.number, s.status, s.since, lag(s.since) over w as before,"
                            + " lag(s.status) over w as was from incident_status s join incident i on i.id = s.incident_id where"
                            + MINE
                            + "window w as (partition by s.incident_id order by s.id)) found where since < before"
                            + " or status = was or was in" + FINAL + "or (was is null and status <> 'NEW')"),
            ofCases(
                    "it has a body that nobody has named",
                    "i.body_id",
                    "exists (select 1 from incident_event e where e.incident_id = i.id"
                            + " and e.details = 'Исполнитель указан оператором')"),
            ofCases(
                    "it was taken up again without another answer",
                    "i.reopen_no::text",
                    ANSWERED + "and i.reopen_no >= (select count(*) from answer a where a.incident_id = i.id"
                            + " and a.state = 'PUBLISHED' and a.kind in ('FINAL', 'INTERIM'))"),
            ofCases("it has ended without a reason", "concat_ws(' ', i.status, i.result)", "not " + reason()),
            Map.entry("an author has no answer", answers()));

    private final JdbcClient jdbc;
    private final LedgerCheck ledger;
    private final TransactionTemplate transaction;

    Ending(JdbcClient jdbc, LedgerCheck ledger, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
    }

    private static Map.Entry<String, String> left(String table, String instance) {
        return Map.entry(
                "something is left in " + table,
                "select h.business_key_, r.id_ from " + table + " r join act_hi_procinst h on h.id_ = r." + instance
                        + " where h.business_key_ = any (:numbers)");
    }

    private static Map.Entry<String, String> ofCases(String what, String shown, String condition) {
        return Map.entry(what, "select i.number, " + shown + " from incident i where" + MINE + "and " + condition);
    }

    /** An ending that is no answer says why. */
    private static String reason() {
        return "case when i.status = 'REJECTED' then i.reject_reason is not null and i.reject_text is not null"
                + " when i.status = 'MERGED' then i.master_number is not null"
                + " when i.result = 'NO_REPLY' then " + told("QUESTION")
                + " when i.result = 'REDIRECTED' then i.redirected_to is not null and " + told("NOTICE")
                + " when i.result = 'LEFT_UNANSWERED' then i.no_answer_ground is not null and"
                + " (i.no_answer_ground = 'NO_NAME_OR_ADDRESS' or " + told("NOTICE") + ")"
                + " when i.result = 'WITHDRAWN' then exists (select 1 from incident_event e where e.incident_id = i.id"
                + " and e.kind = 'Автор отозвал сообщение' and e.details is not null)"
                + " else " + ANSWERED + "end";
    }

    private static String told(String kind) {
        return "exists (select 1 from answer a join publication p on p.answer_id = a.id where a.incident_id = i.id"
                + " and a.kind = '" + kind + "' and p.state = 'PUBLISHED')";
    }

    /** Each message of a case that was answered has its latest answer; no message stays behind in a case that was merged. */
    private static String answers() {
        return "select i.number, m.channel from incident i join message m on m.incident_id = i.id where" + MINE
                + "and not m.follow_up and (i.status = 'MERGED' or" + ANSWERED + "and not exists"
                + " (select 1 from answer a join publication p on p.answer_id = a.id and p.message_id = m.id"
                + " where a.incident_id = i.id and a.kind = 'FINAL' and a.state = 'PUBLISHED' and p.state = 'PUBLISHED'"
                + " and a.version = (select max(version) from answer last where last.incident_id = i.id"
                + " and last.kind in ('FINAL', 'INTERIM'))))";
    }

    /** @return what is wrong, by the number of the case */
    Map<String, Set<String>> faults(Set<String> numbers) {
        Map<String, Set<String>> faults = new TreeMap<>();
        FAULTS.forEach((what, query) -> jdbc.sql(query)
                .param("numbers", numbers.toArray(String[]::new))
                .query(row -> {
                    faults.computeIfAbsent(row.getString(1), number -> new TreeSet<>())
                            .add(what + ": " + row.getString(2));
                }));
        brokenLedgers().stream()
                .filter(broken -> numbers.contains(broken.number()))
                .forEach(broken -> faults.computeIfAbsent(broken.number(), number -> new TreeSet<>())
                        .add(broken.text()));
        return faults;
    }

    /** Of all cases; what a verification writes down is taken back. */
    private List<LedgerBreak> brokenLedgers() {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return ledger.verifyAll().first().stream()
                    .filter(broken -> broken.number() != null)
                    .toList();
        });
    }
}
