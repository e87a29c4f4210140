package ru.cur.platform.security;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who gets in.
 *
 * @param maxSessions how many browsers one person may be logged in with on one node
 * @param admin the first administrator, made only while there is none
 */
@Validated
@ConfigurationProperties("cur.security")
record AccessProperties(
        @Min(1) @DefaultValue("5") int maxSessions,
        @DefaultValue Admin admin) {

    /**
     * @param login the name to log in with
     * @param password his password; a random one is made and printed once when it is missing
     */
    record Admin(@NotBlank @DefaultValue("admin") String login, String password) {}
}
