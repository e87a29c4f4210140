package ru.cur.channel.exchange;

import java.time.Instant;
import java.util.List;
import ru.cur.incident.IncomingMessage;
import ru.cur.incident.LegalRegime;

/**
 * A row as it was understood; waits in the table {@code import_row} to be registered. Fields as in {@link IncomingMessage}.
 *
 * @param number in the other system
 * @param media links
 */
record ImportedMessage(
        String number,
        String channel,
        String externalId,
        LegalRegime regime,
        String text,
        String authorName,
        String authorContact,
        Instant writtenAt,
        String address,
        String municipalityCode,
        Double lat,
        Double lon,
        String permalink,
        List<String> media) {

    /** @param savedId under which it is known; what was understood now when it is new */
    IncomingMessage toMessage(String savedChannel, String savedId) {
        return new IncomingMessage(
                savedChannel,
                savedId,
                new IncomingMessage.Author(null, authorName, authorContact),
                text,
                writtenAt,
                permalink,
                new IncomingMessage.Place(address, municipalityCode, lat, lon),
                media.stream()
                        .map(link -> new IncomingMessage.Media(link, null))
                        .toList());
    }
}
