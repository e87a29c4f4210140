package ru.cur.escalation;

import java.util.List;

/**
 * A body with broken terms.
 *
 * @param name short name of the organisation; for cases without one it says so
 * @param count how many cases
 * @param longest some of them, the longest overdue first
 */
public record OverdueBody(String name, int count, List<OverdueCase> longest) {}
