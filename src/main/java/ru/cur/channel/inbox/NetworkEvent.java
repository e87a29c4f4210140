package ru.cur.channel.inbox;

import java.time.Instant;
import java.util.List;
import ru.cur.incident.IncomingMessage;

/** What a network tells of, in words that are the same for all networks. */
public sealed interface NetworkEvent {

    /**
     * Somebody has written, or has changed what he wrote.
     *
     * @param repliesTo ids of what it replies to, the nearest first: messages of people, or answers of ours
     * @param postId id of the publication under which it stands; null when there is none
     * @param changedAt when the text was changed into this, or when that arrived if the network does not say; null for the first
     *     version
     */
    record Wrote(IncomingMessage message, List<String> repliesTo, String postId, Instant changedAt)
            implements NetworkEvent {}

    /** The message is gone. */
    record Deleted(String externalId) implements NetworkEvent {}

    /** The message is back, perhaps one that was never seen. */
    record Restored(Wrote message) implements NetworkEvent {}

    /** An account of ours has published something that people may comment on. @param publishedAt null when unknown */
    record Posted(String externalId, String text, String permalink, Instant publishedAt) implements NetworkEvent {}

    /**
     * A message brings a file that is fetched by {@link NetworkFiles} once the message is registered.
     *
     * @param source where the file is found, without secrets
     * @param name of the file, for people
     */
    record Attached(String externalId, String source, String name) implements NetworkEvent {}

    /** Nothing that concerns the work. @param why for a person who looks for it, in Russian */
    record Nothing(String why) implements NetworkEvent {}
}
