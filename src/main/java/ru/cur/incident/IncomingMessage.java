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
        String categoryHint) {

    public IncomingMessage {
        media = List.copyOf(media);
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
            List<Media> media) {
        this(channel, externalId, author, text, publishedAt, permalink, place, media, null);
    }

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
