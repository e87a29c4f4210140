package ru.cur.channel.ok;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The application with which comments are asked for and answered, on behalf of an account that does nothing else: what it takes
 * part in is what is read. Without its key there are no comments, only messages.
 *
 * @param applicationKey public key of the application
 * @param applicationSecretKey its secret key
 * @param accessToken of the account for the application
 * @param accountId number of the account; its own comments are none to be worked on
 * @param groupId number of the group whose posts are commented on
 * @param every how often news are asked for
 */
@Validated
@OkCommentsConnected
@ConfigurationProperties("cur.channel.ok.comments")
record OkCommentsProperties(
        @NotBlank String applicationKey,
        @NotBlank String applicationSecretKey,
        @NotBlank String accessToken,
        @NotNull @Pattern(regexp = "\\d{1,20}") String accountId,
        @NotNull @Pattern(regexp = "\\d{1,20}") String groupId,
        @NotNull @DefaultValue("1m") Duration every) {}
