package ru.cur.channel.network;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import ru.cur.channel.Channel;
import ru.cur.reply.ReplyNotOut;
import ru.cur.reply.ReplyWaits;

/** The way out to one network. Every call of a connector goes through it. */
public final class NetworkLine {
    /** So long a call waits for its turn where it is; longer waits are the caller's. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Channel channel;
    private final CircuitBreaker breaker;
    private final Pace pace;
    private final Troubles troubles;

    NetworkLine(Channel channel, CircuitBreaker breaker, Pace pace, Troubles troubles) {
        this.channel = channel;
        this.breaker = breaker;
        this.pace = pace;
        this.troubles = troubles;
    }

    /** Calls that keep a distance from each other. @param name of the lane within its network: all of it, or one chat */
    public record Lane(String name, Duration distance) {

        /** @param name of the lane within its network */
        public static Lane perSecond(String name, double calls) {
            return new Lane(name, Duration.ofNanos((long) (1e9 / calls)));
        }
    }

    /**
     * Asks the network something.
     *
     * @param call throws {@link NetworkFailure} or {@link NetworkPause} where the network is at fault; what else it throws is an
     *     answer of a network that works
     * @param lanes whose turn must come first
     * @throws ReplyWaits when the network stands still or asks for a pause
     * @throws ReplyNotOut when the network failed and certainly has nothing of it
     * @throws NetworkFailure when it failed and may have something of it
     */
    public <T> T ask(Supplier<T> call, Lane... lanes) {
        permission();
        long begun = System.nanoTime();
        try {
            for (Lane lane : lanes) {
                waitFor(lane);
            }
            T answer = call.get();
            breaker.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            return answer;
        } catch (NetworkFailure failure) {
            breaker.onError(System.nanoTime() - begun, TimeUnit.NANOSECONDS, failure);
            troubles.note(channel, Troubles.Kind.FAILED, failure.getMessage());
            throw failure.isUntouched() ? new ReplyNotOut(failure.getMessage(), failure) : failure;
        } catch (NetworkPause asked) {
            breaker.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            troubles.note(channel, Troubles.Kind.PAUSED, asked.getMessage());
            for (Lane lane : lanes) {
                pace.close(key(lane), asked.pause());
            }
            throw ReplyWaits.forNetwork("%s просит подождать".formatted(channel.title()), asked);
        } catch (RuntimeException answered) {
            breaker.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            throw answered;
        }
    }

    private void permission() {
        try {
            breaker.acquirePermission();
        } catch (CallNotPermittedException open) {
            throw ReplyWaits.forNetwork("%s сейчас не отвечает".formatted(channel.title()), open);
        }
    }

    private void waitFor(Lane lane) {
        Duration wait = pace.reserve(key(lane), lane.distance(), LONGEST_WAIT)
                .orElseThrow(() -> ReplyWaits.forNetwork(
                        "%s принимает не больше сообщений за это время".formatted(channel.title()), null));
        try {
            Thread.sleep(wait.toMillis(), wait.toNanosPart() % 1_000_000);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new ReplyNotOut("The program ends", end);
        }
    }

    private String key(Lane lane) {
        return channel.code() + ' ' + lane.name();
    }
}
