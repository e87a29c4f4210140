package ru.cur.classification;

import java.util.*;

public record Suggestion(Optional<String> categoryCode, boolean dangerToLife, Optional<String> municipalityCode) {}
