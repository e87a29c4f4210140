package ru.cur.sla;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import ru.cur.TestDatabase;
import ru.cur.sla.calendar.PublishedCalendar;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Clocks;
import ru.cur.sla.clock.Limit;

/** Calendars and clocks with a fresh database and real transactions; no engine and no web. One at a time. */
public final class SlaContext implements AutoCloseable {
    /** Monday, 23 November 2026, 10:00 in Vladivostok. */
    public static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T00:00:00Z");

    private static final DataSource DATABASE = TestDatabase.migrated("sla");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final List<Object> events = new CopyOnWriteArrayList<>();

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    static class Transactions {}

    public SlaContext() {
        empty();
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(DATABASE));
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(DATABASE));
        context.registerBean(Clock.class, () -> Clock.fixed(MONDAY_MORNING, ZoneOffset.UTC));
        context.registerBean(ZoneId.class, () -> PublishedCalendar.VLADIVOSTOK);
        context.registerBean(
                ObjectMapper.class, () -> Jackson2ObjectMapperBuilder.json().build());
        context.register(Transactions.class);
        context.scan("ru.cur.sla.calendar", "ru.cur.sla.clock");
        context.refresh();
        context.addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> ours) {
                events.add(ours.getPayload());
            }
        });
        organisation("admArsenyev", "Администрация Арсеньева");
        organisation("primvodokanal", "Приморский водоканал");
    }

    private static void empty() {
        JdbcClient jdbc = JdbcClient.create(DATABASE);
        TestDatabase.empty(
                jdbc,
                "organisation, incident, calendar_day, calendar_year, calendar_decree, calendar_change, working_hours");
        jdbc.sql("insert into working_hours (work_day, friday, short_day, day_off)"
                        + " values ('09:00-13:00, 14:00-18:00', '', '09:00-13:00, 14:00-17:00', '')")
                .update();
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient jdbc() {
        return get(JdbcClient.class);
    }

    /** What has been announced, also in transactions that were rolled back. */
    public <T> List<T> events(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private void organisation(String id, String name) {
        jdbc().sql("insert into organisation (id, name, short_name, kind) values (:id, :name, :name, 'MUNICIPALITY')")
                .param("id", id)
                .param("name", name)
                .update();
    }

    /** An open case with a clock for its first answer. @param organisationId by whose hours it runs, or null */
    public String openCase(int ordinal, Instant startedAt, Term term, String organisationId) {
        String number = "ПК-2026-%06d".formatted(ordinal);
        jdbc().sql("insert into incident (number, legal_regime, status, severity, detected_at, registered_at)"
                        + " values (:number, 'SOCIAL_MESSAGE', 'ROUTED', 'P2', now(), now())")
                .param("number", number)
                .update();
        get(Clocks.class)
                .change(
                        number,
                        "test",
                        clocks -> clocks.startAt(
                                startedAt, ClockKind.FIRST_ANSWER, new Limit.Within(term), 1, organisationId));
        return number;
    }

    /** When the clock of the first answer is due, by its row. */
    public Instant due(String number) {
        return jdbc().sql("select due_at from sla_clock where incident_number = :number and kind = 'FIRST_ANSWER'")
                .param("number", number)
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .single();
    }

    @Override
    public void close() {
        context.close();
    }
}
