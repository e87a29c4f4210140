package ru.cur.channel.inbox;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.channel.Channel;

/** Where the events of all networks are kept as they came, until they have been worked on and afterwards. */
@Service
public class Inbox {
    private final EventStore events;

    Inbox(EventStore events) {
        this.events = events;
    }

    /**
     * Stores events before they are acknowledged, all or none of them; what has come before is not stored again.
     *
     * @return how many of them are new
     */
    public int store(List<Arrival> arrivals) {
        return arrivals.isEmpty() ? 0 : events.insert(arrivals);
    }

    /** Those on which the program has given up, the newest first. */
    @Transactional(readOnly = true)
    public List<StoredEvent> failed(int newest) {
        return events.failed(newest);
    }

    /** An event as it came. */
    @Transactional(readOnly = true)
    public Optional<StoredEvent> find(long id) {
        return events.find(id);
    }

    /** An event by the name that its network gave it. */
    @Transactional(readOnly = true)
    public Optional<StoredEvent> find(Channel channel, String key) {
        return events.find(channel, key);
    }

    /** Tries once more what was given up. @return false when that event does not stand still */
    @Transactional
    public boolean again(long id) {
        return events.again(id);
    }
}
