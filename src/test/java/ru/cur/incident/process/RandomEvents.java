package ru.cur.incident.process;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import ru.cur.ProcessJourney;
import ru.cur.ProcessJourneys;
import ru.cur.incident.Appeals;
import ru.cur.incident.AuthorFeedback;
import ru.cur.incident.AuthorWords;
import ru.cur.incident.CaseClockActs;
import ru.cur.incident.CaseMarks;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.LegalRegime;
import ru.cur.incident.PauseReason;
import ru.cur.incident.Requalification;
import ru.cur.incident.Requalifications;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Clocks;

/** What may happen to a case from outside its tasks. */
final class RandomEvents {
    private static final CaseClockActs.Decider HEAD = new CaseClockActs.Decider("head", true);

    private final ProcessJourneys journeys;
    private final World world;

    RandomEvents(ProcessJourneys journeys, World world) {
        this.journeys = journeys;
        this.world = world;
    }

    /** The services behind the pages and doors. */
    record World(
            AuthorWords words,
            AuthorFeedback feedback,
            CaseMarks marks,
            CaseClockActs acts,
            Requalifications requalifications,
            Clocks clocks) {}

    void happen(ProcessJourney journey, Random random) {
        IncidentNumber number = new IncidentNumber(journey.number());
        switch (random.nextInt(9)) {
            case 0, 1 -> journeys.authorReplies(journey, "Дополняю: " + random.nextInt(1000));
            case 2 -> world.words().add(number, "Автор звонил", "operator");
            case 3 -> world.feedback().rate(number, 1 + random.nextInt(5), null, "vk");
            case 4 -> world.feedback().disagree(number, "Не решено", "vk");
            case 5 -> world.marks().personalControl(number, random.nextBoolean(), "поручение", "governor");
            case 6 -> {
                if (random.nextBoolean()) {
                    world.acts().pause(number, PauseReason.SUSPENDED, "суд", HEAD);
                } else {
                    world.acts().resume(number, HEAD);
                }
            }
            case 7 -> requalify(number, random);
            default -> extend(number, random);
        }
    }

    private void requalify(IncidentNumber number, Random random) {
        LegalRegime regime = LegalRegime.values()[random.nextInt(LegalRegime.values().length)];
        world.requalifications()
                .apply(
                        number,
                        new Requalification(
                                List.of("IMPR-1", "ROAD-2").get(random.nextInt(2)),
                                regime,
                                List.of("VLD", "ARS").get(random.nextInt(2)),
                                null,
                                new Appeals.JournalEntry(
                                        UUID.randomUUID().toString(), java.time.LocalDate.parse("2026-11-23"), null),
                                "уточнено"),
                        "curator");
    }

    private void extend(IncidentNumber number, Random random) {
        List<ClockKind> open = world.clocks().of(number.value()).stream()
                .filter(reading -> !reading.clock().isStopped())
                .map(reading -> reading.clock().kind())
                .toList();
        if (!open.isEmpty()) {
            ClockKind kind = open.get(random.nextInt(open.size()));
            String seen = world.clocks().open(number.value(), kind).orElseThrow().seen();
            world.acts()
                    .extend(
                            number,
                            new CaseClockActs.Extension(
                                    kind, new Term(2, TermUnit.CALENDAR_DAYS), "нет техники", seen),
                            HEAD);
        }
    }
}
