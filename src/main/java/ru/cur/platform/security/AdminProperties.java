package ru.cur.platform.security;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The first administrator, made only while there is none.
 *
 * @param login the name to log in with
 * @param password his password; a random one is made and printed once when it is missing
 */
@Validated
@ConfigurationProperties("cur.admin")
record AdminProperties(@NotBlank @DefaultValue("admin") String login, String password) {}
