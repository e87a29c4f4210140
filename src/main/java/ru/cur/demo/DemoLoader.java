package ru.cur.demo;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
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
 * Fills an empty demo once. The job executor starts later, when the program is ready: with the clock in the past it would run
 * out of turn what is due. People are kept out by {@link DemoPreparing}.
 */
@Component
@Profile("demo")
@Order(DemoLoader.AFTER_PEOPLE)
class DemoLoader implements ApplicationRunner {
    static final int AFTER_PEOPLE = 60;
    private static final int UNREAD_HOURS = 24;
    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);

    private final DemoProperties properties;
    private final DemoHistory history;
    private final DemoPreparing preparing;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    DemoLoader(
            DemoProperties properties,
            DemoHistory history,
            DemoPreparing preparing,
            JdbcClient jdbc,
            Clock clock,
            ZoneId zone) {
        this.properties = properties;
        this.history = history;
        this.preparing = preparing;
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void run(ApplicationArguments args) {
        Set<String> played = jdbc.sql("select external_id from message where external_id like 'demo-%' union"
                        + " select guid from feed_comment comment join message on channel = 'vk' and external_id like '%\\_r' || comment.id"
                        + " where guid like 'demo-%'")
                .query(String.class)
                .set();
        // A start that was broken off goes on where it was.
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
        try {
            for (int i = 0; i < cases.size(); i++) {
                preparing.progress(i, cases.size());
                history.play(cases.get(i), now);
            }
        } finally {
            ClockUtil.reset();
        }
        readOldNotices(now);
        LOG.info(
                "Демонстрационные данные готовы: {} инцидентов за {} с",
                cases.size(),
                Duration.between(now, clock.instant()).toSeconds());
    }

    /** People have read what came on earlier days. */
    private void readOldNotices(Instant now) {
        jdbc.sql("update notification set read_at = created_at where created_at < :yesterday and read_at is null")
                .param("yesterday", Timestamp.from(now.minus(Duration.ofHours(UNREAD_HOURS))))
                .update();
    }
}
