package ru.cur.reporting;

import java.io.IOException;
import java.io.StringWriter;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.lang.Nullable;
import ru.cur.reporting.SlaFigures.Line;

/** The figures as RFC 4180 text; the columns carry the names of the JSON fields, the total has an empty {@code bodyId}. */
final class SlaCsv {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private SlaCsv() {}

    static String of(SlaFigures figures) throws IOException {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(
                    "bodyId",
                    "bodyName",
                    "received",
                    "due",
                    "inTime",
                    "late",
                    "openLate",
                    "open",
                    "shareInTime",
                    "calendarHoursMean",
                    "calendarHoursMedian",
                    "calendarHoursP90",
                    "workingHoursMean",
                    "workingHoursMedian",
                    "workingHoursP90");
            for (Line body : figures.bodies()) {
                print(csv, body);
            }
            print(csv, figures.total());
        }
        return text.toString();
    }

    private static void print(CSVPrinter csv, Line line) throws IOException {
        csv.printRecord(
                line.bodyId(),
                harmless(line.bodyName()),
                line.received(),
                line.due(),
                line.inTime(),
                line.late(),
                line.openLate(),
                line.open(),
                line.shareInTime(),
                line.calendarHours().mean(),
                line.calendarHours().median(),
                line.calendarHours().p90(),
                line.workingHours().mean(),
                line.workingHours().median(),
                line.workingHours().p90());
    }

    // A spreadsheet would run a name that starts like a formula.
    static @Nullable String harmless(@Nullable String text) {
        boolean risky = text != null && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return risky ? "'" + text : text;
    }
}
