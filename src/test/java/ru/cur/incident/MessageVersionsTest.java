package ru.cur.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.cur.ClockedTest;
import ru.cur.incident.IncomingMessage.Author;
import ru.cur.incident.IncomingMessage.Place;

/** Versions of one text in every order in which a network may tell of them. */
class MessageVersionsTest extends ClockedTest {
    private static final Instant WRITTEN = Instant.parse("2026-11-20T00:00:00Z");

    @Autowired
    private MessageIntake intake;

    @Autowired
    private IncidentCards cards;

    /** @param changedAfter null for the first version */
    private record Version(String text, Duration changedAfter) {}

    @Test
    void whatWasWrittenLastHoldsInWhateverOrderItComes() {
        List<Version> versions = List.of(
                new Version("Яма", null),
                new Version("Яма и люк", Duration.ofMinutes(1)),
                new Version("Яма", Duration.ofMinutes(2)),
                new Version("Люк", Duration.ofMinutes(3)));
        for (List<Version> order : orders(versions)) {
            assertThat(told(order)).as(order.toString()).isEqualTo("Люк");
        }
    }

    @Test
    void aChangeBackHoldsToo() {
        List<Version> versions = List.of(
                new Version("Яма", null),
                new Version("Яма и люк", Duration.ofMinutes(1)),
                new Version("Яма", Duration.ofMinutes(2)));
        for (List<Version> order : orders(versions)) {
            assertThat(told(order)).as(order.toString()).isEqualTo("Яма");
        }
    }

    @Test
    void anOriginalIsOlderThanAChangeOfTheSameMoment() {
        List<Version> versions = List.of(new Version("Яма", null), new Version("Люк", Duration.ZERO));
        for (List<Version> order : orders(versions)) {
            assertThat(told(order)).as(order.toString()).isEqualTo("Люк");
        }
    }

    /** @return the text that holds in the end */
    private String told(List<Version> order) {
        String id = UUID.randomUUID().toString();
        IncidentNumber number = null;
        for (Version version : order) {
            IncomingMessage message = new IncomingMessage(
                    "vk", id, new Author(id, "Анна", null), version.text(), WRITTEN, null, Place.UNKNOWN, List.of());
            Instant changedAt = version.changedAfter() == null ? null : WRITTEN.plus(version.changedAfter());
            number = intake.receiveVersion(message, List.of(), changedAt, LegalRegime.SOCIAL_MESSAGE, "system")
                    .number();
        }
        return cards.find(number).orElseThrow().messages().get(0).currentText();
    }

    private static List<List<Version>> orders(List<Version> versions) {
        if (versions.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Version>> all = new ArrayList<>();
        for (Version first : versions) {
            List<Version> rest = new ArrayList<>(versions);
            rest.remove(first);
            orders(rest).forEach(order -> {
                List<Version> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                all.add(whole);
            });
        }
        return all;
    }
}
