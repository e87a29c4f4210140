package ru.cur.reporting;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;

/** «График»: stacked bars per body, drawn from the cells of «Сводка». */
final class ChartSheet {

    static final String NAME = "График";

    private static final int COLUMNS = 18;
    private static final int ROWS_AROUND = 10;
    private static final int ROWS_PER_BODY = 2;
    private static final String CHART_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static final int GAP_PERCENT = 45;

    private ChartSheet() {}

    static void write(XSSFWorkbook book, XSSFSheet data, SlaFigures figures, BookStyles styles) {
        XSSFSheet sheet = book.createSheet(NAME);
        BookStyles.printNicely(sheet, -1);
        if (figures.bodies().isEmpty()) {
            XSSFCell cell = sheet.createRow(0).createCell(0);
            cell.setCellValue("За период инцидентов нет.");
            cell.setCellStyle(styles.text);
            return;
        }
        int bodies = figures.bodies().size();
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        XSSFClientAnchor place = drawing.createAnchor(0, 0, 0, 0, 0, 0, COLUMNS, ROWS_AROUND + ROWS_PER_BODY * bodies);
        XSSFChart chart = drawing.createChart(place);
        chart.setTitleText("Первый ответ: в срок, с опозданием, без ответа после срока");
        chart.setTitleOverlay(false);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        plot(chart, data, bodies);
    }

    private static void plot(XSSFChart chart, XSSFSheet data, int bodies) {
        XDDFCategoryAxis bodyAxis = chart.createCategoryAxis(AxisPosition.LEFT);
        XDDFValueAxis countAxis = chart.createValueAxis(AxisPosition.BOTTOM);
        // Excel draws the first line at the bottom; turned over, the chart reads like the table.
        bodyAxis.setOrientation(AxisOrientation.MAX_MIN);
        countAxis.setCrosses(AxisCrosses.MAX);
        countAxis.setNumberFormat("#,##0");
        XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, bodyAxis, countAxis);
        bars.setBarDirection(BarDirection.BAR);
        bars.setBarGrouping(BarGrouping.STACKED);
        bars.setGapWidth(GAP_PERCENT);
        XDDFDataSource<String> names = XDDFDataSourcesFactory.fromStringCellRange(data, column(0, bodies));
        add(bars, names, data, bodies, SummarySheet.IN_TIME_COLUMN, 0x4F7CAC);
        add(bars, names, data, bodies, SummarySheet.LATE_COLUMN, 0xE0958F);
        add(bars, names, data, bodies, SummarySheet.OPEN_LATE_COLUMN, 0xB3261E);
        chart.plot(bars);
        overlap(chart.getCTChart().getPlotArea().getBarChartArray(0));
    }

    // Without an overlap Excel puts the parts of a stacked bar side by side. Written as plain XML:
    // the lite jar of POI's schemas lacks the type that bars.setOverlap() needs.
    private static void overlap(CTBarChart bars) {
        try (XmlCursor cursor = bars.newCursor()) {
            cursor.toChild(CHART_NAMESPACE, "axId");
            cursor.beginElement("overlap", CHART_NAMESPACE);
            cursor.insertAttributeWithValue("val", "100");
        }
    }

    private static void add(
            XDDFBarChartData bars, XDDFDataSource<String> names, XSSFSheet data, int bodies, int column, int color) {
        XDDFChartData.Series series =
                bars.addSeries(names, XDDFDataSourcesFactory.fromNumericCellRange(data, column(column, bodies)));
        XSSFCell header = data.getRow(SummarySheet.HEADER_ROW).getCell(column);
        series.setTitle(header.getStringCellValue(), new CellReference(header));
        series.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(BookStyles.rgb(color))));
    }

    private static CellRangeAddress column(int column, int bodies) {
        int first = SummarySheet.FIRST_BODY_ROW;
        return new CellRangeAddress(first, first + bodies - 1, column, column);
    }
}
