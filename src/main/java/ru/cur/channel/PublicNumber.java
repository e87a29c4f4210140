package ru.cur.channel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.cur.incident.IncidentNumber;

/** Numbers of cases as people and programs write them from memory. */
public final class PublicNumber {
    private static final Pattern FORM = Pattern.compile("(?iu)(?:пк|pk)?[\\s–—-]*(\\d{4})[\\s–—-]+(\\d{1,9})");

    private PublicNumber() {}

    /** @param written «ПК-2026-000123», also «2026-123», in any case of letters; empty for anything else */
    public static Optional<IncidentNumber> of(String written) {
        Matcher form = FORM.matcher(written == null ? "" : written.strip());
        return form.matches()
                ? Optional.of(
                        new IncidentNumber("ПК-%s-%06d".formatted(form.group(1), Integer.parseInt(form.group(2)))))
                : Optional.empty();
    }
}
