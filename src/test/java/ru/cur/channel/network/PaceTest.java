package ru.cur.channel.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.TestDatabase;

/** How calls are kept apart. */
class PaceTest {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final JdbcClient JDBC = JdbcClient.create(TestDatabase.migrated("pace"));

    private final Pace pace = new Pace(JDBC);

    @BeforeEach
    void nobodyHasCalled() {
        JDBC.sql("truncate channel_pace").update();
    }

    @Test
    void callsKeepTheirDistanceOnAllNodesTogether() {
        Pace otherNode = new Pace(JDBC);
        long[] waits = IntStream.range(0, 10)
                .mapToLong(i -> (i % 2 == 0 ? pace : otherNode)
                        .reserve("vk all", Duration.ofSeconds(20), LONGEST)
                        .orElseThrow()
                        .toSeconds())
                .toArray();
        assertThat(waits[0]).isZero();
        for (int i = 1; i < waits.length; i++) {
            assertThat(waits[i]).isBetween(20L * i - 15, 20L * i);
        }
    }

    @Test
    void lanesKnowNothingOfEachOther() {
        pace.reserve("max all", Duration.ofMinutes(5), LONGEST);
        assertThat(pace.reserve("max chat 1", Duration.ofMinutes(5), LONGEST)).contains(Duration.ZERO);
    }

    @Test
    void aMomentTooFarAwayIsNotTaken() {
        pace.reserve("vk all", Duration.ofHours(1), LONGEST);
        assertThat(pace.reserve("vk all", Duration.ofHours(1), LONGEST)).isEmpty();
        assertThat(pace.reserve("vk all", Duration.ofHours(1), Duration.ofHours(2)))
                .as("the refused one has moved nothing")
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMinutes(59), Duration.ofHours(1)));
    }

    @Test
    void aClosedLaneOpensAgain() {
        pace.close("vk all", Duration.ofMinutes(5));
        pace.close("vk all", Duration.ofMinutes(1));
        Optional<Duration> wait = pace.reserve("vk all", Duration.ofMillis(50), LONGEST);
        assertThat(wait)
                .hasValueSatisfying(time -> assertThat(time).isBetween(Duration.ofSeconds(285), Duration.ofMinutes(5)));
    }
}
