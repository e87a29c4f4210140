package ru.cur.incident.attachment;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much may be attached to a case.
 *
 * @param maxFileSize of one file; a file is held in memory while it is looked at
 * @param maxCaseSize of all files of a case together
 * @param maxFiles how many files a case may have
 */
@Validated
@ConfigurationProperties("cur.attachments")
record AttachmentProperties(
        @NotNull @DefaultValue("20MB") DataSize maxFileSize,
        @NotNull @DefaultValue("200MB") DataSize maxCaseSize,
        @Min(1) @DefaultValue("50") int maxFiles) {
    private static final DataSize LARGEST_FILE = DataSize.ofMegabytes(100);

    /** @throws IllegalArgumentException for sizes that no file or no memory could meet */
    AttachmentProperties {
        if (maxFileSize != null && (maxFileSize.toBytes() < 1 || maxFileSize.compareTo(LARGEST_FILE) > 0)) {
            throw new IllegalArgumentException("cur.attachments.max-file-size is not between 1 byte and 100 MB");
        }
        if (maxFileSize != null && maxCaseSize != null && maxCaseSize.compareTo(maxFileSize) < 0) {
            throw new IllegalArgumentException("cur.attachments.max-case-size is less than one file may have");
        }
    }
}
