package ru.cur.reporting;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The look of all sheets. Number formats are written the way the file wants them; Excel shows them in the reader's language. */
final class BookStyles {

    private static final byte[] HEADER_FILL = rgb(0xE8EDF2);
    private static final byte[] LATE = rgb(0xB3261E);

    final CellStyle title;
    final CellStyle note;
    final CellStyle header;
    final CellStyle text;
    final CellStyle count;
    final CellStyle lateCount;
    final CellStyle percent;
    final CellStyle hours;
    final CellStyle moment;
    final CellStyle lateText;
    final CellStyle totalText;
    final CellStyle totalCount;
    final CellStyle totalPercent;
    final CellStyle totalHours;

    private final XSSFWorkbook book;

    BookStyles(XSSFWorkbook book) {
        this.book = book;
        this.title = style("General", font(true, 14, null));
        this.note = style("General", font(false, 10, rgb(0x5A6672)));
        this.header = header();
        this.text = style("General", null);
        this.count = style("#,##0", null);
        this.lateCount = style("#,##0", font(false, 11, LATE));
        this.percent = style("0.0%", null);
        this.hours = style("#,##0.0", null);
        this.moment = style("dd.mm.yyyy hh:mm", null);
        this.lateText = style("General", font(false, 11, LATE));
        this.totalText = total("General");
        this.totalCount = total("#,##0");
        this.totalPercent = total("0.0%");
        this.totalHours = total("#,##0.0");
        moment.setAlignment(HorizontalAlignment.LEFT);
    }

    /** A4 on its side, as wide as one page, the header on every page. */
    static void printNicely(Sheet sheet, int headerRow) {
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setRight("Стр. &P из &N");
        if (headerRow >= 0) {
            sheet.setRepeatingRows(new CellRangeAddress(headerRow, headerRow, -1, -1));
        }
    }

    private XSSFCellStyle header() {
        XSSFCellStyle style = style("General", font(true, 11, null));
        style.setFillForegroundColor(new XSSFColor(HEADER_FILL, null));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.THIN);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private XSSFCellStyle total(String format) {
        XSSFCellStyle style = style(format, font(true, 11, null));
        style.setBorderTop(BorderStyle.THIN);
        return style;
    }

    private XSSFCellStyle style(String format, Font font) {
        XSSFCellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        if (font != null) {
            style.setFont(font);
        }
        return style;
    }

    private XSSFFont font(boolean bold, int points, byte[] color) {
        XSSFFont font = book.createFont();
        font.setBold(bold);
        font.setFontHeightInPoints((short) points);
        if (color != null) {
            font.setColor(new XSSFColor(color, null));
        }
        return font;
    }

    static byte[] rgb(int color) {
        return new byte[] {(byte) (color >> 16), (byte) (color >> 8), (byte) color};
    }
}
