package ru.cur.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import ru.cur.TestDatabase;
import ru.cur.channel.PublicCases.Search;
import ru.cur.incident.IncidentNumber;

/** Lists of public cases among sixty thousand: nothing is read from end to end. */
class PublicCasesPlanTest {
    private static final int CASES = 60_000;
    private static final Instant LAST = Instant.parse("2026-11-01T00:00:00Z");

    private static JdbcClient jdbc;
    private static PublicCases cases;

    /** One case each ten minutes, a fiftieth attached to the one before; each with a message, each third with an answer. */
    @BeforeAll
    static void fill() throws SQLException {
        // One connection, so that what it has counted can be asked for.
        jdbc = JdbcClient.create(new SingleConnectionDataSource(
                TestDatabase.migrated("public_cases").getConnection(), true));
        cases = new PublicCases(jdbc);
        jdbc.sql("insert into category (code, position, group_code, group_name, name, priority, evidence_required)"
                        + " select 'C' || n, n, 'G', 'G', 'N' || n, 'P2', false from generate_series(0, 70) n")
                .update();
        jdbc.sql(
                        "insert into incident (number, legal_regime, status, category_code, severity, detected_at, registered_at,"
                                + " triaged_at, closed_at, master_number, address)"
                                + " select 'ПК-2026-' || lpad(n::text, 6, '0'), 'SOCIAL_MESSAGE', case when n % 50 = 0 then 'MERGED'"
                                + " when n % 10 = 1 then 'IN_PROGRESS' else 'CLOSED' end, 'C' || n % 71, 'P2', at, at, at, at,"
                                + " case when n % 50 = 0 then 'ПК-2026-' || lpad((n - 1)::text, 6, '0') end, 'ул. Русская, ' || n"
                                + " from generate_series(1, :cases) n, lateral (select :last::timestamptz - (:cases - n) * interval '10 minutes' as at) moment")
                .param("cases", CASES)
                .param("last", LAST.toString())
                .update();
        jdbc.sql(
                        "insert into incident_status (incident_id, status, since, actor) select id, status, registered_at, 'system' from incident")
                .update();
        jdbc.sql(
                        "insert into message (incident_id, channel, external_id, author_name, text, received_at, version_at)"
                                + " select id, 'app', number, 'Мария Тестова', 'Текст', registered_at, registered_at from incident")
                .update();
        jdbc.sql(
                        "insert into answer (incident_id, version, kind, text, state, drafted_by, drafted_at)"
                                + " select id, 1, 'FINAL', 'Здравствуйте! Готово.', 'PUBLISHED', 'a', registered_at from incident where id % 3 = 0")
                .update();
        jdbc.sql("insert into publication (answer_id, message_id, idempotency_key, state, way)"
                        + " select answer.id, message.id, answer.id::text, 'PUBLISHED', 'REPLY' from answer"
                        + " join message on message.incident_id = answer.incident_id")
                .update();
        jdbc.sql("analyze").update();
    }

    static Stream<Search> searches() {
        Instant from = LAST.minus(Duration.ofDays(90));
        return Stream.of(
                new Search(from, LAST, List.of(), null, 0, 1000),
                new Search(from, LAST, List.of(), false, 0, 1000),
                new Search(from, LAST, List.of("C7"), null, 0, 1000),
                new Search(from, LAST, List.of("C7", "C8"), true, 100, 50),
                new Search(
                        LAST.minus(Duration.ofDays(300)), LAST.minus(Duration.ofDays(210)), List.of(), null, 0, 1000));
    }

    @ParameterizedTest
    @MethodSource("searches")
    @DisplayName("Список за 90 дней не читает ни одной большой таблицы целиком")
    void listsWalkIndexes(Search search) {
        long before = rowsReadInFull();
        assertThat(cases.find(search)).isNotEmpty().hasSizeLessThanOrEqualTo(search.most());
        assertThat(rowsReadInFull()).isEqualTo(before);
    }

    @Test
    void oneCaseIsFoundByItsNumber() {
        long before = rowsReadInFull();
        assertThat(cases.find(new IncidentNumber("ПК-2026-000050"))
                        .orElseThrow()
                        .main())
                .isEqualTo(new IncidentNumber("ПК-2026-000049"));
        assertThat(rowsReadInFull()).isEqualTo(before);
    }

    /** Of tables that grow, in scans from end to end. */
    private static long rowsReadInFull() {
        jdbc.sql("select pg_stat_force_next_flush()").query(row -> {});
        return jdbc.sql("select sum(seq_tup_read) from pg_stat_user_tables where relname in"
                        + " ('incident', 'incident_status', 'message', 'answer', 'publication', 'attachment')")
                .query(Long.class)
                .single();
    }
}
