package ru.cur.notification;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Letters to the staff. The server that takes them is {@code spring.mail.*}; without one there are none.
 *
 * @param from sender of every letter
 * @param fromName his name
 */
@Validated
@ConfigurationProperties("cur.notification")
record NotificationProperties(
        @NotBlank @Email @DefaultValue("noreply@cur.example")
        String from,

        @NotBlank @DefaultValue("ЦУР Приморского края") String fromName) {}
