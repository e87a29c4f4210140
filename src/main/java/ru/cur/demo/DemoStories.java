package ru.cur.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import ru.cur.demo.DemoCase.Behaviour;

/** The two complaints from which the project was born, in our own words. */
final class DemoStories {
    /** What is dangerous is never put off for longer than a week. */
    private static final Duration UNTIL_THE_COVER = Duration.ofDays(4);

    private DemoStories() {}

    /** @param index of the first one */
    static List<DemoCase> ofTheBeginning(int index, Instant now, ZoneId zone) {
        return List.of(stadium(index, now), manhole(index + 1, now, zone));
    }

    /** The grass of school 54 is mown, and the case is over. */
    private static DemoCase stadium(int index, Instant now) {
        DemoStory story = new DemoStory(
                "vk",
                "IMPR-1",
                "admVladivostok",
                "ул. Пацаева, школа № 54",
                "DONE",
                "Стадион школы № 54 на Пацаева зарос травой выше колена. Физкультура идёт в коридоре, клещей боимся. Покосите, пожалуйста!",
                "Трава на стадионе и вокруг беговой дорожки скошена и вывезена, территория обработана от клещей.",
                "Здравствуйте! Стадион школы № 54 на Пацаева скосили, траву вывезли. До конца сезона покос включён в график — раз в три недели.");
        return new DemoCase(
                index,
                now.minus(Duration.ofDays(12)),
                story,
                "Светлана М.",
                "VLD",
                "admVladivostok",
                null,
                false,
                1,
                Behaviour.REWORK,
                null);
    }

    /** The cover is promised within days: until then the case is under control, not closed. */
    private static DemoCase manhole(int index, Instant now, ZoneId zone) {
        LocalDate promisedOn = now.plus(UNTIL_THE_COVER).atZone(zone).toLocalDate();
        DemoStory story = new DemoStory(
                "vk",
                "ROAD-1",
                "primvodokanal",
                "ул. Октябрьская, 16",
                "PLANNED",
                "На Октябрьской, 16 в Арсеньеве люк без крышки прямо у тротуара. Накрыли веткой! Дети ходят в школу, кто-нибудь провалится.",
                "Колодец ограждён сразу после сообщения, крышка заказана.",
                "Здравствуйте! Колодец на Октябрьской, 16 оградили в тот же день. Новую крышку установим до {date}, о выполнении напишем здесь же.");
        return new DemoCase(
                index,
                now.minus(Duration.ofDays(2)),
                story,
                "Игорь Ж.",
                "ARS",
                "primvodokanal",
                promisedOn,
                true,
                1,
                Behaviour.STRAIGHT,
                null);
    }
}
