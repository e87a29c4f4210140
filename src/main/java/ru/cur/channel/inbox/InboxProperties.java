package ru.cur.channel.inbox;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How events of networks are taken in and worked on.
 *
 * @param maxBody largest event that is taken
 * @param threads how many events a node works on side by side; few, so that taking in is never slowed down
 * @param pause how long to rest when none waits
 */
@Validated
@ConfigurationProperties("cur.channel.inbox")
public record InboxProperties(
        @NotNull @DefaultValue("512KB") DataSize maxBody,
        @Positive @DefaultValue("2") int threads,
        @NotNull @DefaultValue("250ms") Duration pause) {}
