package ru.cur.channel.exchange.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.channel.exchange.table.SheetFiles.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookReaderTest {
    private static final List<Object> HEADER = List.of("Номер", "Текст", "Дата", "Широта");

    @Test
    void cellsAreReadByWhatTheyAre() {
        ReadTable table = ReadTable.of(workbook(
                List.of(HEADER, List.of(1234567, "Нет люка", LocalDateTime.of(2026, 11, 23, 10, 30), 43.115536))));

        assertThat(table.numbers).containsExactly(2);
        assertThat(table.cell(0, "Номер").text()).isEqualTo("1234567");
        assertThat(table.cell(0, "Текст").text()).isEqualTo("Нет люка");
        assertThat(table.cell(0, "Дата").moment()).isEqualTo("2026-11-23T10:30");
        assertThat(table.cell(0, "Широта").text()).isEqualTo("43.115536");
    }

    @ParameterizedTest
    @CsvSource({
        "7, 00000, 00007",
        "7, General, 7",
        "0.1, General, 0.1",
        "1e-7, General, 0.0000001",
        "999999999999999, General, 999999999999999",
        "-43.5, 0.00, -43.5"
    })
    void aNumberIsReadAsItIsShown(double value, String format, String shown) {
        assertThat(only(cell -> {
                            cell.setCellValue(value);
                            cell.setCellStyle(SheetFiles.format(cell, format));
                        })
                        .text())
                .isEqualTo(shown);
    }

    @Test
    void aNumberThatExcelHasRoundedIsNoNumberOfAMessage() {
        Cell cell = only(excel -> {
            excel.setCellValue(1.5e18);
        });

        assertThat(cell.problem()).contains("15 цифр").contains("текстовый формат");
    }

    @Test
    void aFormulaGivesWhatExcelHasReckoned() {
        Cell counted = only(cell -> {
            cell.setCellFormula("\"ПОС-\"&17");
            cell.setCellValue("ПОС-17");
        });
        Cell wrong = only(cell -> {
            cell.setCellErrorValue((byte) 0x17);
        });
        Cell never = only(cell -> {
            cell.setCellFormula("1+1");
        });

        assertThat(counted).isEqualTo(Cell.text("ПОС-17"));
        assertThat(wrong.problem()).contains("ошибка в формуле");
        assertThat(wrong.text()).isEqualTo("#REF!");
        assertThat(never.problem()).contains("формула без вычисленного значения");
    }

    @Test
    void aTextWithColoursIsOneText() {
        XSSFRichTextString rich = new XSSFRichTextString("Нет ");
        rich.append("люка!");

        assertThat(only(cell -> {
                            cell.setCellValue(rich);
                        })
                        .text())
                .isEqualTo("Нет люка!");
    }

    @Test
    void whatXmlCannotHoldIsReadAsItWas() throws IOException {
        byte[] book = workbook(List.of(HEADER, List.of("1", "строка")));

        ReadTable table = ReadTable.of(changed(
                book,
                "xl/sharedStrings.xml",
                xml -> xml.replace("строка", "строка_x000D_\nи _x0007_ звонок _x005F_x0041_")));

        assertThat(table.texts("Текст")).containsExactly("строка\r\nи \u0007 звонок _x0041_");
    }

    @Test
    void booksFromOldMacsCountDaysFrom1904() throws IOException {
        byte[] book = workbook(List.of(HEADER, List.of("1", "текст", LocalDateTime.of(2026, 11, 23, 10, 0))));

        ReadTable table = ReadTable.of(
                changed(book, "xl/workbook.xml", xml -> xml.replace("date1904=\"false\"", "date1904=\"true\"")));

        assertThat(table.cell(0, "Дата").moment()).isEqualTo("2030-11-24T10:00");
    }

    @Test
    void theTitlesMayStandBelowAHeading() {
        ReadTable table = ReadTable.of(workbook(List.of(
                List.of("Выгрузка сообщений за ноябрь"),
                List.of(),
                List.of("Лишнее", "  НОМЕР ", "Тёкст".replace('ё', 'е')),
                List.of("x", "17", "Нет света"),
                List.of("примечание"),
                Arrays.asList(null, "18", "Нет воды"))));

        assertThat(table.numbers).containsExactly(4, 6);
        assertThat(table.texts("Номер")).containsExactly("17", "18");
    }

    @Test
    void sharedCellsAreTold() {
        ReadTable table = ReadTable.of(SheetFiles.workbook(
                List.of(HEADER, List.of("1", "текст"), List.of("2", "текст"), List.of("3", "текст", "", "", "прочее")),
                sheet -> {
                    sheet.addMergedRegion(CellRangeAddress.valueOf("B2:B3"));
                    sheet.addMergedRegion(CellRangeAddress.valueOf("F3:F4"));
                }));

        assertThat(table.merged).containsExactly("2-3 B2:B3");
    }

    @Test
    void aTitleMayNotStandTwice() {
        assertThatThrownBy(() -> ReadTable.of(workbook(List.of(List.of("Номер", "Текст", "номер"), List.of("1", "т")))))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("«Номер» встречается в файле дважды: A и C");
    }

    @Test
    void missingColumnsAreNamedWithThoseThatAreThere() {
        assertThatThrownBy(() -> ReadTable.of(workbook(List.of(List.of("Номер", "Описание"), List.of("1", "т")))))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("не нашлись столбцы: «Текст»")
                .hasMessageContaining("«Описание»");
    }

    @Test
    void aSheetWithoutRowsIsRefused() {
        assertThatThrownBy(() -> ReadTable.of(workbook(List.of(HEADER))))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("нет ни одной строки");
        assertThatThrownBy(() -> ReadTable.of(workbook(List.of())))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("не нашлись столбцы");
    }

    @Test
    void moreRowsThanAllowedAreRefused() {
        byte[] book = workbook(List.of(HEADER, List.of("1", "т"), List.of("2", "т"), List.of("3", "т")));

        assertThatThrownBy(() -> ReadTable.of(book, ReadTable.TITLES, 2))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("больше 2 строк");
    }

    @Test
    void anOldBookIsRefusedWithAWayOut() throws IOException {
        ByteArrayOutputStream old = new ByteArrayOutputStream();
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            book.createSheet();
            book.write(old);
        }

        assertThatThrownBy(() -> ReadTable.of(old.toByteArray()))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("Сохраните его как XLSX");
    }

    @Test
    void aBookWithAPasswordIsRefused() throws Exception {
        ByteArrayOutputStream secret = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("тайна");
            try (var data = encryptor.getDataStream(container)) {
                data.write(workbook(List.of(HEADER)));
            }
            container.writeFilesystem(secret);
        }

        assertThatThrownBy(() -> ReadTable.of(secret.toByteArray()))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("защищена паролем");
    }

    @Test
    void anArchiveOrABrokenBookIsRefused() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(zip)) {
            archive.putNextEntry(new ZipEntry("photo.jpg"));
            archive.write(new byte[100]);
        }
        byte[] book = workbook(List.of(HEADER, List.of("1", "текст")));

        assertNotOurs(zip.toByteArray());
        assertNotOurs(Arrays.copyOf(book, book.length / 2));
        assertNotOurs(changed(book, "xl/worksheets/sheet1.xml", xml -> xml.replace("</row>", "</rov>")));
        assertNotOurs(changed(book, "xl/worksheets/sheet1.xml", xml -> xml.replace("<v>5</v>", "<v>77</v>")));
    }

    private static void assertNotOurs(byte[] file) {
        assertThatThrownBy(() -> ReadTable.of(file))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("Это архив, а не книга Excel, или книга повреждена");
    }

    @Test
    void anArchiveThatUnpacksToAFloodIsRefused() throws IOException {
        byte[] book = workbook(List.of(HEADER, List.of("1", "текст")));
        String flood = " ".repeat(60_000_000);

        byte[] bomb = changed(book, "xl/sharedStrings.xml", xml -> xml.replace("текст", flood));

        assertThat(bomb.length).isLessThan(200_000);
        assertThatThrownBy(() -> ReadTable.of(bomb))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("займёт слишком много места");
    }

    @Test
    void entitiesOfStrangersAreNotFetched() throws IOException {
        byte[] book = workbook(List.of(HEADER, List.of("1", "текст")));

        byte[] hostile = changed(book, "xl/sharedStrings.xml", xml -> xml.replaceFirst(
                        "<sst", "<!DOCTYPE sst [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><sst")
                .replace("текст", "&a;"));

        assertNotOurs(hostile);
    }

    private static Cell only(Consumer<XSSFCell> filled) {
        byte[] book = SheetFiles.workbook(List.of(HEADER, List.of("", "текст")), sheet -> filled.accept(cell(sheet)));
        return ReadTable.of(book).cell(0, "Номер");
    }

    private static XSSFCell cell(XSSFSheet sheet) {
        return sheet.getRow(1).createCell(0);
    }

    private static byte[] changed(byte[] book, String part, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(book));
                ZipOutputStream to = new ZipOutputStream(changed)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] content = from.readAllBytes();
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(
                        entry.getName().equals(part)
                                ? change.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        return changed.toByteArray();
    }
}
