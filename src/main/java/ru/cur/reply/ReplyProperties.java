package ru.cur.reply;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Rules for answers.
 *
 * @param longest how many characters a channel takes, by its code; a channel that is not named takes any length
 * @param sameTextAuthors so many authors may get the same words; more look like a brush-off
 * @param sameTextWithin how far back such answers are counted
 * @param orderKept how long an answer that can't go out holds back later ones of the same conversation
 */
@Validated
@ConfigurationProperties("cur.reply")
record ReplyProperties(
        @NotNull Map<String, @Positive Integer> longest,
        @Positive @DefaultValue("5") int sameTextAuthors,
        @NotNull @DefaultValue("30d") Duration sameTextWithin,
        @NotNull @DefaultValue("1d") Duration orderKept) {}
