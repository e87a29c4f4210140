package ru.cur.lives;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** In which ways a task can be completed. */
final class Ways {
    private static final String DONE = "done";

    private final String field;
    private final List<Way> ways = new ArrayList<>();

    private Ways(String field) {
        this.field = field;
    }

    /** What a person fills in beside the outcome. */
    interface Fields extends Function<Moment, Map<String, Object>> {}

    private record Way(String outcome, int weight, boolean forward, Predicate<Moment> open, Fields fields) {}

    /** @param outcome what was decided @param form with that */
    record Choice(String outcome, Map<String, Object> form) {}

    /** @param field of the form that holds the outcome */
    static Ways of(String field) {
        return new Ways(field);
    }

    /** There is nothing to decide. */
    static Ways only(Fields fields) {
        Ways ways = new Ways(null);
        ways.ways.add(new Way(DONE, 1, true, moment -> true, fields));
        return ways;
    }

    /** An outcome that brings the case nearer to its end. */
    Ways forward(String outcome, int weight, Fields fields) {
        ways.add(new Way(outcome, weight, true, moment -> true, fields));
        return this;
    }

    /** One that does not. */
    Ways aside(String outcome, int weight, Fields fields) {
        return asideIf(outcome, weight, moment -> true, fields);
    }

    Ways asideIf(String outcome, int weight, Predicate<Moment> open, Fields fields) {
        ways.add(new Way(outcome, weight, false, open, fields));
        return this;
    }

    Ways forwardIf(String outcome, int weight, Predicate<Moment> open, Fields fields) {
        ways.add(new Way(outcome, weight, true, open, fields));
        return this;
    }

    /** The field of the form that holds the outcome; null without one. */
    String field() {
        return field;
    }

    List<String> outcomes() {
        return ways.stream().map(Way::outcome).toList();
    }

    Choice choose(Moment moment) {
        List<Way> open = ways.stream().filter(way -> way.open().test(moment)).toList();
        List<Way> forward = open.stream().filter(Way::forward).toList();
        Way way = pick(moment.hurry() && !forward.isEmpty() ? forward : open, moment);
        Map<String, Object> form = new HashMap<>(way.fields().apply(moment));
        if (field != null) {
            form.put(field, way.outcome());
        }
        return new Choice(way.outcome(), form);
    }

    private static Way pick(List<Way> ways, Moment moment) {
        int dice = moment.random().nextInt(ways.stream().mapToInt(Way::weight).sum());
        for (Way way : ways) {
            dice -= way.weight();
            if (dice < 0) {
                return way;
            }
        }
        throw new IllegalStateException("Weights " + Stream.of(ways).toList());
    }
}
