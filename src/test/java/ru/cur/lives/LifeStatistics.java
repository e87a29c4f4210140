package ru.cur.lives;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What all histories together have come by. */
final class LifeStatistics {
    private static final int RARE = 5;

    private final Map<String, Integer> chosen = new TreeMap<>();
    private int steps;

    void step() {
        steps++;
    }

    void chosen(String task, String outcome) {
        chosen.merge(key(task, outcome), 1, Integer::sum);
    }

    static String key(String task, String outcome) {
        return task + " " + outcome;
    }

    int steps() {
        return steps;
    }

    /** What has been chosen least, with how often: a change that makes it rarer still will miss it. */
    String rarest() {
        return chosen.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(RARE)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /** How often, by task and outcome. */
    Map<String, Integer> chosen() {
        return Map.copyOf(chosen);
    }
}
