package ru.cur.directory;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.Resource;
import ru.cur.platform.StartupRefusal;

/** Reads a reference file: UTF-8, commas, the first line names the columns. */
final class ReferenceFile {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private ReferenceFile() {}

    /** @throws StartupRefusal when a line has more or fewer cells than the first one, or is not CSV */
    static List<ReferenceRow> read(Resource file) {
        String name = file.getFilename();
        List<ReferenceRow> rows = new ArrayList<>();
        try (InputStreamReader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8);
                CSVParser parser = FORMAT.parse(reader)) {
            // A file is one row a line, so the line of a row is its number after the heading.
            for (CSVRecord values : parser) {
                ReferenceRow row = new ReferenceRow(name, values.getRecordNumber() + 1, values);
                if (!values.isConsistent()) {
                    throw row.refusal("полей %d вместо %d"
                            .formatted(values.size(), parser.getHeaderNames().size()));
                }
                rows.add(row);
            }
            return rows;
        } catch (UncheckedIOException e) {
            throw new StartupRefusal(
                    "Справочник %s, строка %d: не разобрать как CSV.".formatted(name, rows.size() + 2), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
