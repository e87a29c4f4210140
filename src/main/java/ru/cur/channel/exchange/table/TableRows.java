package ru.cur.channel.exchange.table;

import java.util.Map;

/** Whoever reads a table, row by row. */
public interface TableRows {

    /**
     * One row below the titles; empty ones are left out.
     *
     * @param number as the person sees it who opens the file; in JSON the place of the object in its array
     * @param cells by the titles that were asked for; what the file does not have is missing
     */
    void row(int number, Map<String, Cell> cells);

    /** These rows share a cell of a column that was asked for: only the first one seems to have it. Told after all rows. */
    void merged(int firstRow, int lastRow, String range);
}
