package ru.cur.incident.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import ru.cur.incident.IncidentAccess;
import ru.cur.incident.attachment.WaitingFiles;

/** Takes a file for the form that registers a message, before the case exists. */
@RestController
class WaitingFileController {
    private final WaitingFiles files;

    WaitingFileController(WaitingFiles files) {
        this.files = files;
    }

    /** @param path where it is found @param fileName as it is kept */
    record Kept(String path, String fileName) {}

    @PostMapping("/waiting-files")
    ResponseEntity<Kept> keep(@RequestParam MultipartFile file, Authentication person, HttpServletRequest request)
            throws IOException {
        if (!IncidentAccess.mayRecordAuthor(person)) {
            throw new AccessDeniedException("Обращения регистрируют операторы и кураторы ЦУР");
        }
        try (InputStream content = file.getInputStream()) {
            String path = request.getContextPath() + files.keep(file.getOriginalFilename(), content, person.getName());
            return ResponseEntity.created(URI.create(path)).body(new Kept(path, file.getOriginalFilename()));
        }
    }

    /** For whoever has sent it. */
    @GetMapping(WaitingFiles.PATH + "{token}")
    ResponseEntity<byte[]> show(@PathVariable String token, Authentication person) throws IOException {
        WaitingFiles.WaitingFile file = files.find(token, person.getName()).orElse(null);
        return file == null
                ? ResponseEntity.notFound().build()
                : FileAnswer.of(
                        file.name(),
                        file.mediaType(),
                        file.shownInPlace(),
                        file.content().readAllBytes());
    }
}
