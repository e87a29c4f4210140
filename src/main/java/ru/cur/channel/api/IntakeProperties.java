package ru.cur.channel.api;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The door for programs.
 *
 * @param apiKeys the secret of each program by the program's name, which is what the history shows
 * @param maxBody largest accepted request
 * @param clockSkew how far a network's clock may run ahead of ours
 */
@Validated
@ConfigurationProperties("cur.intake")
record IntakeProperties(
        @DefaultValue Map<String, String> apiKeys,
        @DefaultValue("128KB") DataSize maxBody,
        @DefaultValue("5m") Duration clockSkew) {}
