package ru.cur.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;
import ru.cur.sla.RussianDates;

/**
 * A kind of complaint, and how it goes when nothing goes wrong.
 *
 * @param body who must act; null to leave it to the rules
 * @param outcome DONE, PLANNED (the answer promises a date) or IMPOSSIBLE
 */
record DemoStory(
        String channel,
        String category,
        String body,
        String address,
        String outcome,
        String text,
        String work,
        String answer) {

    static List<DemoStory> all() {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (InputStreamReader reader = new InputStreamReader(
                        new ClassPathResource("demo/stories.csv").getInputStream(), StandardCharsets.UTF_8);
                CSVParser rows = format.parse(reader)) {
            return rows.stream().map(DemoStory::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DemoStory of(CSVRecord row) {
        String body = row.get("body");
        return new DemoStory(
                row.get("channel"),
                row.get("category"),
                body.isEmpty() ? null : body,
                row.get("address"),
                row.get("outcome"),
                row.get("text"),
                row.get("work"),
                row.get("answer"));
    }

    /** The same story in a street and a house. */
    DemoStory at(String street, int house) {
        return new DemoStory(
                channel,
                category,
                body,
                fill(address, street, house),
                outcome,
                fill(text, street, house),
                work,
                fill(answer, street, house));
    }

    private static String fill(String text, String street, int house) {
        return text.replace("{street}", street)
                .replace("{onStreet}", street.endsWith("ая") ? street.replaceAll("ая$", "ой") : street)
                .replace("{house}", String.valueOf(house));
    }

    boolean promises() {
        return outcome.equals("PLANNED");
    }

    String answerPromising(LocalDate date) {
        return answer.replace("{date}", RussianDates.day(date));
    }
}
