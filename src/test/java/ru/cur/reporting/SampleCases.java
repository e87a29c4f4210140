package ru.cur.reporting;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;

/** Many cases of the last weeks, the same ones each time. */
final class SampleCases {

    private static final List<String> BODIES = List.of("admArsenyev", "admVladivostok", "primvodokanal");

    private SampleCases() {}

    static void fill(ReportDatabase database, int count) {
        Random random = new Random(20261123);
        LocalDateTime now = LocalDateTime.ofInstant(ReportDatabase.NOW, ReportDatabase.ZONE);
        for (int index = 1; index <= count; index++) {
            LocalDateTime registered = now.minusMinutes(random.nextInt(40 * 24 * 60));
            LocalDateTime due = registered.plusHours(4L + random.nextInt(24));
            LocalDateTime published = registered.plusMinutes(30L + random.nextInt(36 * 60));
            boolean answered = published.isBefore(now) && random.nextInt(10) > 0;
            boolean routed = answered || random.nextInt(4) > 0;
            String status =
                    answered ? "CLOSED" : !routed ? "NEW" : random.nextInt(12) == 0 ? "REJECTED" : "IN_PROGRESS";
            database.incident(
                    "ПК-2026-%06d".formatted(index),
                    routed ? BODIES.get(random.nextInt(BODIES.size())) : null,
                    status,
                    registered.toString(),
                    routed ? due.toString() : null,
                    answered ? published.toString() : null);
        }
    }
}
