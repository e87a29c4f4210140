package ru.cur.reporting;

import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;

/**
 * Whose cases the caller may see.
 *
 * @param bodyId the only organisation, or empty for all of them
 */
record ReportScope(Optional<String> bodyId) {

    /** The value of the parameter {@code body} that means cases without a responsible body. */
    static final String NO_BODY = "-";

    static ReportScope everyBody() {
        return new ReportScope(Optional.empty());
    }

    static ReportScope only(String bodyId) {
        return new ReportScope(Optional.of(bodyId));
    }

    /**
     * Applies the caller's wish for one body.
     *
     * @throws AccessDeniedException if that body is not the caller's own
     */
    ReportScope narrowedTo(Optional<String> wanted) {
        if (bodyId.isPresent() && wanted.isPresent() && !wanted.equals(bodyId)) {
            throw new AccessDeniedException("Доступны только инциденты своей организации.");
        }
        return bodyId.isPresent() ? this : new ReportScope(wanted);
    }
}
