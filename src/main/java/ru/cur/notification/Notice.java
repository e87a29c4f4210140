package ru.cur.notification;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Something that people of the staff must know. It holds no author's name, address or words: letters leave the house.
 *
 * @param key names what has happened; the same key is told to the same person once, ever
 * @param incidentNumber the case it is about; null when it is about many
 * @param recipients logins
 * @param urgent whether it is sent at once, whatever the hour
 * @param level how grave it is; in a digest the graver stand first
 * @param template file in {@code notifications/} without its ending; its first line is the subject
 * @param model what the template knows; {@code number} and {@code link} are added where there is a case
 */
public record Notice(
        String key,
        String incidentNumber,
        Set<String> recipients,
        boolean urgent,
        int level,
        String template,
        Map<String, Object> model) {

    /** The collections are copied. */
    public Notice {
        recipients = Set.copyOf(recipients);
        // Values may be null, which Map.copyOf refuses.
        model = Collections.unmodifiableMap(new HashMap<>(model));
    }
}
