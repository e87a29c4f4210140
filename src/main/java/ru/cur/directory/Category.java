package ru.cur.directory;

/**
 * What a complaint is about.
 *
 * @param priority P0 (the most urgent) to P3
 * @param firstAnswerTerm for instance {@code 8 WORKING_HOURS}; null where the term of the priority holds
 * @param solutionTerm the same for the final answer after an interim one
 * @param evidenceRequired whether work on it counts only with photos, place and date
 */
public record Category(
        String code,
        String name,
        String priority,
        String firstAnswerTerm,
        String solutionTerm,
        boolean evidenceRequired) {}
