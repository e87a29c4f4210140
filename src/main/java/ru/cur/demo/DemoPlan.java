package ru.cur.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import ru.cur.demo.DemoCase.Behaviour;

/** Two months of messages up to now, always the same ones for the same moment. */
final class DemoPlan {
    private static final int DAYS = 60;

    /** One message in so many has come within the last so many minutes: the work of today. */
    private static final int ONE_IN = 8;

    private static final int LATELY = 20 * 60;

    /** Whom the messages of today wait for, from the oldest on and round again: everybody finds something to do. */
    private static final List<String> TODAY = List.of(
            "userTask_approveResponse",
            "userTask_triageMessage",
            "userTask_doWork",
            "userTask_triageMessage",
            "userTask_acceptIncident",
            "userTask_triageMessage",
            "userTask_prepareResponse",
            "userTask_triageMessage");

    private static final long SEED = 54;

    /** @param body id of the administration, @param weight share of the messages in percent */
    private record Town(String municipality, String body, List<String> streets, int weight) {}

    private static final List<Town> TOWNS = List.of(
            new Town("VLD", "admVladivostok", List.of("Русская", "Светланская", "Баляева", "Луговая", "Нейбута"), 60),
            new Town("ARS", "admArsenyev", List.of("Октябрьская", "Жуковского", "Ломоносова", "Калининская"), 40));

    private static final List<String> AUTHORS = List.of(
            "Анна К.",
            "Сергей Приморский",
            "Марина Л.",
            "Дмитрий В.",
            "Ирина Соколова",
            "Наталья П.",
            "Олег Т.",
            "Екатерина Ш.",
            "Роман Б.",
            "Юлия Н.");

    private final int size;
    private final ZoneId zone;
    private final Random random = new Random(SEED);

    /** @param size number of cases, the two stories of the beginning included */
    DemoPlan(int size, ZoneId zone) {
        this.size = size;
        this.zone = zone;
    }

    /** Oldest first, the two stories of the beginning among them. */
    List<DemoCase> until(Instant now) {
        List<DemoStory> stories = DemoStory.all();
        int ordinary = Math.max(0, size - 2);
        int today = ordinary / ONE_IN;
        List<DemoCase> cases = new ArrayList<>();
        for (int i = 0; i < ordinary; i++) {
            DemoStory story = stories.get(random.nextInt(stories.size()));
            cases.add(i < today ? ofToday(i, today, now, story) : ordinary(i, moment(now), story));
        }
        cases.addAll(DemoStories.ofTheBeginning(ordinary, now, zone));
        cases.sort(Comparator.comparing(DemoCase::at));
        return cases;
    }

    /** Spread over the time, so that the oldest ones have come as far as they should whenever the demo starts. */
    private DemoCase ofToday(int index, int all, Instant now, DemoStory story) {
        int minutesAgo = LATELY * (all - index) / all - random.nextInt(Math.max(1, LATELY / all));
        return ordinary(index, now.minus(Duration.ofMinutes(10 + minutesAgo)), story)
                .straightTo(TODAY.get(index % TODAY.size()));
    }

    /** More on working days and by day; people do write at night. */
    private Instant moment(Instant now) {
        while (true) {
            LocalDate day = now.atZone(zone).toLocalDate().minusDays(random.nextInt(DAYS));
            boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
            int hour = random.nextInt(100) < 85 ? 8 + random.nextInt(13) : random.nextInt(24);
            Instant moment = day.atTime(hour, random.nextInt(60)).atZone(zone).toInstant();
            if (moment.isBefore(now.minusSeconds(300)) && (!weekend || random.nextInt(3) == 0)) {
                return moment;
            }
        }
    }

    private DemoCase ordinary(int index, Instant at, DemoStory story) {
        Town town = random.nextInt(100) < TOWNS.get(0).weight() ? TOWNS.get(0) : TOWNS.get(1);
        String street = town.streets().get(random.nextInt(town.streets().size()));
        DemoStory placed = story.at(street, 1 + random.nextInt(90));
        Behaviour behaviour = behaviour(story.promises());
        LocalDate promisedOn = story.promises() ? at.atZone(zone).toLocalDate().plusDays(4 + random.nextInt(24)) : null;
        return new DemoCase(
                index,
                at,
                placed,
                AUTHORS.get(random.nextInt(AUTHORS.size())),
                town.municipality(),
                story.body() == null ? town.body() : story.body(),
                promisedOn,
                false,
                random.nextInt(100) < 12 ? 12 : 1,
                behaviour,
                null);
    }

    private Behaviour behaviour(boolean promises) {
        int chance = random.nextInt(100);
        if (chance < 7) {
            return Behaviour.REJECTED;
        }
        if (chance < 15) {
            return Behaviour.RETURNED;
        }
        if (chance < 30) {
            return Behaviour.REWORK;
        }
        return promises && chance < 48 ? Behaviour.PROMISE_BROKEN : Behaviour.STRAIGHT;
    }
}
