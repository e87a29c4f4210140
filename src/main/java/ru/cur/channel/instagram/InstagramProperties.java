package ru.cur.channel.instagram;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The account of the time before 2022. Without the secret of its application the channel is off.
 *
 * @param appSecret with which calls are signed
 * @param verifyToken that the first call has to know; chosen by us and entered with the subscription
 * @param accessToken of the account
 * @param accountId number of the account; what it writes itself is none to be worked on
 * @param apiUrl where the methods are, with the version; {@code https://graph.instagram.com/…} for accounts without a page of
 *     Facebook
 * @param proxy of the way out, {@code http://host:port}, as there is none from Russia; null for none
 * @param callsPerSecond a default of ours; the network counts over an hour, and says when it is enough
 */
@Validated
@InstagramConnected
@ConfigurationProperties("cur.channel.instagram")
record InstagramProperties(
        @NotBlank String appSecret,
        @NotBlank String verifyToken,
        @NotBlank String accessToken,
        @NotNull @Pattern(regexp = "\\d{1,30}") String accountId,

        @NotNull @DefaultValue("https://graph.facebook.com/v23.0")
        URI apiUrl,

        URI proxy,
        @Positive @DefaultValue("1") double callsPerSecond) {}
