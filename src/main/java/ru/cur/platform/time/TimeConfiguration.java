package ru.cur.platform.time;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/** One clock for the engine and for us, one zone in which people read and compute moments. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    /** The zone in which terms are computed and moments are shown. */
    @Validated
    @ConfigurationProperties("cur")
    record ZoneProperties(
            @NotNull @DefaultValue("Asia/Vladivostok") ZoneId timeZone) {}

    @Bean
    ZoneId zone(ZoneProperties properties) {
        return properties.timeZone();
    }

    @Bean
    Clock clock() {
        return new EngineClock(ZoneId.of("UTC"));
    }

    /** Follows the engine's clock, so that whoever moves that one (a test, the demo's past) moves ours too. */
    private static final class EngineClock extends Clock {
        private final ZoneId zone;

        EngineClock(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new EngineClock(other);
        }

        @Override
        public Instant instant() {
            return ClockUtil.getCurrentTime().toInstant();
        }
    }
}
