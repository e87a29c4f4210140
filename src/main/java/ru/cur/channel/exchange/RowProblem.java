package ru.cur.channel.exchange;

/**
 * Why a row can't be registered.
 *
 * @param column title in the file; null when it is the row as a whole
 * @param value as it stands there, shortened
 * @param what is wrong, in Russian
 */
record RowProblem(String column, String value, String what) {}
