package ru.cur.channel.inbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.cur.platform.background.BackgroundWork;

/** Works on stored events one by one, each in a transaction of its own; the nodes share them through the database. */
@Component
public class InboxWork implements BackgroundWork {
    private static final Logger LOG = LoggerFactory.getLogger(InboxWork.class);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10));

    private final EventStore events;
    private final EventHandling handling;
    private final TransactionTemplate transaction;
    private final InboxProperties properties;

    InboxWork(
            EventStore events,
            EventHandling handling,
            PlatformTransactionManager transactions,
            InboxProperties properties) {
        this.events = events;
        this.handling = handling;
        this.transaction = new TransactionTemplate(transactions);
        this.properties = properties;
    }

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public Duration pause() {
        return properties.pause();
    }

    @Override
    public int threads() {
        return properties.threads();
    }

    /** Works on one event. @return false when none waits */
    @Override
    public boolean work() {
        AtomicReference<StoredEvent> claimed = new AtomicReference<>();
        try {
            transaction.executeWithoutResult(begun -> events.claim().ifPresent(event -> {
                claimed.set(event);
                events.done(event, handling.handle(event).orElse(null));
            }));
        } catch (RuntimeException failure) {
            if (claimed.get() == null) {
                throw failure;
            }
            putOff(claimed.get(), failure);
        }
        return claimed.get() != null;
    }

    /** Works until nothing is left that could be worked on now. */
    public void workAll() {
        boolean more = true;
        while (more) {
            more = work();
        }
    }

    private void putOff(StoredEvent event, RuntimeException failure) {
        boolean hopeless = failure instanceof UnreadableEvent || event.attempts() >= PAUSES.size();
        LOG.warn(
                "Событие {} канала {} не обработано: {}",
                event.id(),
                event.channel().code(),
                failure.toString());
        transaction.executeWithoutResult(
                begun -> events.failed(event, reason(failure), hopeless ? null : PAUSES.get(event.attempts())));
    }

    /** Messages of libraries may quote the event; what is unreadable is our own sentence. */
    private static String reason(RuntimeException failure) {
        return failure instanceof UnreadableEvent
                ? failure.getMessage()
                : "Сбой при обработке: " + failure.getClass().getSimpleName();
    }
}
