package ru.cur.channel.inbox;

import java.util.List;
import ru.cur.channel.Channel;

/** Reads the events of one network. Implemented once per network, in its package. */
public interface NetworkEvents {

    Channel channel();

    /**
     * What an event says.
     *
     * @return several for an event that tells of several things; never empty
     * @throws UnreadableEvent when it says nothing that can be understood: it is kept for a person to look at
     */
    List<NetworkEvent> read(StoredEvent event);
}
