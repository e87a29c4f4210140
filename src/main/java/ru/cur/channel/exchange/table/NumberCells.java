package ru.cur.channel.exchange.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/** What the numbers of a sheet mean: its format makes a number a date. */
final class NumberCells {
    /** From here on a double, which is all that a cell holds, loses digits. */
    private static final double EXACT_BELOW = 1e15;

    private static final double AFTER_YEAR_9999 = 2_958_466;

    private final StylesTable styles;
    private final boolean from1904;
    private final Map<String, Meaning> meanings = new HashMap<>();

    NumberCells(StylesTable styles, boolean from1904) {
        this.styles = styles;
        this.from1904 = from1904;
    }

    /** @param digits so many at least are shown, with zeros in front */
    private record Meaning(boolean date, int digits) {}

    /** @param style index of the format, as the sheet writes it; null for none */
    Cell cell(String value, String style) {
        double number = Double.parseDouble(value);
        Meaning meaning = meanings.computeIfAbsent(style == null ? "0" : style, this::meaning);
        if (meaning.date()) {
            return number >= 0 && number < AFTER_YEAR_9999
                    ? Cell.moment(DateUtil.getLocalDateTime(number, from1904, true))
                    : Cell.unreadable(value, "число не годится для даты");
        }
        String plain = BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        if (Math.abs(number) >= EXACT_BELOW) {
            return Cell.unreadable(
                    plain, "Excel хранит только 15 цифр числа; задайте столбцу текстовый формат и выгрузите заново");
        }
        return Cell.text("0".repeat(Math.max(0, meaning.digits() - plain.length())) + plain);
    }

    private Meaning meaning(String index) {
        int style = Integer.parseInt(index);
        if (style < 0 || style >= styles.getNumCellStyles()) {
            return new Meaning(false, 0);
        }
        XSSFCellStyle found = styles.getStyleAt(style);
        String format = found.getDataFormatString();
        return new Meaning(
                DateUtil.isADateFormat(found.getDataFormat(), format),
                format != null && format.matches("0{2,20}") ? format.length() : 0);
    }

    /** A cell that some programs write as a date in words of ISO 8601. */
    static Cell isoMoment(String value) {
        try {
            return Cell.moment(LocalDateTime.parse(value.replaceFirst("Z$", "")));
        } catch (DateTimeParseException other) {
            return Cell.text(value);
        }
    }
}
