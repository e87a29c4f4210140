package ru.cur.incident;

import java.time.Instant;
import java.util.List;

/**
 * A message as a channel hands it over, whatever network it came from.
 *
 * @param channel code of the channel, for instance {@code vk} or {@code phone}
 * @param externalId id in the channel; together they name the message for good
 * @param author who wrote
 * @param text what he wrote
 * @param publishedAt when he wrote it, by the network's clock; null when unknown
 * @param permalink where it stands; null when it stands nowhere
 * @param place what is known of the place
 * @param media links to pictures and other media
 * @param origin where it stands in its network
 * @param categoryHint code of the category that the author has chosen himself; null where nobody has asked him
 */
public record IncomingMessage(
        String channel,
        String externalId,
        Author author,
        String text,
        Instant publishedAt,
        String permalink,
        Place place,
        List<Media> media,
        Origin origin,
        String categoryHint) {

    public IncomingMessage {
        media = List.copyOf(media);
    }

    /** The same for what stands in no network. */
    public IncomingMessage(
            String channel,
            String externalId,
            Author author,
            String text,
            Instant publishedAt,
            String permalink,
            Place place,
            List<Media> media) {
        this(channel, externalId, author, text, publishedAt, permalink, place, media, Origin.NONE);
    }

    /** A message whose author was asked for no category. */
    public IncomingMessage(
            String channel,
            String externalId,
            Author author,
            String text,
            Instant publishedAt,
            String permalink,
            Place place,
            List<Media> media,
            Origin origin) {
        this(channel, externalId, author, text, publishedAt, permalink, place, media, origin, null);
    }

    /** The same message with another origin. */
    public IncomingMessage from(Origin other) {
        return new IncomingMessage(
                channel, externalId, author, text, publishedAt, permalink, place, media, other, categoryHint);
    }

    /** The same message of an author who has chosen a category. */
    public IncomingMessage about(String category) {
        return new IncomingMessage(
                channel, externalId, author, text, publishedAt, permalink, place, media, origin, category);
    }

    /**
     * @param thread the conversation as the network names it, all that its connector needs to answer there; null when the id of
     *     the message says enough
     * @param post the publication under which it stands; null when it stands under none
     * @param eventId the raw event that brought it; null when there was none
     */
    public record Origin(String thread, Post post, Long eventId) {
        public static final Origin NONE = new Origin(null, null, null);
    }

    /** A publication that people comment on. @param permalink null when unknown @param text null when unknown */
    public record Post(String permalink, String text) {}

    /**
     * @param id the network's id of the person; null when unknown
     * @param name the name he shows
     * @param contact a phone number or address for the answer; null when the channel itself carries it
     */
    public record Author(String id, String name, String contact) {}

    /** A link to what was attached. */
    public record Media(String url, String title) {}

    /**
     * @param address as written by a person; null when unknown
     * @param municipalityCode code in the directory; null when unknown
     * @param lat latitude in degrees (WGS 84), null when unknown
     * @param lon longitude in degrees (WGS 84), null when unknown
     */
    public record Place(String address, String municipalityCode, Double lat, Double lon) {
        public static final Place UNKNOWN = new Place(null, null, null, null);
    }
}
