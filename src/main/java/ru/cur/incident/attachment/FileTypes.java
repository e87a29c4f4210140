package ru.cur.incident.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import ru.cur.incident.CaseRefusal;

/** Finds out what a file is by what is in it. */
final class FileTypes {
    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    /** What people send most often of that which is not taken. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("text/html", "веб-страница (HTML)"),
            Map.entry("application/xhtml+xml", "веб-страница (HTML)"),
            Map.entry("image/svg+xml", "рисунок SVG, в котором может быть программа"),
            Map.entry("image/heic", "снимок HEIC, сохраните его как JPEG"),
            Map.entry("image/heif", "снимок HEIF, сохраните его как JPEG"),
            Map.entry("image/avif", "снимок AVIF, сохраните его как JPEG"),
            Map.entry("image/tiff", "изображение TIFF, сохраните его как JPEG или PNG"),
            Map.entry("application/x-tika-msoffice", "документ старого формата Office (.doc, .xls)"),
            Map.entry("application/zip", "архив ZIP, загрузите файлы из него по одному"),
            Map.entry("application/x-msdownload", "программа"),
            Map.entry("application/x-dosexec", "программа"));

    private FileTypes() {}

    /**
     * @param name with which the file came; one without an extension claims nothing
     * @throws CaseRefusal when the content is none of the kinds allowed, or the name claims another
     */
    static FileKind of(byte[] content, String name) {
        if (content.length == 0) {
            throw new CaseRefusal("Файл «%s» пустой".formatted(name));
        }
        FileKind kind = kind(content, name);
        int dot = name.lastIndexOf('.');
        if (dot >= 0 && !kind.goesBy(name.substring(dot + 1))) {
            throw new CaseRefusal("Файл «%s» не принят: имя и содержимое не сходятся, на самом деле это %s (.%s)"
                    .formatted(name, kind.title(), kind.extension()));
        }
        return kind;
    }

    private static FileKind kind(byte[] content, String name) {
        String detected = detect(content);
        FileKind office = isContainer(detected) ? OfficeFile.kindOf(content) : null;
        if (office != null) {
            return office;
        }
        return FileKind.detectedAs(detected)
                .orElseThrow(() -> new CaseRefusal("Файл «%s» не принят: по содержимому это %s. %s"
                        .formatted(name, OTHERS.getOrDefault(detected, "файл другого вида"), FileKind.ALLOWED)));
    }

    private static boolean isContainer(String detected) {
        return detected.equals("application/zip")
                || detected.equals("application/x-tika-ooxml")
                || detected.equals(FileKind.ODT.mediaType());
    }

    private static String detect(byte[] content) {
        try {
            return TYPES.detect(new ByteArrayInputStream(content), new Metadata())
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
