package ru.cur.lives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What many histories together have come by. */
final class LifeStatistics {
    private static final Path FOLDER = Path.of("target", "random-lives");
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

    /** For {@link #chosenByAll}. @param name of the file */
    void write(String name) throws IOException {
        Files.createDirectories(FOLDER);
        Files.write(
                FOLDER.resolve(name),
                chosen.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList());
    }

    /** How often, by task and outcome, in the histories of all JVMs. */
    static Map<String, Integer> chosenByAll() throws IOException {
        Map<String, Integer> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                for (String line : Files.readAllLines(file)) {
                    List<String> parts = List.of(line.split("="));
                    all.merge(parts.get(0), Integer.valueOf(parts.get(1)), Integer::sum);
                }
            }
        }
        return all;
    }

    /** What has been chosen least, with how often: a change that makes it rarer still will miss it. */
    static String rarest(Map<String, Integer> chosen) {
        return chosen.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(RARE)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
