package ru.cur.channel.exchange.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the row of the titles, which some exports write below a heading of theirs, and names the cells by them. */
final class HeadedRows {
    private static final int HEADER_WITHIN = 20;
    private static final int LETTERS = 26;

    private final Titles titles;
    private final int mostRows;
    private final TableRows next;
    private final Map<Integer, String> columns = new TreeMap<>();

    private boolean headerFound;
    private int above;
    private int rows;
    private Collection<String> bestFound = List.of();
    private List<String> bestTitles = List.of();

    HeadedRows(Titles titles, int mostRows, TableRows next) {
        this.titles = titles;
        this.mostRows = mostRows;
        this.next = next;
    }

    /** @param cells by column, the first is 0 */
    void row(int number, Map<Integer, Cell> cells) {
        if (cells.values().stream().allMatch(Cell::isBlank)) {
            return;
        }
        if (!headerFound) {
            lookForTitles(cells);
            return;
        }
        if (++rows > mostRows) {
            throw new UnreadableFile(
                    "В файле больше %d строк. Разделите его на части и загрузите по очереди.".formatted(mostRows));
        }
        Map<String, Cell> named = new HashMap<>();
        columns.forEach((column, title) -> named.put(title, cells.getOrDefault(column, Cell.EMPTY)));
        // A row in which only columns of no interest are filled is a remark of somebody's.
        if (!named.values().stream().allMatch(Cell::isBlank)) {
            next.row(number, named);
        }
    }

    private void lookForTitles(Map<Integer, Cell> cells) {
        Map<Integer, String> found = wanted(cells);
        if (titles.suffice(found.values())) {
            refuseTwins(found);
            columns.putAll(found);
            headerFound = true;
            return;
        }
        if (bestTitles.isEmpty() || found.size() > bestFound.size()) {
            bestFound = found.values();
            bestTitles = cells.values().stream().map(Cell::text).toList();
        }
        if (++above == HEADER_WITHIN) {
            throw titles.missing(bestFound, bestTitles);
        }
    }

    private Map<Integer, String> wanted(Map<Integer, Cell> cells) {
        Map<Integer, String> found = new TreeMap<>();
        new TreeMap<>(cells)
                .forEach((column, cell) -> titles.wanted(cell.text()).ifPresent(title -> found.put(column, title)));
        return found;
    }

    private static void refuseTwins(Map<Integer, String> found) {
        Map<String, Integer> first = new HashMap<>();
        found.forEach((column, title) -> {
            Integer twin = first.putIfAbsent(title, column);
            if (twin != null) {
                throw new UnreadableFile(
                        "Столбец «%s» встречается в файле дважды: %s и %s. Оставьте один из них или переименуйте лишний."
                                .formatted(title, letters(twin), letters(column)));
            }
        });
    }

    /** How many of the titles the best of the first rows has: tells a wrong separator of columns. */
    int titlesSeen() {
        return headerFound ? Integer.MAX_VALUE : bestFound.size();
    }

    void merged(int firstRow, int lastRow, int firstColumn, int lastColumn, String range) {
        if (columns.keySet().stream().anyMatch(column -> column >= firstColumn && column <= lastColumn)) {
            next.merged(firstRow, lastRow, range);
        }
    }

    /** To be called after the last row. */
    void end() {
        if (!headerFound) {
            throw titles.missing(bestFound, new ArrayList<>(bestTitles));
        }
        if (rows == 0) {
            throw new UnreadableFile("Под названиями столбцов нет ни одной строки.");
        }
    }

    /** The name of a column in a workbook: A, B, …, AA. */
    private static String letters(int column) {
        String rest = column < LETTERS ? "" : letters(column / LETTERS - 1);
        return rest + (char) ('A' + column % LETTERS);
    }
}
