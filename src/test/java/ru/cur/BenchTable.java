package ru.cur;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints figures next to their goals; judges none, because the machine is noisy. */
public final class BenchTable {
    private final String title;
    private final List<String> rows = new ArrayList<>();

    public BenchTable(String title) {
        this.title = title;
    }

    public void row(String what, double measured, String unit, String goal) {
        rows.add(String.format(Locale.ROOT, "  %-48s %12.1f %-8s %s", what, measured, unit, goal));
    }

    @SuppressWarnings("SystemOut")
    public void print() {
        System.out.println("\n== " + title);
        rows.forEach(System.out::println);
    }
}
