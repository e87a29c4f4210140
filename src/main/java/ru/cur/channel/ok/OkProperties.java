package ru.cur.channel.ok;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The group through which the government speaks. Without its token the channel is off.
 *
 * @param accessToken of the group, from its settings
 * @param secret a part of the address that Odnoklassniki call, as they sign nothing; chosen by us
 * @param webhook our address as Odnoklassniki reach it, without the secret; null follows from the address of the program
 * @param networks from where calls are taken, {@code 217.20.145.192/28}; empty for anywhere. A proxy in front of the program
 *     hides the caller, so that it is the proxy's task then
 * @param apiUrl where the methods are
 * @param callsPerSecond a default of ours, the network names none
 * @param chatCallsPerSecond messages per second in one chat, a default of ours
 * @param subscriptionEvery how often the subscription is looked at; it ends after 8 hours without an answer of ours
 */
@Validated
@OkConnected
@ConfigurationProperties("cur.channel.ok")
record OkProperties(
        @NotBlank String accessToken,
        @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{8,200}") String secret,
        URI webhook,
        @NotNull @DefaultValue List<String> networks,
        @NotNull @DefaultValue("https://api.ok.ru") URI apiUrl,
        @Positive @DefaultValue("5") double callsPerSecond,
        @Positive @DefaultValue("1") double chatCallsPerSecond,
        @NotNull @DefaultValue("10m") Duration subscriptionEvery) {}
