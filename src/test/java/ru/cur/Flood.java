package ru.cur;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Clients that send at a steady rate, or as fast as they can, and how long each waited for its answer. */
public record Flood(int clients, int each, Duration pause) {

    /** One call, which checks its answer itself. */
    public interface Call {
        /** @param client its number @param index of the call of this client */
        void send(int client, int index);
    }

    /** @param perSecond calls of all clients together; none as fast as they can */
    public static Flood paced(int clients, int each, int perSecond) {
        return new Flood(clients, each, Duration.ofNanos(1_000_000_000L * clients / perSecond));
    }

    public static Flood unpaced(int clients, int each) {
        return new Flood(clients, each, Duration.ZERO);
    }

    /** @return waiting times in nanoseconds, sorted; each counts from the moment at which its call was to be made */
    public long[] send(Call call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<long[]>> calls = IntStream.range(0, clients)
                    .<Callable<long[]>>mapToObj(client -> () -> sendAll(client, call))
                    .toList();
            List<Long> waits = new ArrayList<>();
            for (Future<long[]> future : threads.invokeAll(calls)) {
                Arrays.stream(future.get()).forEach(waits::add);
            }
            return waits.stream().mapToLong(Long::longValue).sorted().toArray();
        } finally {
            threads.shutdown();
        }
    }

    private long[] sendAll(int client, Call call) {
        long[] waits = new long[each];
        long begun = System.nanoTime();
        for (int i = 0; i < each; i++) {
            long due = begun + i * pause.toNanos();
            LockSupport.parkNanos(due - System.nanoTime());
            long start = pause.isZero() ? System.nanoTime() : due;
            call.send(client, i);
            waits[i] = System.nanoTime() - start;
        }
        return waits;
    }

    /** The wait in milliseconds that only so many were longer than. @param share for instance 0.99 */
    public static double millis(long[] sorted, double share) {
        return sorted[(int) (sorted.length * share)] / 1e6;
    }
}
