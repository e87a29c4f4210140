package ru.cur.incident.attachment;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.util.StringUtils;

/** The name of a file as it can be shown and saved: no folders, nothing invisible, not endless. */
final class FileName {
    private static final int LONGEST = 120;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");
    private static final Pattern FORBIDDEN_IN_FILES = Pattern.compile("[<>:\"|?*]");

    private FileName() {}

    /** @param sent as the browser sends it; it may be a path, and it may be missing */
    static String clean(String sent) {
        String path = Optional.ofNullable(sent).orElse("").replace('\\', '/');
        String name =
                INVISIBLE.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceAll("");
        String usable = FORBIDDEN_IN_FILES.matcher(name).replaceAll("_").strip();
        if (usable.isEmpty() || usable.replace(".", "").isBlank()) {
            return "файл";
        }
        return usable.length() <= LONGEST ? usable : shortened(usable);
    }

    /** Keeps the extension, by which the content is judged. */
    private static String shortened(String name) {
        String extension = StringUtils.getFilenameExtension(name);
        String end = extension == null || extension.length() > 10 ? "" : "." + extension;
        return name.substring(0, LONGEST - end.length()) + end;
    }
}
