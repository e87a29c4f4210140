package ru.cur.incident;

import java.net.URI;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the files of cases are found. */
public final class AttachmentAddress {
    private static final Pattern PATH = Pattern.compile("(?:/[^/]+)*?/incidents/([^/]+)/attachments/(\\d{1,18})");

    private AttachmentAddress() {}

    /** Begins with a slash; the letters of the number are not encoded. */
    public static String path(IncidentNumber number, long id) {
        return "/incidents/%s/attachments/%d".formatted(number, id);
    }

    /**
     * The file that an address names. By which name of the program it begins does not matter: people reach it by several.
     *
     * @return empty when it is no address of a file of this case
     */
    static OptionalLong idIn(String address, IncidentNumber number) {
        try {
            Matcher path = PATH.matcher(String.valueOf(URI.create(address).getPath()));
            return path.matches() && path.group(1).equals(number.value())
                    ? OptionalLong.of(Long.parseLong(path.group(2)))
                    : OptionalLong.empty();
        } catch (IllegalArgumentException noAddress) {
            return OptionalLong.empty();
        }
    }
}
