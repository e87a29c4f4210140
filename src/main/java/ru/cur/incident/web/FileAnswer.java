package ru.cur.incident.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file as a browser may have it: the type that we found, and nothing guessed or run. */
final class FileAnswer {
    /** A picture or a document of its own; the viewer of PDF is an object. */
    private static final String NOTHING_RUNS =
            "default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private FileAnswer() {}

    /** @param inPlace whether the browser shows it, instead of keeping it */
    static ResponseEntity<byte[]> of(String name, String mediaType, boolean inPlace, byte[] content) {
        ContentDisposition disposition = (inPlace ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", NOTHING_RUNS)
                .body(content);
    }
}
