package ru.cur.channel.exchange.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;

/** Reads text with separators, as Excel and other programs write it in Russia: UTF-8, Windows-1251 or UTF-16; «;», «,» or tab. */
final class CsvReader {
    private static final char[] SEPARATORS = {';', ',', '\t'};
    private static final int FIRST_ROWS = 20;
    private static final int BUFFER = 64 * 1024;

    private CsvReader() {}

    static void read(Path file, Titles titles, int mostRows, TableRows rows) throws IOException {
        Charset charset = charset(file);
        HeadedRows headed = new HeadedRows(titles, mostRows, rows);
        readRows(file, charset, separator(file, charset, titles), Integer.MAX_VALUE, headed);
        headed.end();
    }

    private static void readRows(Path file, Charset charset, char separator, int most, HeadedRows rows)
            throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get();
        try (RecordGuard guard = new RecordGuard(text(file, charset));
                CSVParser records =
                        CSVParser.builder().setReader(guard).setFormat(format).get()) {
            Iterator<CSVRecord> each = records.iterator();
            for (int row = 1; row <= most && hasNext(each, row, guard); row++) {
                rows.row(row, cells(each.next()));
            }
        }
    }

    private static boolean hasNext(Iterator<CSVRecord> records, int row, RecordGuard guard) {
        try {
            boolean next = records.hasNext();
            guard.recordRead();
            return next;
        } catch (UncheckedIOException | IllegalStateException broken) {
            throw new UnreadableFile(
                    "Строку %d не прочитать: в ней неверно расставлены кавычки. Текст в кавычках начинается и кончается кавычкой, а кавычки внутри удваивают."
                            .formatted(row),
                    broken);
        }
    }

    private static Map<Integer, Cell> cells(CSVRecord record) {
        Map<Integer, Cell> cells = new HashMap<>();
        for (int column = 0; column < record.size(); column++) {
            if (!record.get(column).isEmpty()) {
                cells.put(column, Cell.text(record.get(column)));
            }
        }
        return cells;
    }

    /** The one with which the first rows show the most of the titles. */
    private static char separator(Path file, Charset charset, Titles titles) throws IOException {
        char best = SEPARATORS[0];
        int most = -1;
        for (char separator : SEPARATORS) {
            int seen = titlesSeen(file, charset, separator, titles);
            if (seen > most) {
                best = separator;
                most = seen;
            }
        }
        return best;
    }

    private static int titlesSeen(Path file, Charset charset, char separator, Titles titles) throws IOException {
        HeadedRows first = new HeadedRows(titles, FIRST_ROWS, new NoRows());
        try {
            readRows(file, charset, separator, FIRST_ROWS, first);
        } catch (UnreadableFile wrongSeparator) {
            return first.titlesSeen();
        }
        return first.titlesSeen();
    }

    private static Charset charset(Path file) throws IOException {
        if (TableFile.isUtf16(file)) {
            return StandardCharsets.UTF_16;
        }
        return isUtf8(file) ? StandardCharsets.UTF_8 : Charset.forName("windows-1251");
    }

    private static boolean isUtf8(Path file) throws IOException {
        var strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        char[] buffer = new char[BUFFER];
        try (Reader all = new InputStreamReader(Files.newInputStream(file), strict)) {
            int read = all.read(buffer);
            while (read >= 0) {
                read = all.read(buffer);
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static Reader text(Path file, Charset charset) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        // UTF-16 needs its mark to tell the order of bytes.
        InputStream plain = charset.equals(StandardCharsets.UTF_16)
                ? bytes
                : BOMInputStream.builder()
                        .setInputStream(bytes)
                        .setByteOrderMarks(ByteOrderMark.UTF_8)
                        .get();
        return new InputStreamReader(plain, charset);
    }

    private static final class NoRows implements TableRows {
        @Override
        public void row(int number, Map<String, Cell> cells) {
            // Only the titles matter.
        }

        @Override
        public void merged(int firstRow, int lastRow, String range) {
            throw new IllegalStateException("No cells are merged in text");
        }
    }
}
