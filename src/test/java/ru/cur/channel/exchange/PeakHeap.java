package ru.cur.channel.exchange;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** How much the heap has held at most since this was made: after each collection, so without what was waste already. */
final class PeakHeap implements AutoCloseable {
    private static final long MILLIS = 20;

    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    private final Thread watch = new Thread(this::watch, "peak heap");
    private volatile long peak;
    private volatile boolean ended;

    PeakHeap() {
        watch.setDaemon(true);
        watch.start();
    }

    private void watch() {
        try {
            while (!ended) {
                peak = Math.max(
                        peak,
                        pools.stream()
                                .filter(pool -> pool.getCollectionUsage() != null)
                                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                                .sum());
                Thread.sleep(MILLIS);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    long peak() {
        return peak;
    }

    @Override
    public void close() {
        ended = true;
    }
}
