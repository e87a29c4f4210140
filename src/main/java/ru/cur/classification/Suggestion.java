package ru.cur.classification;

import java.util.Optional;

/**
 * What a text seems to say; a person confirms.
 *
 * @param dangerToLife whether somebody may be in danger
 */
public record Suggestion(Optional<String> categoryCode, boolean dangerToLife, Optional<String> municipalityCode) {}
