package ru.cur.channel.overview;

import java.time.Instant;
import java.util.List;
import ru.cur.channel.Channel;
import ru.cur.channel.network.Connection;

/**
 * How a channel is.
 *
 * @param connection null when no connector is switched on
 * @param latest when the latest message or event came; null when none ever did
 * @param waitingEvents stored, not worked on yet
 * @param failedEvents given up, a person must look
 * @param waitingAnswers approved, not out yet
 * @param oldestAnswer since when the oldest of them waits; null without any
 * @param troubles how many in the last 24 hours
 * @param faults what is wrong, in Russian sentences; empty when all is well
 */
record ChannelState(
        Channel channel,
        Connection connection,
        Mood mood,
        Instant latest,
        int waitingEvents,
        int failedEvents,
        int waitingAnswers,
        Instant oldestAnswer,
        int troubles,
        List<String> faults) {

    /** In one word. */
    enum Mood {
        OFF("не подключён"),
        BY_HAND("заносят вручную"),
        WELL("работает"),
        DEGRADED("с перебоями"),
        STOPPED("сеть не отвечает");

        private final String title;

        Mood(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public boolean isStopped() {
        return mood == Mood.STOPPED;
    }
}
