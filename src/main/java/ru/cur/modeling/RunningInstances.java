package ru.cur.modeling;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What runs on which version. The engine's own queries count and page too slowly for a start with many instances. */
@Component
class RunningInstances {
    private final JdbcClient jdbc;

    RunningInstances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Definitions that have instances and are not the latest of their process, with how many. */
    Map<String, Long> onEarlierVersions() {
        return jdbc
                .sql("select d.id_, count(*) n from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_"
                        + " where e.parent_id_ is null and d.version_ < (select max(latest.version_) from act_re_procdef latest"
                        + " where latest.key_ = d.key_ and latest.tenant_id_ is not distinct from d.tenant_id_)"
                        + " group by d.id_")
                .query((row, i) -> Map.entry(row.getString("id_"), row.getLong("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** All of a definition, in the order of their ids. */
    List<RunningInstance> of(String definitionId) {
        return jdbc.sql("select id_, business_key_ from act_ru_execution where parent_id_ is null"
                        + " and proc_def_id_ = :definition order by id_")
                .param("definition", definitionId)
                .query((row, i) -> new RunningInstance(row.getString("id_"), row.getString("business_key_")))
                .list();
    }

    /**
     * Ids of those that are still at this definition; nobody else changes them until the transaction ends. Left out is what
     * somebody else is changing right now.
     */
    Set<String> take(String definitionId, List<RunningInstance> instances) {
        return jdbc.sql("select id_ from act_ru_execution where proc_def_id_ = :definition and id_ in (:ids)"
                        + " for update skip locked")
                .param("definition", definitionId)
                .param("ids", instances.stream().map(RunningInstance::id).toList())
                .query(String.class)
                .set();
    }

    /** Names of the variables that each of the instances has, also of those that are null. */
    Function<RunningInstance, Set<String>> variables(List<RunningInstance> instances) {
        Map<String, Set<String>> names = jdbc
                .sql("select execution_id_, name_ from act_ru_variable where execution_id_ in (:ids)")
                .param("ids", instances.stream().map(RunningInstance::id).toList())
                .query((row, i) -> Map.entry(row.getString("execution_id_"), row.getString("name_")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        return instance -> names.getOrDefault(instance.id(), Set.of());
    }

    /** A timer that waits. @param activity id of its element */
    record WaitingTimer(String instanceId, String activity) {}

    /** When the timers of the instances are due; several of one element in the order of their dates. */
    Map<WaitingTimer, List<Instant>> timers(List<RunningInstance> instances) {
        return jdbc
                .sql("select process_instance_id_, act_id_, duedate_ from act_ru_job job"
                        + " join act_ru_jobdef definition on definition.id_ = job.job_def_id_"
                        + " where job.type_ = 'timer' and process_instance_id_ in (:ids) order by duedate_")
                .param("ids", instances.stream().map(RunningInstance::id).toList())
                .query((row, i) -> Map.entry(
                        new WaitingTimer(row.getString("process_instance_id_"), row.getString("act_id_")),
                        row.getTimestamp("duedate_").toInstant()))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
