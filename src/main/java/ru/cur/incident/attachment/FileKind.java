package ru.cur.incident.attachment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What may be attached. Pictures are what answers carry; documents are acts and orders; a video shows what a picture can't.
 * Nothing that a browser or an office program would run, and no archive, which would hide what is in it.
 */
enum FileKind {
    JPEG("image/jpeg", "снимок JPEG", Set.of("image/jpeg"), "jpg", "jpeg", "jpe", "jfif"),
    PNG("image/png", "изображение PNG", Set.of("image/png", "image/apng", "image/vnd.mozilla.apng"), "png"),
    WEBP("image/webp", "изображение WebP", Set.of("image/webp"), "webp"),
    GIF("image/gif", "изображение GIF", Set.of("image/gif"), "gif"),
    PDF("application/pdf", "документ PDF", Set.of("application/pdf"), "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "документ Word", Set.of(), "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "таблица Excel", Set.of(), "xlsx"),
    ODT("application/vnd.oasis.opendocument.text", "документ OpenDocument", Set.of(), "odt"),
    /** What phones make; Tika names some of their MP4 by its older brother, QuickTime. */
    VIDEO("video/mp4", "видео MP4", Set.of("video/mp4", "video/quicktime", "video/x-m4v"), "mp4", "mov", "m4v");

    /** For sentences that refuse another kind. */
    static final String ALLOWED =
            "Можно загрузить изображение JPEG, PNG, WebP или GIF, документ PDF, DOCX, XLSX или ODT, видео MP4";

    private final String mediaType;
    private final String title;
    private final Set<String> detectedAs;
    private final List<String> extensions;

    FileKind(String mediaType, String title, Set<String> detectedAs, String... extensions) {
        this.mediaType = mediaType;
        this.title = title;
        this.detectedAs = detectedAs;
        this.extensions = List.of(extensions);
    }

    /** @param detected media type that the content was found to have */
    static Optional<FileKind> detectedAs(String detected) {
        return Arrays.stream(values())
                .filter(kind -> kind.detectedAs.contains(detected))
                .findFirst();
    }

    static FileKind ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow();
    }

    /** What a browser offers when a person chooses a file. */
    static List<String> allExtensions() {
        return Arrays.stream(values())
                .flatMap(kind -> kind.extensions.stream())
                .map(extension -> "." + extension)
                .toList();
    }

    String mediaType() {
        return mediaType;
    }

    String title() {
        return title;
    }

    /** The usual one, without the dot. */
    String extension() {
        return extensions.get(0);
    }

    boolean goesBy(String extension) {
        return extensions.contains(extension.toLowerCase(Locale.ROOT));
    }

    boolean isPicture() {
        return mediaType.startsWith("image/");
    }

    /** Whether a browser shows it by itself, without running anything that is in it. */
    boolean isShownInPlace() {
        return isPicture() || this == PDF;
    }
}
