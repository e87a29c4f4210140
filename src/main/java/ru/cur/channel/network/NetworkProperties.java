package ru.cur.channel.network;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a network counts as stopped.
 *
 * @param calls so many last calls are looked at
 * @param leastCalls fewer say nothing
 * @param failuresPercent so many of them failed: the network is left alone
 * @param rest for so long, then one call tries it out
 */
@Validated
@ConfigurationProperties("cur.channel.breaker")
record NetworkProperties(
        @Positive @DefaultValue("10") int calls,
        @Positive @DefaultValue("3") int leastCalls,
        @Min(1) @Max(100) @DefaultValue("50") int failuresPercent,
        @NotNull @DefaultValue("1m") Duration rest) {}
