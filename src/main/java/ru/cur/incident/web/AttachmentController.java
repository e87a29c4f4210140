package ru.cur.incident.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.cur.incident.CaseRefusal;
import ru.cur.incident.Incident;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.attachment.CaseFiles;
import ru.cur.incident.attachment.PublishedFile;
import ru.cur.incident.attachment.Purpose;
import ru.cur.incident.attachment.StoredFile;
import ru.cur.platform.security.PersonalDataOpened;

/** Files of a case over HTTP: scripts speak JSON, the page of the case sends forms and is shown again. */
@Controller
@RequestMapping("/incidents/{number}/attachments")
class AttachmentController {
    private static final String ID = "/{id:\\d{1,18}}";
    private static final String BACK = "redirect:/incidents/{number}#attachments";

    /** What the page shows of a refusal after it has been opened again. */
    static final String PROBLEM = "fileProblem";

    private final AttachmentAccess access;
    private final CaseFiles files;
    private final ApplicationEventPublisher events;

    AttachmentController(AttachmentAccess access, CaseFiles files, ApplicationEventPublisher events) {
        this.access = access;
        this.files = files;
        this.events = events;
    }

    @GetMapping
    @ResponseBody
    AttachmentJson.Files list(@PathVariable String number, Authentication reader, HttpServletRequest request) {
        Incident incident = access.read(number, reader);
        List<AttachmentJson> all = files.list(incident.number()).stream()
                .map(file -> AttachmentJson.of(file, request.getContextPath()))
                .toList();
        return new AttachmentJson.Files(access.mayAdd(incident, reader), files.limits(), all);
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ResponseEntity<AttachmentJson> add(
            @PathVariable String number,
            @RequestParam MultipartFile file,
            @RequestParam Purpose purpose,
            @RequestParam(defaultValue = "false") boolean withAnswer,
            Authentication person,
            HttpServletRequest request)
            throws IOException {
        StoredFile added = add(access.work(number, person), file, purpose, withAnswer, person);
        return ResponseEntity.created(AttachmentJson.path(added, request.getContextPath()))
                .body(AttachmentJson.of(added, request.getContextPath()));
    }

    @PostMapping
    String addFromPage(
            @PathVariable String number,
            @RequestParam MultipartFile file,
            @RequestParam Purpose purpose,
            @RequestParam(defaultValue = "false") boolean withAnswer,
            Authentication person,
            RedirectAttributes page)
            throws IOException {
        IncidentNumber found = access.work(number, person);
        try {
            add(found, file, purpose, withAnswer, person);
        } catch (CaseRefusal refusal) {
            page.addFlashAttribute(PROBLEM, refusal.getMessage());
        }
        return BACK;
    }

    private StoredFile add(
            IncidentNumber number, MultipartFile file, Purpose purpose, boolean withAnswer, Authentication person)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            return files.add(number, purpose, file.getOriginalFilename(), content, withAnswer, person.getName());
        }
    }

    @PostMapping(ID + "/with-answer")
    String sendWithAnswer(
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam boolean withAnswer,
            Authentication person,
            RedirectAttributes page) {
        IncidentNumber found = access.work(number, person);
        return change(page, () -> files.sendWithAnswer(found, id, withAnswer, person.getName()));
    }

    @PostMapping(ID + "/remove")
    String remove(@PathVariable String number, @PathVariable long id, Authentication person, RedirectAttributes page) {
        IncidentNumber found = access.work(number, person);
        return change(page, () -> files.remove(found, id, person.getName()));
    }

    private static String change(RedirectAttributes page, Runnable change) {
        try {
            change.run();
        } catch (CaseRefusal refusal) {
            page.addFlashAttribute(PROBLEM, refusal.getMessage());
        }
        return BACK;
    }

    /** The original; who opens one that says where it was taken is remembered. */
    @GetMapping(ID)
    ResponseEntity<byte[]> original(
            @PathVariable String number, @PathVariable long id, Authentication reader, HttpServletRequest request) {
        StoredFile file = access.file(number, id, reader);
        if (file.located()) {
            events.publishEvent(new PersonalDataOpened(
                    reader.getName(), "original with position " + file.path(), request.getRemoteAddr()));
        }
        return FileAnswer.of(file.fileName(), file.mediaType(), file.isShownInPlace(), files.original(file));
    }

    /** What goes out of the house, for those who decide about it. */
    @GetMapping(ID + "/public")
    ResponseEntity<byte[]> publicCopy(@PathVariable String number, @PathVariable long id, Authentication reader) {
        PublishedFile copy =
                files.publicCopy(access.file(number, id, reader)).orElseThrow(() -> CaseNotFound.file(number));
        return FileAnswer.of(copy.name(), copy.mediaType(), true, copy.content().get());
    }

    @GetMapping(ID + "/preview")
    ResponseEntity<byte[]> preview(@PathVariable String number, @PathVariable long id, Authentication reader) {
        byte[] preview = files.preview(access.file(number, id, reader)).orElseThrow(() -> CaseNotFound.file(number));
        return FileAnswer.of("preview.jpg", MediaType.IMAGE_JPEG_VALUE, true, preview);
    }
}
