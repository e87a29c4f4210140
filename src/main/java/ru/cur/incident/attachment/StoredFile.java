package ru.cur.incident.attachment;

import java.time.Instant;
import ru.cur.incident.AttachmentAddress;
import ru.cur.incident.IncidentNumber;

/**
 * A file of a case, without its bytes.
 *
 * @param fileName as it came, without what could mislead
 * @param mediaType found by the content
 * @param size of the original in bytes
 * @param sha256 of the original, hexadecimal
 * @param evidence whether a person has named it as the proof of the work
 * @param withAnswer whether its copy goes out, or has gone out, with an answer
 * @param sent whether an answer has gone out with it already
 * @param located whether the original says where it was taken; the copy for publication never does
 * @param unpublishable why it may not leave the house, in Russian; null when it may
 * @param hasPreview whether there is a small picture of it
 * @param addedBy login
 */
public record StoredFile(
        long id,
        IncidentNumber number,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        Purpose purpose,
        boolean evidence,
        boolean withAnswer,
        boolean sent,
        boolean located,
        String unpublishable,
        boolean hasPreview,
        String addedBy,
        Instant addedAt) {

    /** Where its readers find the original; begins with a slash, not encoded. */
    public String path() {
        return AttachmentAddress.path(number, id);
    }

    public boolean isPublishable() {
        return unpublishable == null;
    }

    /** Whether a browser may show it in its own window, as nothing in it is run. */
    public boolean isShownInPlace() {
        return FileKind.ofMediaType(mediaType).isShownInPlace();
    }

    public boolean isPicture() {
        return FileKind.ofMediaType(mediaType).isPicture();
    }

    /** For people: «2,3 МБ». */
    public String sizeText() {
        return FileSize.of(size);
    }

    /** Of its kind, without the dot. */
    public String extension() {
        return FileKind.ofMediaType(mediaType).extension();
    }
}
