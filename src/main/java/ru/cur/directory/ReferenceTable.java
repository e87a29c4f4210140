package ru.cur.directory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table whose content comes from a file. All values are texts here, in the form in which PostgreSQL writes them.
 *
 * @param keys how many of the columns, from the left, tell rows apart
 */
record ReferenceTable(String name, int keys, List<Column> columns) {

    /** @param type SQL type that the text is cast to */
    record Column(String name, String type) {}

    /** @param source the line that the values come from */
    record Wanted(ReferenceRow source, List<String> values) {}

    /** @param columns each as {@code name type} */
    static ReferenceTable of(String name, int keys, String... columns) {
        return new ReferenceTable(
                name,
                keys,
                List.of(columns).stream()
                        .map(column -> column.split(" "))
                        .map(parts -> new Column(parts[0], parts[1]))
                        .toList());
    }

    /**
     * Adds what is missing and corrects what differs; rows that the file does not have stay.
     *
     * @return how many rows were written
     */
    int merge(JdbcClient jdbc, List<Wanted> wanted) {
        Map<List<String>, List<String>> present = present(jdbc);
        int written = 0;
        for (Wanted row : wanted) {
            List<String> old = present.get(key(row.values()));
            if (!row.values().equals(old)) {
                write(jdbc, row, old == null);
                written++;
            }
        }
        return written;
    }

    private void write(JdbcClient jdbc, Wanted row, boolean isNew) {
        try {
            if (isNew) {
                insert(jdbc, row.values());
            } else {
                update(jdbc, row.values());
            }
        } catch (DataIntegrityViolationException e) {
            throw row.source().refusal("база данных не принимает эту строку", e);
        }
    }

    /**
     * Deletes what the file does not have, then merges.
     *
     * @return how many rows were written or deleted
     */
    int replace(JdbcClient jdbc, List<Wanted> wanted) {
        Map<List<String>, List<String>> surplus = present(jdbc);
        wanted.forEach(row -> surplus.remove(key(row.values())));
        surplus.keySet().forEach(key -> delete(jdbc, key));
        return surplus.size() + merge(jdbc, wanted);
    }

    private Map<List<String>, List<String>> present(JdbcClient jdbc) {
        String selected =
                columns.stream().map(column -> column.name() + "::text").collect(Collectors.joining(", "));
        Map<List<String>, List<String>> rows = new HashMap<>();
        jdbc.sql("select %s from %s".formatted(selected, name)).query(result -> {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                row.add(result.getString(i));
            }
            rows.put(key(row), row);
        });
        return rows;
    }

    List<String> key(List<String> row) {
        return row.subList(0, keys);
    }

    private void insert(JdbcClient jdbc, List<String> row) {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String values = columns.stream().map(ReferenceTable::value).collect(Collectors.joining(", "));
        jdbc.sql("insert into %s (%s) values (%s)".formatted(name, names, values))
                .params(parameters(row))
                .update();
    }

    private void update(JdbcClient jdbc, List<String> row) {
        String changes = columns.subList(keys, columns.size()).stream()
                .map(column -> column.name() + " = " + value(column))
                .collect(Collectors.joining(", "));
        jdbc.sql("update %s set %s where %s".formatted(name, changes, sameKey()))
                .params(parameters(row))
                .update();
    }

    private void delete(JdbcClient jdbc, List<String> key) {
        jdbc.sql("delete from %s where %s".formatted(name, sameKey()))
                .params(parameters(key))
                .update();
    }

    private String sameKey() {
        return columns.subList(0, keys).stream()
                .map(column -> "%s is not distinct from %s".formatted(column.name(), value(column)))
                .collect(Collectors.joining(" and "));
    }

    private static String value(Column column) {
        return "cast(:%s as %s)".formatted(column.name(), column.type());
    }

    private Map<String, Object> parameters(List<String> row) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        IntStream.range(0, row.size())
                .forEach(i -> parameters.put(columns.get(i).name(), row.get(i)));
        return Collections.unmodifiableMap(parameters);
    }
}
