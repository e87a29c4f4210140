package ru.cur.lives;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.incident.Appeals;
import ru.cur.incident.CaseClockActs;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.LegalRegime;
import ru.cur.incident.PauseReason;
import ru.cur.incident.Requalification;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;
import ru.cur.sla.clock.ClockReading;

/** What may happen to a case from outside its tasks. */
final class RandomEvents {
    private static final CaseClockActs.Decider HEAD = new CaseClockActs.Decider("head", true);
    private static final List<String> OBSTACLES =
            List.of("MESSAGE_DELETED", "COMMENTS_CLOSED", "AUTHOR_BLOCKED", "PRIVATE_MESSAGES_CLOSED", "TEXT_TOO_LONG");

    private final World world;
    private final Arrivals arrivals;
    private final Random random;
    private final List<Event> ofAuthors = List.of(
            new Event("автор пишет ещё", this::replies),
            new Event("автор звонит", this::calls),
            new Event("автор ставит оценку", this::rates),
            new Event("автор: не решено", this::disagrees),
            new Event("автор удалил сообщение", this::deletes));
    private final List<Event> ofOthers = List.of(
            new Event("личный контроль", this::controls),
            new Event("приостановка", this::pauses),
            new Event("возобновление", this::resumes),
            new Event("переквалификация", this::requalifies),
            new Event("продление", this::extend),
            new Event("сеть откажет", this::obstructs),
            new Event("сеть лежит", this::breaksDown));

    RandomEvents(World world, Arrivals arrivals, Random random) {
        this.world = world;
        this.arrivals = arrivals;
        this.random = random;
    }

    private interface Act {
        void on(IncidentNumber number);
    }

    /** @param name for the story of a history that fails */
    record Event(String name, Act act) {
        void happen(String number) {
            act.on(new IncidentNumber(number));
        }
    }

    Event any() {
        return random.nextInt(5) < 2 ? ofAuthors() : ofOthers.get(random.nextInt(ofOthers.size()));
    }

    Event ofAuthors() {
        return ofAuthors.get(random.nextInt(ofAuthors.size()));
    }

    private record Original(String channel, String externalId) {}

    private Original original(IncidentNumber number) {
        JdbcClient jdbc = world.jdbc();
        List<Original> messages = jdbc.sql("select channel, external_id from message where incident_id ="
                        + " (select id from incident where number = :number) and not follow_up order by id")
                .param("number", number.value())
                .query((row, i) -> new Original(row.getString(1), row.getString(2)))
                .list();
        // One that was merged has none any more.
        return messages.isEmpty() ? new Original("vk", "none") : messages.get(random.nextInt(messages.size()));
    }

    private void replies(IncidentNumber number) {
        Original original = original(number);
        arrivals.reply(original.channel(), original.externalId());
    }

    private void calls(IncidentNumber number) {
        world.words().add(number, "По телефону: трава и у забора", "operator");
    }

    private void rates(IncidentNumber number) {
        world.feedback().rate(number, 1 + random.nextInt(5), null, "vk");
    }

    private void disagrees(IncidentNumber number) {
        world.feedback().disagree(number, "Не решено", "vk");
    }

    private void controls(IncidentNumber number) {
        world.marks().personalControl(number, random.nextInt(4) > 0, "поручение", "governor");
    }

    private void pauses(IncidentNumber number) {
        world.acts().pause(number, PauseReason.values()[random.nextInt(2)], "определение суда", HEAD);
    }

    private void resumes(IncidentNumber number) {
        world.acts().resume(number, HEAD);
    }

    private void deletes(IncidentNumber number) {
        Original original = original(number);
        world.presence().gone(original.channel(), original.externalId());
    }

    private void obstructs(IncidentNumber number) {
        Original original = original(number);
        world.jdbc()
                .sql("insert into feed_obstacle (channel, external_id, refusal) values (:channel, :id, :kind)"
                        + " on conflict (channel, external_id) do update set refusal = excluded.refusal")
                .param("channel", original.channel())
                .param("id", original.externalId())
                .param("kind", OBSTACLES.get(random.nextInt(OBSTACLES.size())))
                .update();
    }

    /** Until the next thing happens. */
    private void breaksDown(IncidentNumber number) {
        world.networks().begin(original(number).channel());
    }

    private void requalifies(IncidentNumber number) {
        LegalRegime regime = LegalRegime.values()[random.nextInt(3)];
        Appeals.JournalEntry entry = new Appeals.JournalEntry(
                "Ж-" + new UUID(random.nextLong(), random.nextLong()),
                world.clock().instant().atZone(ru.cur.MovableClock.ZONE).toLocalDate(),
                null);
        world.requalifications()
                .apply(
                        number,
                        new Requalification(
                                List.of("IMPR-1", "ROAD-2", "WATR-1").get(random.nextInt(3)),
                                regime,
                                List.of("VLD", "ARS").get(random.nextInt(2)),
                                null,
                                entry,
                                "уточнено"),
                        "curator");
    }

    private void extend(IncidentNumber number) {
        List<ClockReading> open = world.clocks().of(number.value()).stream()
                .filter(reading -> !reading.clock().isStopped())
                .toList();
        if (!open.isEmpty()) {
            ClockReading reading = open.get(random.nextInt(open.size()));
            world.acts()
                    .extend(
                            number,
                            new CaseClockActs.Extension(
                                    reading.clock().kind(),
                                    new Term(1 + random.nextInt(9), TermUnit.CALENDAR_DAYS),
                                    "нет техники",
                                    reading.seen()),
                            HEAD);
        }
    }
}
