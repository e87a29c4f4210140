package ru.cur.incident.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import ru.cur.incident.CaseRefusal;

/**
 * Which document a ZIP is, by what is inside. Tika's own look into containers would bring the parsers of all office formats
 * with it, for three that we take.
 */
final class OfficeFile {
    /** More than any document needs, and little enough to count through. */
    private static final long LARGEST_UNPACKED = 300L * 1024 * 1024;

    private static final int MOST_PARTS = 10_000;
    private static final int LARGEST_NOTE = 1024 * 1024;
    private static final int BUFFER = 64 * 1024;
    private static final String TOO_LARGE = "Файл не принят: распакованный, он займёт слишком много места";

    private FileKind kind;
    private boolean macros;
    private long unpacked;

    /**
     * @return null when it is an archive and no document
     * @throws CaseRefusal when it is damaged, brings macros, or unpacks to more than a document has
     */
    static FileKind kindOf(byte[] zip) {
        OfficeFile file = new OfficeFile();
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            file.read(parts);
        } catch (IOException | IllegalArgumentException broken) {
            throw new CaseRefusal("Файл повреждён: документ не открывается");
        }
        if (file.macros) {
            throw new CaseRefusal("Документ содержит макросы. Сохраните его без макросов и загрузите снова");
        }
        return file.kind;
    }

    private void read(ZipInputStream parts) throws IOException {
        int count = 0;
        for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
            if (++count > MOST_PARTS) {
                throw new CaseRefusal(TOO_LARGE);
            }
            note(part.getName(), parts);
            countRest(parts);
        }
    }

    private void note(String name, InputStream part) throws IOException {
        if (name.equals("mimetype") && kind == null) {
            kind = FileKind.ODT.mediaType().equals(text(part)) ? FileKind.ODT : null;
        } else if (name.equals("[Content_Types].xml")) {
            String types = text(part);
            macros |= types.contains("macroEnabled");
            if (types.contains("wordprocessingml.document.main+xml")) {
                kind = FileKind.DOCX;
            } else if (types.contains("spreadsheetml.sheet.main+xml")) {
                kind = FileKind.XLSX;
            }
        }
        macros |= name.endsWith("vbaProject.bin") || name.startsWith("Basic/") || name.startsWith("Scripts/");
    }

    private static String text(InputStream part) throws IOException {
        return new String(part.readNBytes(LARGEST_NOTE), StandardCharsets.UTF_8).strip();
    }

    private void countRest(InputStream part) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
            unpacked += read;
            if (unpacked > LARGEST_UNPACKED) {
                throw new CaseRefusal(TOO_LARGE);
            }
        }
    }
}
