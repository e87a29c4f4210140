package ru.cur.channel.exchange.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;

/** Reads the first sheet of a workbook without building it in memory. POI watches for archives that unpack to a flood. */
final class WorkbookReader {
    /** Styles are the only part that is held as a whole. */
    private static final long LARGEST_STYLES = 10L * 1024 * 1024;

    private static final String NOT_OURS =
            "Это архив, а не книга Excel, или книга повреждена. Откройте файл в Excel, сохраните как XLSX и загрузите снова.";

    private WorkbookReader() {}

    static void read(Path file, HeadedRows rows) {
        try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            readFirstSheet(parts, rows);
        } catch (UnreadableFile refusal) {
            throw refusal;
        } catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException broken) {
            throw isFlood(broken)
                    ? new UnreadableFile(
                            "Файл не принят: распакованный, он займёт слишком много места. Сохраните таблицу в новую книгу.")
                    : new UnreadableFile(NOT_OURS, broken);
        }
    }

    private static boolean isFlood(Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("Zip bomb")) {
                return true;
            }
        }
        return false;
    }

    private static void readFirstSheet(OPCPackage parts, HeadedRows rows)
            throws IOException, OpenXML4JException, XMLStreamException {
        refuseFlood(parts);
        XSSFReader book = new XSSFReader(parts);
        StylesTable styles = book.getStylesTable();
        Iterator<InputStream> sheets = book.getSheetsData();
        if (!sheets.hasNext()) {
            throw new UnreadableFile("В книге нет ни одного листа.");
        }
        try (SharedTexts texts = SharedTexts.of(book.getSharedStringsData());
                InputStream sheet = sheets.next()) {
            new SheetReader(texts, new NumberCells(styles, countsFrom1904(book)), rows).read(sheet);
        }
        rows.end();
    }

    private static void refuseFlood(OPCPackage parts) throws OpenXML4JException {
        for (PackagePart part : parts.getParts()) {
            boolean styles = part.getPartName().getName().endsWith("styles.xml");
            if (styles && part.getSize() > LARGEST_STYLES) {
                throw new UnreadableFile("В книге слишком много видов оформления. Сохраните таблицу в новую книгу.");
            }
        }
    }

    /** Books from old Macs. */
    private static boolean countsFrom1904(XSSFReader book) throws IOException, OpenXML4JException, XMLStreamException {
        try (InputStream workbook = book.getWorkbookData()) {
            XMLStreamReader xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(workbook);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("workbookPr")) {
                    String value = xml.getAttributeValue(null, "date1904");
                    return "1".equals(value) || "true".equals(value);
                }
            }
            return false;
        }
    }
}
