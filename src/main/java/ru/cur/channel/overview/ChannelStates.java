package ru.cur.channel.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import ru.cur.channel.Channel;
import ru.cur.channel.network.Chore;
import ru.cur.channel.network.ChoreLeases;
import ru.cur.channel.network.Connection;
import ru.cur.channel.network.Networks;
import ru.cur.channel.network.Networks.Health;
import ru.cur.channel.overview.ChannelFigures.Figures;
import ru.cur.channel.overview.ChannelState.Mood;

/** Judges how the channels are. */
@Component
class ChannelStates {
    private static final Duration LONG_FOR_AN_EVENT = Duration.ofMinutes(5);
    private static final Duration LONG_FOR_AN_ANSWER = Duration.ofMinutes(15);
    private static final Duration LATELY = Duration.ofHours(24);

    private final List<Connection> connections;
    private final List<Chore> chores;
    private final ChoreLeases leases;
    private final Networks networks;
    private final ChannelFigures figures;
    private final Clock clock;

    ChannelStates(
            List<Connection> connections,
            List<Chore> chores,
            ChoreLeases leases,
            Networks networks,
            ChannelFigures figures,
            Clock clock) {
        this.connections = connections;
        this.chores = chores;
        this.leases = leases;
        this.networks = networks;
        this.figures = figures;
        this.clock = clock;
    }

    /** Of all channels, those that are connected first. */
    List<ChannelState> all() {
        List<ChannelState> all =
                new ArrayList<>(Arrays.stream(Channel.values()).map(this::of).toList());
        all.sort(Comparator.comparing(state -> state.connection() == null));
        return all;
    }

    ChannelState of(Channel channel) {
        Connection connection = connections.stream()
                .filter(one -> one.channel() == channel)
                .findFirst()
                .orElse(null);
        Instant now = clock.instant();
        Figures found = figures.of(channel, now.minus(LATELY));
        List<String> faults = faults(channel, found, now);
        return new ChannelState(
                channel,
                connection,
                mood(channel, connection, faults),
                found.latest(),
                found.waitingEvents(),
                found.failedEvents(),
                found.waitingAnswers(),
                found.oldestAnswer(),
                found.troubles(),
                faults);
    }

    private Mood mood(Channel channel, Connection connection, List<String> faults) {
        if (connection == null) {
            return channel.isByHand() ? Mood.BY_HAND : Mood.OFF;
        }
        if (networks.health(channel) == Health.STOPPED) {
            return Mood.STOPPED;
        }
        return faults.isEmpty() ? Mood.WELL : Mood.DEGRADED;
    }

    private List<String> faults(Channel channel, Figures found, Instant now) {
        List<String> faults = new ArrayList<>();
        switch (networks.health(channel)) {
            case STOPPED -> faults.add("Сеть не отвечает. Ответы ждут и уйдут сами, когда она заработает.");
            case PROBED -> faults.add("Сеть не отвечала, проверяем, заработала ли она.");
            case WELL -> {}
        }
        if (found.failedEvents() > 0) {
            faults.add("Есть необработанные события: см. ниже.");
        }
        if (found.oldestEvent() != null && found.oldestEvent().isBefore(now.minus(LONG_FOR_AN_EVENT))) {
            faults.add("События ждут обработки дольше 5 минут.");
        }
        if (found.oldestAnswer() != null && found.oldestAnswer().isBefore(now.minus(LONG_FOR_AN_ANSWER))) {
            faults.add("Ответы ждут отправки дольше 15 минут.");
        }
        chores.stream()
                .filter(chore -> chore.channel() == channel)
                .flatMap(chore -> leases.error(chore.name()).stream())
                .map("Последняя проверка не удалась: %s"::formatted)
                .forEach(faults::add);
        return faults;
    }
}
