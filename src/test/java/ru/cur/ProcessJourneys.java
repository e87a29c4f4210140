package ru.cur;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.incident.IncomingMessage;
import ru.cur.incident.LegalRegime;
import ru.cur.incident.MessageIntake;

/** Starts cases for tests, at a moment of the test's choice. The job executor rests: a test runs the jobs that it means. */
public class ProcessJourneys {
    /** Monday, 23 November 2026, 10:00 in Vladivostok: an ordinary working day. */
    public static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T00:00:00Z");

    private final ProcessEngine engine;
    private final MessageIntake intake;
    private final JdbcClient jdbc;
    private final Clock clock;

    ProcessJourneys(ProcessEngine engine, MessageIntake intake, JdbcClient jdbc, Clock clock) {
        this.engine = engine;
        this.intake = intake;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A message of «Лента» that waits to be sorted. */
    public ProcessJourney registered(String text) {
        return registered("vk", text);
    }

    public ProcessJourney registered(String channel, String text) {
        return registered(channel, text, LegalRegime.SOCIAL_MESSAGE);
    }

    public ProcessJourney registered(String channel, String text, LegalRegime regime) {
        return registeredBy("id-" + UUID.randomUUID(), channel, text, regime);
    }

    /** Of an author whom the channel knows by that id. */
    public ProcessJourney registeredBy(String author, String channel, String text, LegalRegime regime) {
        return received(author, channel, text, regime).runsJobs();
    }

    /** The message is taken in, and nothing has run yet. */
    public ProcessJourney received(String author, String channel, String text, LegalRegime regime) {
        restJobExecutor();
        String number = intake.receive(
                        new IncomingMessage(
                                channel,
                                UUID.randomUUID().toString(),
                                new IncomingMessage.Author(author, "Мария Тестова", null),
                                text,
                                clock.instant(),
                                "https://vk.example/wall-1_1",
                                new IncomingMessage.Place("ул. Русская, 1", null, null, null),
                                List.of()),
                        regime,
                        "test")
                .number()
                .value();
        return new ProcessJourney(engine, jdbc, number);
    }

    /** The author writes under his first message of the case. */
    public void authorReplies(ProcessJourney journey, String text) {
        var first = jdbc.sql(
                        "select channel, external_id, author_id from message join incident on incident.id = incident_id"
                                + " where number = ? order by message.id limit 1")
                .param(journey.number())
                .query()
                .singleRow();
        intake.receive(
                new IncomingMessage(
                        (String) first.get("channel"),
                        UUID.randomUUID().toString(),
                        new IncomingMessage.Author((String) first.get("author_id"), "Мария Тестова", null),
                        text,
                        clock.instant(),
                        null,
                        IncomingMessage.Place.UNKNOWN,
                        List.of()),
                (String) first.get("external_id"),
                LegalRegime.SOCIAL_MESSAGE,
                "test");
        journey.runsJobs();
    }

    /** From here on only the test runs jobs. */
    public void restJobExecutor() {
        JobExecutor jobExecutor =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        if (jobExecutor.isActive()) {
            jobExecutor.shutdown();
        }
    }

    /** The walk of a case that came in by another door. */
    public ProcessJourney of(String number) {
        restJobExecutor();
        return new ProcessJourney(engine, jdbc, number);
    }

    /** Stands still until {@link #releaseClock}. */
    public void setClock(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    public void releaseClock() {
        ClockUtil.reset();
    }
}
