package ru.cur.incident.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import ru.cur.incident.attachment.CaseFiles.Limits;
import ru.cur.incident.attachment.StoredFile;

/**
 * A file of a case for scripts.
 *
 * @param path where the original is found, encoded, without the name of the program's host
 * @param size in bytes
 * @param problem why it may not go out with an answer, in Russian; absent when it may
 */
record AttachmentJson(
        long id,
        String path,
        String fileName,
        String mediaType,
        long size,
        String purpose,
        String purposeTitle,
        boolean evidence,
        boolean withAnswer,
        boolean located,
        String problem,
        Instant addedAt) {

    /** All files of a case. @param mayAdd whether the reader may add another */
    record Files(boolean mayAdd, Limits limits, List<AttachmentJson> files) {}

    /** @param root path of the program on its host; empty when it has the host for itself */
    static AttachmentJson of(StoredFile file, String root) {
        return new AttachmentJson(
                file.id(),
                path(file, root).toASCIIString(),
                file.fileName(),
                file.mediaType(),
                file.size(),
                file.purpose().name(),
                file.purpose().title(),
                file.evidence(),
                file.withAnswer(),
                file.located(),
                file.unpublishable(),
                file.addedAt());
    }

    static URI path(StoredFile file, String root) {
        return URI.create(root + file.path());
    }
}
