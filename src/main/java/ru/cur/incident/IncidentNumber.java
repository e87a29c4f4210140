package ru.cur.incident;

import java.util.regex.Pattern;

/**
 * The number that people say on the phone, for instance {@code ПК-2026-000123}; also the business key of the process.
 *
 * @param value the region's letters, the year of registration and a number that grows through the year
 */
public record IncidentNumber(String value) {
    private static final Pattern FORM = Pattern.compile("ПК-\\d{4}-\\d{6,}");

    public IncidentNumber {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an incident number: " + value);
        }
    }

    static IncidentNumber of(int year, long sequence) {
        return new IncidentNumber("ПК-%d-%06d".formatted(year, sequence));
    }

    @Override
    public String toString() {
        return value;
    }
}
