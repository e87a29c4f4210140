package ru.cur.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;

class CallLimitsTest extends ClockedTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    private CallLimits limits;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    private final String caller = "test:" + UUID.randomUUID();

    @Test
    void aWindowBeginsWithTheFirstCallAndEndsByItself() {
        assertThat(limits.take(caller, 2, HOUR)).isEmpty();
        passes(Duration.ofMinutes(50));
        assertThat(limits.take(caller, 2, HOUR)).isEmpty();
        assertThat(limits.take(caller, 2, HOUR)).contains(Duration.ofMinutes(10));
        assertThat(limits.take("test:" + UUID.randomUUID(), 2, HOUR)).isEmpty();
        passes(Duration.ofMinutes(10));
        assertThat(limits.take(caller, 2, HOUR)).isEmpty();
    }

    @Test
    void aClockThatWasSetBackLocksNobodyOut() {
        Instant now = clock.instant();
        passes(Duration.ofDays(1));
        assertThat(limits.take(caller, 1, HOUR)).isEmpty();
        journeys.setClock(now);
        assertThat(limits.take(caller, 1, HOUR)).isEmpty();
    }

    @Test
    void whoDoesNotComeBackIsForgotten() {
        limits.take(caller, 1, HOUR);
        passes(HOUR);
        limits.take("test:" + UUID.randomUUID(), 1, HOUR);
        assertThat(jdbc.sql("select count(*) from call_window where caller = ?")
                        .param(caller)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void thoseWhoCallAtOnceAreCountedOneByOne() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                calls.add(nodes.submit(() -> limits.take(caller, 7, HOUR).isEmpty()));
            }
            int allowed = 0;
            for (Future<Boolean> call : calls) {
                allowed += call.get() ? 1 : 0;
            }
            assertThat(allowed).isEqualTo(7);
        } finally {
            nodes.shutdown();
        }
    }

    private void passes(Duration time) {
        journeys.setClock(clock.instant().plus(time));
    }
}
