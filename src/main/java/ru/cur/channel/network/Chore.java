package ru.cur.channel.network;

import java.time.Duration;
import ru.cur.channel.Channel;
import ru.cur.platform.background.BackgroundWork;

/** What one node at a time does for a channel again and again: asking for news, renewing a subscription. */
public abstract class Chore implements BackgroundWork {
    private final Channel channel;
    private final String name;
    private final Duration every;
    private final ChoreLeases leases;

    /** @param name of the chore, in Latin letters: {@code vk poll} @param every how often */
    protected Chore(Channel channel, String name, Duration every, ChoreLeases leases) {
        this.channel = channel;
        this.name = name;
        this.every = every;
        this.leases = leases;
    }

    /** Does it once. @throws Exception it is noted for the page «Каналы», and tried again after the usual time */
    protected abstract void perform() throws Exception;

    public final Channel channel() {
        return channel;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Duration pause() {
        return every.compareTo(Duration.ofSeconds(10)) < 0 ? every : Duration.ofSeconds(10);
    }

    @Override
    public final boolean work() throws Exception {
        if (leases.take(name)) {
            String error = "прервано";
            try {
                perform();
                error = null;
            } catch (Exception failure) {
                error = failure.getMessage();
                throw failure;
            } finally {
                leases.release(name, every, error);
            }
        }
        return false;
    }
}
