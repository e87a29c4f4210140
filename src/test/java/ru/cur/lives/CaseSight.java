package ru.cur.lives;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.MovableClock;
import ru.cur.reply.Publications;

/** What a person sees of a case before he decides. */
final class CaseSight {
    private static final ZoneId ZONE = MovableClock.ZONE;
    private static final Set<String> SERVED = Set.of("vk", "ok", "max", "telegram", "pos", "app");

    private final JdbcClient jdbc;
    private final TaskService tasks;
    private final Publications publications;
    private final Clock clock;

    CaseSight(JdbcClient jdbc, TaskService tasks, Publications publications, Clock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.publications = publications;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    String column(String number, String name) {
        return jdbc.sql("select " + name + "::text from incident where number = :number")
                .param("number", number)
                .query((row, i) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    /** Cases that another one may be merged into. */
    List<String> open(Set<String> family, String self) {
        return numbers("", family, self);
    }

    /** Cases whose answers another one may wait for. */
    List<String> joinable(Set<String> family, String self) {
        return numbers(
                " and triaged_at is not null and restriction is null and mass_number is null and not exists (select 1 from"
                        + " incident waiting where waiting.mass_number = :self and waiting.closed_at is null)",
                family,
                self);
    }

    private List<String> numbers(String and, Set<String> family, String self) {
        return jdbc.sql("select number from incident where number in (:family) and number <> :self"
                        + " and status not in ('CLOSED', 'REJECTED', 'MERGED')" + and + " order by number")
                .param("family", family)
                .param("self", self)
                .query(String.class)
                .list();
    }

    /** Whether the draft promises a day that has passed. */
    boolean isTooLate(String number) {
        return jdbc.sql("select promised_on from answer where kind in ('FINAL', 'INTERIM') and incident_id ="
                        + " (select id from incident where number = :number) order by version desc limit 1")
                .param("number", number)
                .query((row, i) -> Optional.ofNullable(row.getDate(1)).map(Date::toLocalDate))
                .single()
                .filter(day -> day.isBefore(now().atZone(ZONE).toLocalDate()))
                .isPresent();
    }

    /** Bodies that have been asked and have not answered, with the ids of the requests. */
    List<String> asked(String number, String kind, String column) {
        return jdbc.sql("select " + column + "::text from body_request where state = 'OPEN' and kind = :kind"
                        + " and incident_id = (select id from incident where number = :number) order by id")
                .param("kind", kind)
                .param("number", number)
                .query(String.class)
                .list();
    }

    /** The clock of that kind that runs or stands still. */
    Optional<ClockSight> clock(String number, String kind) {
        return jdbc.sql("select started_at, due_at from sla_clock where incident_number = :number and kind = :kind"
                        + " and state <> 'STOPPED'")
                .param("number", number)
                .param("kind", kind)
                .query((row, i) -> new ClockSight(
                        day(row.getTimestamp(1).toInstant()),
                        row.getTimestamp(2) == null
                                ? null
                                : day(row.getTimestamp(2).toInstant())))
                .optional();
    }

    /** @param dueOn null while it stands still */
    record ClockSight(LocalDate startedOn, LocalDate dueOn) {}

    private static LocalDate day(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }

    /** Other messages of the author whom a person must tell next. */
    List<String> otherMessages(OpenWork.Waiting task) {
        Long version = (Long) tasks.getVariable(task.id(), "messageVersion");
        return publications
                .next(task.number(), version == null ? null : version.intValue())
                .map(next -> next.elsewhere().stream()
                        .map(other -> String.valueOf(other.messageId()))
                        .toList())
                .orElse(List.of());
    }

    /** Whether a program writes private messages in the channel of that author. */
    boolean hasPrivateMessages(OpenWork.Waiting task) {
        Long version = (Long) tasks.getVariable(task.id(), "messageVersion");
        return publications
                .next(task.number(), version == null ? null : version.intValue())
                .filter(next -> SERVED.contains(next.recipient().channel()))
                .isPresent();
    }
}
