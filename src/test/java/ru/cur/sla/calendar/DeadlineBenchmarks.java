package ru.cur.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;
import ru.cur.sla.clock.ClockEvent;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Explanation;
import ru.cur.sla.clock.Limit;
import ru.cur.sla.clock.SlaClock;

/** What {@link DeadlineBench} measures. Starts and lengths vary, so that no branch can be learnt by heart. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DeadlineBenchmarks {
    private static final int CASES = 4_096;
    /** Thirty days ahead have about 22 working days. */
    private static final int MOST_HOURS = 22 * 8;

    private final WorkingCalendar calendar = PublishedCalendar.ofTheRegion();
    private final MinuteByMinute slow = SampleHours.REGION.minuteByMinute();
    private final Instant[] starts = new Instant[CASES];
    private final Instant[] ends = new Instant[CASES];
    private final Term[] hours = new Term[CASES];
    private final Term[] days = new Term[CASES];
    private final SlaClock[] clocks = new SlaClock[CASES];
    private int next;

    public DeadlineBenchmarks() {
        Random random = new Random(1);
        for (int i = 0; i < CASES; i++) {
            starts[i] = Instant.parse("2025-01-01T00:00:00Z").plusSeconds(60L * random.nextInt(60 * 24 * 600));
            hours[i] = new Term(1 + random.nextInt(MOST_HOURS), TermUnit.WORKING_HOURS);
            days[i] = new Term(1 + random.nextInt(22), TermUnit.WORKING_DAYS);
            ends[i] = starts[i].plusSeconds(60L * random.nextInt(60 * 24 * 30));
            clocks[i] = new SlaClock(
                    "ПК-2026-000001",
                    ClockKind.FIRST_ANSWER,
                    1,
                    null,
                    new Limit.Within(hours[i]),
                    1,
                    List.of(new ClockEvent(starts[i], ClockEvent.Type.STARTED, null, "system", null, null)));
        }
    }

    private int next() {
        next = (next + 1) & (CASES - 1);
        return next;
    }

    @Benchmark
    public Instant workingHours() {
        int i = next();
        return calendar.deadline(starts[i], hours[i]);
    }

    @Benchmark
    public Instant workingHoursMinuteByMinute() {
        int i = next();
        return slow.after(starts[i], hours[i].amount() * 60);
    }

    @Benchmark
    public Instant workingDays() {
        int i = next();
        return calendar.deadline(starts[i], days[i]);
    }

    @Benchmark
    public Duration workingTimeBetween() {
        int i = next();
        return calendar.workingTime(starts[i], ends[i]);
    }

    @Benchmark
    public int workingTimeBetweenMinuteByMinute() {
        int i = next();
        return slow.workedBetween(starts[i], ends[i]);
    }

    @Benchmark
    public Object threeQuartersOfAClock() {
        int i = next();
        return clocks[i].read(calendar).at(75);
    }

    @Benchmark
    public String explanation() {
        int i = next();
        return Explanation.of(clocks[i].read(calendar)).text();
    }
}
