package ru.cur.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fills an empty demo once. While the clock stands in the past the job executor rests, or it would run what is due out of
 * turn, and {@link DemoPreparing} keeps people out.
 */
@Component
@Profile("demo")
@Order(DemoLoader.AFTER_PEOPLE)
class DemoLoader implements ApplicationRunner {
    static final int AFTER_PEOPLE = 60;
    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);

    private final DemoProperties properties;
    private final DemoHistory history;
    private final DemoPreparing preparing;
    private final JobExecutor jobExecutor;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    DemoLoader(
            DemoProperties properties,
            DemoHistory history,
            DemoPreparing preparing,
            ProcessEngineConfigurationImpl engine,
            JdbcClient jdbc,
            Clock clock,
            ZoneId zone) {
        this.properties = properties;
        this.history = history;
        this.preparing = preparing;
        this.jobExecutor = engine.getJobExecutor();
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void run(ApplicationArguments args) {
        Set<String> played = jdbc.sql("select external_id from message where external_id like 'demo-%'")
                .query(String.class)
                .set();
        // A start that was broken off goes on where it was: the case that it had begun stays as it stood.
        if (played.size() < properties.cases()) {
            Instant now = clock.instant();
            play(
                    new DemoPlan(properties.cases(), zone)
                            .until(now).stream()
                                    .filter(demoCase -> !played.contains(demoCase.externalId()))
                                    .toList(),
                    now);
        }
        preparing.done();
    }

    private void play(List<DemoCase> cases, Instant now) {
        boolean executing = jobExecutor.isActive();
        jobExecutor.shutdown();
        try {
            for (int i = 0; i < cases.size(); i++) {
                preparing.progress(i, cases.size());
                history.play(cases.get(i), now);
            }
        } finally {
            ClockUtil.reset();
            if (executing) {
                jobExecutor.start();
            }
        }
        LOG.info(
                "Демонстрационные данные готовы: {} инцидентов за {} с",
                cases.size(),
                Duration.between(now, clock.instant()).toSeconds());
    }
}
