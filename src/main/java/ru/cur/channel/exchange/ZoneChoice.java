package ru.cur.channel.exchange;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** The zones in which another system may write its moments. */
record ZoneChoice(String id, String title) {
    private static final ZoneChoice MOSCOW = new ZoneChoice("Europe/Moscow", "московское");
    private static final ZoneChoice UTC = new ZoneChoice("UTC", "всемирное (UTC)");

    /** The region's own, the capital's and the one that needs no explanation. */
    static List<ZoneChoice> beginningWith(ZoneId region) {
        return Stream.of(new ZoneChoice(region.getId(), "местное (%s)".formatted(region.getId())), MOSCOW, UTC)
                .distinct()
                .toList();
    }
}
