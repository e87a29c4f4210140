package ru.cur.reporting;

import java.util.List;

/**
 * One page of a list of cases.
 *
 * @param number of this page, from 1
 * @param total cases in the whole list
 */
record CasePage(List<SlaCase> cases, int number, int pages, long total) {

    public boolean hasPrevious() {
        return number > 1;
    }

    public boolean hasNext() {
        return number < pages;
    }
}
