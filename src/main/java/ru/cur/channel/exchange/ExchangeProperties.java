package ru.cur.channel.exchange;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Exchange of files.
 *
 * @param maxFileSize of one file that comes in
 * @param maxRows of one file that comes in
 * @param posAnswers whether answers to messages of «Госуслуги. Решаем вместе» go out in files of ours; without it nobody but a
 *     person brings them there
 * @param threads how many rows a node registers side by side; people and networks share the machine with them
 * @param pause how long a node that has found nothing to do waits before it looks again
 * @param keepRows how long rows are kept that did not become a case: of a file that nobody has confirmed, or with errors
 */
@Validated
@ConfigurationProperties("cur.channel.exchange")
record ExchangeProperties(
        @NotNull @DefaultValue("100MB") DataSize maxFileSize,
        @Min(1) @Max(1_000_000) @DefaultValue("500000") int maxRows,
        @DefaultValue("false") boolean posAnswers,
        @Min(1) @Max(16) @DefaultValue("1") int threads,
        @NotNull @DefaultValue("2s") Duration pause,
        @NotNull @DefaultValue("30d") Duration keepRows) {
    private static final DataSize LARGEST = DataSize.ofGigabytes(1);

    /** @throws IllegalArgumentException for a size that no file could meet */
    ExchangeProperties {
        if (maxFileSize != null && (maxFileSize.toBytes() < 1 || maxFileSize.compareTo(LARGEST) > 0)) {
            throw new IllegalArgumentException("cur.channel.exchange.max-file-size is not between 1 byte and 1 GB");
        }
    }
}
