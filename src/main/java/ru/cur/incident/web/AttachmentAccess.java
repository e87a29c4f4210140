package ru.cur.incident.web;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import ru.cur.incident.Incident;
import ru.cur.incident.IncidentAccess;
import ru.cur.incident.IncidentCards;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.attachment.CaseFiles;
import ru.cur.incident.attachment.StoredFile;

/** The files of cases within the rights of a person. */
@Component
class AttachmentAccess {
    private final IncidentCards cards;
    private final CaseFiles files;

    AttachmentAccess(IncidentCards cards, CaseFiles files) {
        this.cards = cards;
        this.files = files;
    }

    /** @throws CaseNotFound when there is no such case, or the reader may not know of it */
    Incident read(String number, Authentication reader) {
        return cards.incident(CaseReader.numberOf(number))
                .filter(incident -> IncidentAccess.mayRead(reader, incident))
                .orElseThrow(() -> new CaseNotFound(number));
    }

    /** The same for those who change something. @throws AccessDeniedException when the person only reads the case */
    IncidentNumber work(String number, Authentication person) {
        Incident incident = read(number, person);
        if (!IncidentAccess.mayWork(person, incident)) {
            throw new AccessDeniedException("Файлы добавляют и меняют те, кто работает над инцидентом.");
        }
        return incident.number();
    }

    /** Whether this person may still add files to this case. */
    boolean mayAdd(Incident incident, Authentication person) {
        return !incident.status().isFinal() && IncidentAccess.mayWork(person, incident);
    }

    /** @throws CaseNotFound when the case is not the reader's, or has no such file */
    StoredFile file(String number, long id, Authentication reader) {
        IncidentNumber found = read(number, reader).number();
        return files.find(found, id).orElseThrow(() -> CaseNotFound.file(number));
    }
}
