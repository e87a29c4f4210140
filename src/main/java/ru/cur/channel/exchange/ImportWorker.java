package ru.cur.channel.exchange;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Does on this node what waits in the table of rows, one after the other. It begins when the program is ready, so in the demo
 * after its two months, and lets go between two rows.
 */
@Component
class ImportWorker implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final int SECONDS_TO_END = 20;

    private final ImportWork work;
    private final ExchangeProperties properties;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "imports");

    ImportWorker(ImportWork work, ExchangeProperties properties) {
        this.work = work;
        this.properties = properties;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (properties.background()) {
            thread.start();
        }
    }

    private void run() {
        try {
            boolean ended = false;
            while (!ended) {
                ended = ending.await(done() ? 0 : properties.pause().toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether there may be more at once */
    private boolean done() {
        try {
            return work.registerNext();
        } catch (RuntimeException unreachable) {
            LOG.error("Imports wait: the next row could not be looked for", unreachable);
            return false;
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        ending.countDown();
        thread.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_END));
    }
}
