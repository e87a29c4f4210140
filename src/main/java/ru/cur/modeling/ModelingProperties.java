package ru.cur.modeling;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param startWaits how long a start waits for running instances to move to changed diagrams; the rest move while the program works */
@Validated
@ConfigurationProperties("cur.modeling")
record ModelingProperties(@NotNull @DefaultValue("30s") Duration startWaits) {}
