package ru.cur.channel.max;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The bot through which the government speaks. Without its token the channel is off.
 *
 * @param token of the bot
 * @param secret that MAX puts into the header of each call; chosen by us and told to MAX with the subscription
 * @param webhook our address as MAX reaches it; null follows from the address of the program
 * @param apiUrl where the methods are
 * @param certificates a file with certificates in PEM that are believed beside those of the JVM, such as the root of the ministry
 *     of digital development, which MAX uses; null for none
 * @param callsPerSecond that MAX allows
 * @param chatCallsPerSecond messages per second that MAX allows in one chat
 * @param subscriptionEvery how often the subscription is looked at; MAX ends it after 8 hours without an answer of ours
 */
@Validated
@MaxConnected
@ConfigurationProperties("cur.channel.max")
record MaxProperties(
        @NotBlank String token,
        @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{5,256}") String secret,
        URI webhook,

        @NotNull @DefaultValue("https://platform-api2.max.ru")
        URI apiUrl,

        Path certificates,
        @Positive @DefaultValue("30") double callsPerSecond,
        @Positive @DefaultValue("2") double chatCallsPerSecond,
        @NotNull @DefaultValue("10m") Duration subscriptionEvery) {}
