package ru.cur.reporting;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The time of the parties as RFC 4180 text, a column per party in seconds; the total has an empty {@code bodyId}. */
final class TimeCsv {

    private TimeCsv() {}

    static String of(TimeFigures figures) throws IOException {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            List<Object> header = new ArrayList<>(List.of("bodyId", "bodyName", "cases"));
            Arrays.stream(TimeParty.values()).map(party -> party + "_SECONDS").forEach(header::add);
            header.add("totalSeconds");
            csv.printRecord(header);
            for (TimeFigures.Line body : figures.bodies()) {
                print(csv, body);
            }
            print(csv, figures.total());
        }
        return text.toString();
    }

    private static void print(CSVPrinter csv, TimeFigures.Line line) throws IOException {
        List<Object> cells = new ArrayList<>();
        cells.add(line.bodyId());
        cells.add(SlaCsv.harmless(line.bodyName()));
        cells.add(line.cases());
        Arrays.stream(TimeParty.values()).map(line.workingSeconds()::get).forEach(cells::add);
        cells.add(line.totalSeconds());
        csv.printRecord(cells);
    }
}
