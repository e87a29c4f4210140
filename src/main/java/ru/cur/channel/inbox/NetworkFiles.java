package ru.cur.channel.inbox;

import java.io.IOException;
import ru.cur.channel.Channel;

/** Fetches files of one network that no link without a secret leads to. Implemented in its package where there are such files. */
public interface NetworkFiles {

    Channel channel();

    /**
     * The bytes of a file.
     *
     * @param source as {@link NetworkEvent.Attached} names it
     * @throws FileGone when trying again would not help
     * @throws ru.cur.reply.ReplyWaits when the network stands still: it is tried again, however often
     * @throws IOException when it can't be had for now, as with any other exception
     */
    byte[] fetch(String source) throws IOException;

    /** There is no such file any more, or none that may be fetched. The message is Russian, for people. */
    final class FileGone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public FileGone(String message) {
            super(message);
        }
    }
}
