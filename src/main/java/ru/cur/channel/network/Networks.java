package ru.cur.channel.network;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.springframework.stereotype.Component;
import ru.cur.channel.Channel;

/** Makes the lines to the networks and knows how they are. */
@Component
public class Networks {
    private final CircuitBreakerRegistry breakers;
    private final Pace pace;
    private final Troubles troubles;

    Networks(NetworkProperties properties, Pace pace, Troubles troubles) {
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(properties.calls())
                .minimumNumberOfCalls(properties.leastCalls())
                .failureRateThreshold(properties.failuresPercent())
                .waitDurationInOpenState(properties.rest())
                .permittedNumberOfCallsInHalfOpenState(1)
                .build());
        this.pace = pace;
        this.troubles = troubles;
    }

    /** How a network is, as this node has found it. */
    public enum Health {
        /** It answers. */
        WELL,
        /** It is tried out whether it answers again. */
        PROBED,
        /** It has not answered for a while and is left alone. */
        STOPPED
    }

    /** The line to a network; the same breaker for each call. */
    public NetworkLine line(Channel channel) {
        return new NetworkLine(channel, breaker(channel), pace, troubles);
    }

    public Health health(Channel channel) {
        return switch (breaker(channel).getState()) {
            case OPEN, FORCED_OPEN -> Health.STOPPED;
            case HALF_OPEN -> Health.PROBED;
            default -> Health.WELL;
        };
    }

    /** The next call is let through, whatever the network has done so far. */
    public void tryAgain(Channel channel) {
        breaker(channel).reset();
    }

    private CircuitBreaker breaker(Channel channel) {
        return breakers.circuitBreaker(channel.code());
    }
}
