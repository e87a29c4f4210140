package ru.cur.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.TestDatabase;
import ru.cur.platform.web.ProgramAddress;
import ru.cur.sla.calendar.CalendarDatabase;

class OverdueCasesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Vladivostok");
    private static final Clock MONDAY = Clock.fixed(at("2026-11-23T08:30"), ZoneOffset.UTC);
    private static final JdbcClient JDBC = JdbcClient.create(TestDatabase.migrated("overdue"));

    static {
        JDBC.sql("""
                insert into organisation (id, name, short_name, kind) values
                  ('admArsenyev', 'Администрация Арсеньевского городского округа', 'Администрация Арсеньева', 'ADMINISTRATION'),
                  ('primvodokanal', 'КГУП «Приморский водоканал»', 'Приморский водоканал', 'UTILITY');
                insert into category (code, position, group_code, group_name, name, priority, evidence_required)
                  values ('ROAD-1', 1, 'ROAD', 'Дороги', 'Открытый люк', 'P0', true);
                insert into municipality (code, oktmo, name, centre, kind)
                  values ('ARS', '05703000', 'Арсеньевский городской округ', 'Арсеньев', 'URBAN_OKRUG');""").update();
    }

    private final OverdueCases overdue = new OverdueCases(
            JDBC,
            new CalendarDatabase(JDBC, MONDAY).calendars(),
            new ProgramAddress(URI.create("https://cur.example")),
            MONDAY,
            ZONE);

    @BeforeEach
    void forgetCases() {
        TestDatabase.empty(JDBC, "incident");
    }

    @Test
    void whereNothingIsLateThereIsNoList() {
        incident("1", "admArsenyev");
        clock("1", "FIRST_ANSWER", "RUNNING", "2026-11-23T18:00");
        clock("1", "TRIAGE", "RUNNING", "2026-11-20T18:00");
        clock("1", "SOLUTION", "PAUSED", null);
        clock("1", "LEGAL", "STOPPED", "2026-11-20T18:00");
        assertThat(overdue.byBody()).isEmpty();
    }

    @Test
    void aCaseCountsOnceByTheTermThatPassedFirst() {
        incident("1", "admArsenyev");
        clock("1", "LEGAL", "RUNNING", "2026-11-22T18:00");
        clock("1", "FIRST_ANSWER", "RUNNING", "2026-11-20T16:00");
        clock("1", "CONTROL", "RUNNING", "2026-11-21T18:00");
        assertThat(overdue.byBody())
                .containsExactly(new OverdueBody(
                        "Администрация Арсеньева",
                        1,
                        List.of(new OverdueCase(
                                "1",
                                "Открытый люк",
                                "Арсеньевский городской округ",
                                "первый ответ",
                                "20.11.2026 16:00",
                                "просрочено на 2 ч 0 мин раб.",
                                "https://cur.example/incidents/1"))));
    }

    @Test
    void theBodyWithTheMostStandsFirstAndNamesTheLongestOverdue() {
        incident("10", "primvodokanal");
        clock("10", "SOLUTION", "RUNNING", "2026-11-02T18:00");
        for (int i = 11; i < 18; i++) {
            incident("" + i, "admArsenyev");
            clock("" + i, "FIRST_ANSWER", "RUNNING", "2026-11-%dT18:00".formatted(30 - i));
        }
        JDBC.sql("insert into incident (number, legal_regime, status, severity, detected_at, registered_at)"
                        + " values ('20', 'SOCIAL_MESSAGE', 'NEW', 'P2', now(), now())")
                .update();
        clock("20", "FIRST_ANSWER", "RUNNING", "2026-11-20T18:00");

        List<OverdueBody> bodies = overdue.byBody();
        assertThat(bodies)
                .extracting(OverdueBody::name)
                .containsExactly("Администрация Арсеньева", "Приморский водоканал", "Без ответственного органа");
        assertThat(bodies).extracting(OverdueBody::count).containsExactly(7, 1, 1);
        assertThat(bodies.get(0).longest())
                .extracting(OverdueCase::number)
                .containsExactly("17", "16", "15", "14", "13");
        assertThat(bodies.get(2).longest().get(0).categoryName()).isNull();
    }

    private static void incident(String number, String body) {
        JDBC.sql(
                        "insert into incident (number, legal_regime, status, severity, category_code, municipality_code, body_id,"
                                + " detected_at, registered_at) values (:number, 'SOCIAL_MESSAGE', 'IN_WORK', 'P2', 'ROAD-1', 'ARS',"
                                + " :body, now(), now())")
                .param("number", number)
                .param("body", body)
                .update();
    }

    private static void clock(String number, String kind, String state, String due) {
        JDBC.sql("insert into sla_clock (incident_number, kind, cycle, time_limit, state, started_at, due_at,"
                        + " calendar_version, explanation) values (:number, :kind, 1, '8 WORKING_HOURS', :state, now(), :due,"
                        + " 1, '')")
                .param("number", number)
                .param("kind", kind)
                .param("state", state)
                .param("due", due == null ? null : Timestamp.from(at(due)))
                .update();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
