package ru.cur.channel.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import ru.cur.channel.Channel;
import ru.cur.channel.network.Troubles;
import ru.cur.platform.security.AccessRefused;

/** Counts the calls of networks; forgeries go to the audit trail, too. */
@Component
class WebhookWatch {
    private static final String CALLS = "cur.channel.events";

    private final MeterRegistry meters;
    private final Troubles troubles;
    private final ApplicationEventPublisher events;

    WebhookWatch(MeterRegistry meters, Troubles troubles, ApplicationEventPublisher events) {
        this.meters = meters;
        this.troubles = troubles;
        this.events = events;
    }

    void accepted(Channel channel, int stored, int repeated) {
        count(channel, "stored", stored);
        count(channel, "repeated", repeated);
    }

    void forged(Channel channel, String reason, String address) {
        count(channel, "forged", 1);
        troubles.note(channel, Troubles.Kind.FORGED, reason);
        events.publishEvent(new AccessRefused(
                "channel " + channel.code(), "POST /channels/" + channel.code() + "/webhook: " + reason, 403, address));
    }

    void unreadable(Channel channel, String reason) {
        count(channel, "unreadable", 1);
        troubles.note(channel, Troubles.Kind.UNREADABLE, reason);
    }

    private void count(Channel channel, String outcome, int amount) {
        meters.counter(CALLS, "channel", channel.code(), "outcome", outcome).increment(amount);
    }
}
