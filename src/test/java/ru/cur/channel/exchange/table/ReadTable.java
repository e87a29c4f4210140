package ru.cur.channel.exchange.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a file says. */
final class ReadTable implements TableRows {
    static final Titles TITLES = new Titles(Set.of("Номер", "Текст"), Set.of("Дата", "Широта"));
    private static final int MOST_ROWS = 100;

    final List<Integer> numbers = new ArrayList<>();
    final List<Map<String, Cell>> rows = new ArrayList<>();
    final List<String> merged = new ArrayList<>();

    static ReadTable of(byte[] content) {
        return of(content, TITLES, MOST_ROWS);
    }

    static ReadTable of(byte[] content, Titles titles, int mostRows) {
        ReadTable table = new ReadTable();
        try {
            Path file = Files.createTempFile("table", ".test");
            try {
                Files.write(file, content);
                TableFile.read(file, titles, mostRows, table);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    Cell cell(int row, String title) {
        return rows.get(row).getOrDefault(title, Cell.EMPTY);
    }

    List<String> texts(String title) {
        return rows.stream()
                .map(row -> row.getOrDefault(title, Cell.EMPTY).text())
                .toList();
    }

    @Override
    public void row(int number, Map<String, Cell> cells) {
        numbers.add(number);
        rows.add(cells);
    }

    @Override
    public void merged(int firstRow, int lastRow, String range) {
        merged.add("%d-%d %s".formatted(firstRow, lastRow, range));
    }
}
