package ru.cur.channel.exchange.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A table that somebody has sent. What it is, its content says and not its name; no more than one row is held in memory. */
public final class TableFile {
    private static final int LOOKED_AT = 8192;
    private static final String ALLOWED = "Загрузите выгрузку в формате XLSX, CSV или JSON.";

    private static final Map<FileMagic, String> OTHERS = Map.of(
            FileMagic.PDF, "документ PDF",
            FileMagic.JPEG, "изображение",
            FileMagic.PNG, "изображение",
            FileMagic.GIF, "изображение",
            FileMagic.TIFF, "изображение",
            FileMagic.BMP, "изображение",
            FileMagic.RTF, "документ RTF",
            FileMagic.HTML, "веб-страница (HTML)",
            FileMagic.XML, "документ XML");

    private TableFile() {}

    /**
     * Hands over the rows in their order.
     *
     * @param mostRows a file with more is refused
     * @throws UnreadableFile when it is no table, is damaged or protected, or lacks a column; rows may have been handed over
     */
    public static void read(Path file, Titles titles, int mostRows, TableRows rows) {
        try {
            readAs(magic(file), file, titles, mostRows, rows);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void readAs(FileMagic magic, Path file, Titles titles, int mostRows, TableRows rows)
            throws IOException {
        if (magic == FileMagic.OOXML) {
            WorkbookReader.read(file, new HeadedRows(titles, mostRows, rows));
        } else if (magic == FileMagic.OLE2) {
            throw oldOrProtected(file);
        } else if (OTHERS.containsKey(magic)) {
            throw new UnreadableFile("Это %s. %s".formatted(OTHERS.get(magic), ALLOWED));
        } else {
            readText(file, titles, mostRows, rows);
        }
    }

    private static FileMagic magic(Path file) throws IOException {
        if (Files.size(file) == 0) {
            throw new UnreadableFile("Файл пустой.");
        }
        return FileMagic.valueOf(file.toFile());
    }

    private static UnreadableFile oldOrProtected(Path file) {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            if (container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                return new UnreadableFile("Книга защищена паролем. Снимите защиту и загрузите её снова.");
            }
        } catch (IOException | RuntimeException damaged) {
            return new UnreadableFile("Файл повреждён и не открывается. " + ALLOWED, damaged);
        }
        return new UnreadableFile(
                "Это документ старого формата Office (.xls или .doc). Сохраните его как XLSX и загрузите снова.");
    }

    private static void readText(Path file, Titles titles, int mostRows, TableRows rows) throws IOException {
        String start = start(file);
        if (start.indexOf('\0') >= 0 && !isUtf16(file)) {
            throw new UnreadableFile("Это не таблица. " + ALLOWED);
        }
        String words = start.replaceFirst("^\uFEFF", "").stripLeading();
        if (words.startsWith("<")) {
            throw new UnreadableFile("Это веб-страница или документ XML. " + ALLOWED);
        }
        if (words.startsWith("[") || words.startsWith("{")) {
            JsonReader.read(file, titles, mostRows, rows);
        } else {
            CsvReader.read(file, titles, mostRows, rows);
        }
    }

    private static String start(Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            return new String(bytes.readNBytes(LOOKED_AT), StandardCharsets.UTF_8);
        }
    }

    static boolean isUtf16(Path file) throws IOException {
        try (BOMInputStream bytes = BOMInputStream.builder()
                .setInputStream(Files.newInputStream(file))
                .setByteOrderMarks(ByteOrderMark.UTF_16LE, ByteOrderMark.UTF_16BE)
                .get()) {
            return bytes.hasBOM();
        }
    }
}
