package ru.cur.lives;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What may be filled in for each task of the diagrams of a case. */
final class RandomActs {
    private final Map<String, Ways> ways = new TreeMap<>();

    /** @param categories codes that a message may get */
    RandomActs(List<String> categories) {
        Stream.of(new TriageActs(categories).all(), WorkActs.all(), AnswerActs.all(), CurActs.all())
                .forEach(ways::putAll);
    }

    Ways.Choice of(Moment moment) {
        Ways known = ways.get(moment.task().key());
        if (known == null) {
            throw new AssertionError("Nobody here knows what to do with " + moment.task());
        }
        return known.choose(moment);
    }

    /** By the id of the task. */
    Map<String, Ways> all() {
        return Map.copyOf(ways);
    }
}
