package ru.cur.channel.citizen;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The page for citizens.
 *
 * @param enabled whether there is one
 * @param reportsPerHour how many messages one address of the internet may send in an hour
 * @param maxPhotos how many pictures a report may have
 */
@Validated
@ConfigurationProperties("cur.channel.citizen")
record CitizenProperties(
        @DefaultValue("false") boolean enabled,
        @Min(1) @DefaultValue("10") int reportsPerHour,
        @Min(0) @Max(20) @DefaultValue("5") int maxPhotos) {}
