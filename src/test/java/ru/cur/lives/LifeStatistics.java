package ru.cur.lives;

import java.util.Map;
import java.util.TreeMap;

/** What all histories together have come by. */
final class LifeStatistics {
    private final Map<String, Integer> chosen = new TreeMap<>();
    private int steps;

    void step() {
        steps++;
    }

    void chosen(String task, String outcome) {
        chosen.merge(task + " " + outcome, 1, Integer::sum);
    }

    int steps() {
        return steps;
    }

    /** How often, by task and outcome. */
    Map<String, Integer> chosen() {
        return Map.copyOf(chosen);
    }
}
