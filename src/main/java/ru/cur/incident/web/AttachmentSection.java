package ru.cur.incident.web;

import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import ru.cur.incident.Incident;
import ru.cur.incident.attachment.CaseFiles;
import ru.cur.incident.attachment.CaseFiles.Limits;
import ru.cur.incident.attachment.Purpose;
import ru.cur.incident.attachment.StoredFile;

/** What the page of a case shows of its files. */
@ControllerAdvice(assignableTypes = CasePage.class)
class AttachmentSection {
    private static final int MEGA = 1024 * 1024;

    private final AttachmentAccess access;
    private final CaseFiles files;

    AttachmentSection(AttachmentAccess access, CaseFiles files) {
        this.access = access;
        this.files = files;
    }

    /**
     * The files of a case for its page.
     *
     * @param mayAdd whether the reader may add and change files
     * @param login the reader's own
     */
    record Section(List<StoredFile> files, boolean mayAdd, Limits limits, String login) {

        public Purpose[] purposes() {
            return Purpose.values();
        }

        public String accept() {
            return String.join(",", limits.extensions());
        }

        public long maxMegabytes() {
            return limits.maxFileBytes() / MEGA;
        }

        /** His own, and neither named as a proof nor sent. */
        public boolean mayRemove(StoredFile file) {
            return mayAdd && !file.evidence() && !file.sent() && login.equals(file.addedBy());
        }
    }

    /** @return null when the page will say that there is no such case */
    @ModelAttribute("attachments")
    Section section(@PathVariable String number, Authentication reader) {
        try {
            Incident incident = access.read(number, reader);
            return new Section(
                    files.list(incident.number()), access.mayAdd(incident, reader), files.limits(), reader.getName());
        } catch (CaseNotFound nothing) {
            return null;
        }
    }
}
