package ru.cur.platform.background;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Does all background work: begins when the program is ready, the demo's data included, and ends before the database does. */
@Component
@ConditionalOnProperty(name = "cur.background", matchIfMissing = true)
class BackgroundThreads implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundThreads.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration LONGEST_END = Duration.ofSeconds(20);

    private final List<BackgroundWork> works;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ended;

    BackgroundThreads(List<BackgroundWork> works) {
        this.works = List.copyOf(works);
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void begin() {
        for (BackgroundWork work : works) {
            IntStream.range(0, work.threads()).forEach(i -> {
                Thread thread = new Thread(() -> repeat(work), work.name() + '-' + i);
                threads.add(thread);
                thread.start();
            });
        }
    }

    private void repeat(BackgroundWork work) {
        try {
            while (!ended) {
                rest(once(work));
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration once(BackgroundWork work) {
        try {
            return work.work() ? Duration.ZERO : work.pause();
        } catch (Exception failure) {
            if (!ended) {
                LOG.warn("Фоновая работа «{}» прервалась и будет повторена", work.name(), failure);
            }
            return AFTER_FAILURE.compareTo(work.pause()) > 0 ? AFTER_FAILURE : work.pause();
        }
    }

    private static void rest(Duration pause) throws InterruptedException {
        if (!pause.isZero()) {
            Thread.sleep(pause.toMillis());
        }
    }

    @Override
    public void start() {
        // Beans start before the demo's data are there: see begin().
    }

    @Override
    public synchronized void stop() {
        ended = true;
        threads.forEach(Thread::interrupt);
        long deadline = System.nanoTime() + LONGEST_END.toNanos();
        for (Thread thread : threads) {
            join(thread, Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        }
        threads.clear();
    }

    private static void join(Thread thread, Duration atMost) {
        try {
            thread.join(Math.max(1, atMost.toMillis()));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !ended;
    }
}
