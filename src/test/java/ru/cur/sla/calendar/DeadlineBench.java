package ru.cur.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import ru.cur.BenchTable;

/** How long one deadline takes, next to the version that counts minutes. Each figure comes from a fresh JVM of its own. */
class DeadlineBench {
    private static final Map<String, String> ROWS = Map.of(
            "workingHours", "deadline of working hours, up to 30 days ahead",
            "workingHoursMinuteByMinute", "  the same minute by minute",
            "workingDays", "deadline of working days, up to 22 of them",
            "workingTimeBetween", "working time between two moments",
            "workingTimeBetweenMinuteByMinute", "  the same minute by minute",
            "threeQuartersOfAClock", "reading of a clock and its 75 %",
            "explanation", "explanation of a deadline in Russian");

    @Test
    void deadlines() throws RunnerException {
        Map<String, Double> nanos = new TreeMap<>();
        new Runner(new OptionsBuilder()
                        .include(DeadlineBenchmarks.class.getName())
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.milliseconds(800))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.milliseconds(400))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run()
                .forEach(result -> nanos.put(
                        result.getPrimaryResult().getLabel(),
                        result.getPrimaryResult().getScore()));
        BenchTable table = new BenchTable("Deadlines, one core, JMH");
        nanos.forEach((what, score) ->
                table.row(ROWS.get(what), score, "ns/op", what.equals("workingHours") ? "goal < 1000" : ""));
        table.print();
        assertThat(nanos).containsOnlyKeys(ROWS.keySet());
    }
}
