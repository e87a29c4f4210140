package ru.cur.incident;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One change of a case as one statement; only the columns named in it are written, so that parallel branches never collide. */
final class IncidentUpdate {
    private final JdbcClient jdbc;
    private final String number;
    private final Map<String, String> assignments = new LinkedHashMap<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    IncidentUpdate(JdbcClient jdbc, String number) {
        this.jdbc = jdbc;
        this.number = number;
    }

    IncidentUpdate set(String column, Object value) {
        assignments.put(column, ":" + column);
        values.put(column, stored(value));
        return this;
    }

    /** Keeps the value that is there: the first moment counts. */
    IncidentUpdate setOnce(String column, Object value) {
        assignments.put(column, "coalesce(%s, :%s)".formatted(column, column));
        values.put(column, stored(value));
        return this;
    }

    IncidentUpdate increment(String column) {
        assignments.put(column, column + " + 1");
        return this;
    }

    /** Does nothing when nothing was set. */
    void applyIfAny() {
        if (!assignments.isEmpty()) {
            apply();
        }
    }

    /** @throws IllegalStateException when there is no such case */
    void apply() {
        String sql = assignments.entrySet().stream()
                .map(assignment -> assignment.getKey() + " = " + assignment.getValue())
                .collect(Collectors.joining(", ", "update incident set ", " where number = :number"));
        if (jdbc.sql(sql).params(values).param("number", number).update() != 1) {
            throw new IllegalStateException("No incident " + number);
        }
    }

    private static Object stored(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return value instanceof Instant moment ? Timestamp.from(moment) : value;
    }
}
