package ru.cur.channel.open311;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The Open311 server.
 *
 * @param enabled whether there is one
 * @param apiKeys the secret of each program that may send requests, by the program's name, which is what the history shows
 * @param jurisdictionId the only one that is known here
 * @param contact whom the discovery document names for questions
 * @param keyService how a program gets a key, in Russian
 * @param pace each key may send one request in that time
 * @param repeatWithin the same request again within that time is the same
 * @param maxBody largest accepted request
 * @param largestPage how many requests a list holds at most
 */
@Validated
@ConfigurationProperties("cur.channel.open311")
record Open311Properties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue Map<String, String> apiKeys,
        @NotBlank @DefaultValue("primorsky.ru") String jurisdictionId,

        @NotBlank @DefaultValue("Центр управления регионом Приморского края")
        String contact,

        @NotBlank @DefaultValue("Ключ для отправки сообщений выдаёт Центр управления регионом по заявке")
        String keyService,

        @NotNull @DefaultValue("1s") Duration pace,
        @NotNull @DefaultValue("1m") Duration repeatWithin,
        @NotNull @DefaultValue("128KB") DataSize maxBody,
        @Min(1) @DefaultValue("1000") int largestPage) {}
