package ru.cur.channel.overview;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** {@code /actuator/health/channels}: a network that stands still makes no sick program, so the whole stays up. */
@Component("channelsHealthIndicator")
class ChannelsHealth implements HealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED", "A channel does not work as it should");

    private final ChannelStates states;

    ChannelsHealth(ChannelStates states) {
        this.states = states;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (ChannelState state : states.all()) {
            if (state.connection() != null) {
                health.withDetail(state.channel().code(), state.mood().name());
            }
            if (state.mood() == ChannelState.Mood.DEGRADED || state.isStopped()) {
                health.status(DEGRADED);
            }
        }
        return health.build();
    }
}
