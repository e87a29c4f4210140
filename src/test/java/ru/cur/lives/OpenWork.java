package ru.cur.lives;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that waits in the engine for the cases of one history. One query for each question: a history has many steps. */
final class OpenWork {
    /** Timers of clocks that stand still. */
    private static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");

    private final ProcessEngine engine;
    private final JdbcClient jdbc;

    OpenWork(ProcessEngine engine, JdbcClient jdbc) {
        this.engine = engine;
        this.jdbc = jdbc;
    }

    /**
     * A task that waits for a person.
     *
     * @param tenant null where it is nobody's
     * @param groups to whom the diagram offers it
     */
    record Waiting(String id, String key, String number, String assignee, String tenant, List<String> groups) {}

    /** A job that waits. @param activity where @param dueAt null where it waits for a thread only */
    record Due(String id, String activity, boolean timer, boolean failed, Instant dueAt) {}

    /** In the order in which they were made: the same history finds the same order again. */
    List<Waiting> tasks(Set<String> numbers) {
        return jdbc.sql("select t.id_, t.task_def_key_, e.business_key_, t.assignee_, t.tenant_id_,"
                        + " string_agg(l.group_id_, ' ' order by l.group_id_) as groups from act_ru_task t"
                        + " join act_ru_execution e on e.id_ = t.proc_inst_id_"
                        + " left join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'"
                        + " where e.business_key_ in (:numbers)"
                        + " group by t.id_, t.task_def_key_, e.business_key_, t.assignee_, t.tenant_id_, t.create_time_"
                        + " order by t.create_time_, e.business_key_, t.task_def_key_")
                .param("numbers", numbers)
                .query((row, i) -> waiting(row))
                .list();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getString("id_"),
                row.getString("task_def_key_"),
                row.getString("business_key_"),
                row.getString("assignee_"),
                row.getString("tenant_id_"),
                List.of(Optional.ofNullable(row.getString("groups")).orElse("").split(" ")));
    }

    private List<Due> jobs(Set<String> numbers) {
        return jdbc.sql("select j.id_, d.act_id_, j.type_ = 'timer' as timer, j.exception_msg_ is not null as failed,"
                        + " j.duedate_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_"
                        + " join act_ru_jobdef d on d.id_ = j.job_def_id_ where e.business_key_ in (:numbers)"
                        + " order by j.duedate_, e.business_key_, d.act_id_, j.create_time_")
                .param("numbers", numbers)
                .query((row, i) -> new Due(
                        row.getString("id_"),
                        row.getString("act_id_"),
                        row.getBoolean("timer"),
                        row.getBoolean("failed"),
                        row.getTimestamp("duedate_") == null
                                ? null
                                : row.getTimestamp("duedate_").toInstant()))
                .list();
    }

    /** Runs what waits for a thread only, until nothing does. @return the rest, next first */
    List<Due> runsReady(Set<String> numbers) {
        while (true) {
            List<Due> jobs = jobs(numbers);
            Optional<Due> ready =
                    jobs.stream().filter(job -> !job.timer() && !job.failed()).findFirst();
            if (ready.isEmpty()) {
                return jobs.stream()
                        .filter(job -> job.dueAt() == null || job.dueAt().isBefore(NEVER))
                        .toList();
            }
            run(ready.get());
        }
    }

    /** A network that is down leaves the job to the next try; anything else is no part of a life. */
    void run(Due job) {
        try {
            engine.getManagementService().executeJob(job.id());
        } catch (RuntimeException failure) {
            if (!isOutage(failure)) {
                throw failure;
            }
        }
    }

    private static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().equals("PublicationFailed")) {
                return true;
            }
        }
        return false;
    }

    void complete(Waiting task, Staff.Person person, Map<String, Object> form) {
        engine.getIdentityService().setAuthentication(person.login(), person.groups(), person.tenants());
        try {
            if (!person.login().equals(task.assignee())) {
                engine.getTaskService().claim(task.id(), person.login());
            }
            engine.getFormService().submitTaskForm(task.id(), form);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
