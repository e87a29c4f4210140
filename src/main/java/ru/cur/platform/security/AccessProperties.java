package ru.cur.platform.security;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who gets in.
 *
 * @param maxSessions how many browsers one person may be logged in with on one node
 */
@Validated
@ConfigurationProperties("cur.security")
record AccessProperties(@Min(1) @DefaultValue("5") int maxSessions) {}
