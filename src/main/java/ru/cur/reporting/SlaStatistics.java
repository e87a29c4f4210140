package ru.cur.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import ru.cur.reporting.SlaFigures.AnswerTime;
import ru.cur.reporting.SlaFigures.Line;
import ru.cur.sla.TermUnit;
import ru.cur.sla.calendar.WorkingCalendars;

/** The one place where the terms of answers are counted; every report asks here. */
@Component
class SlaStatistics {

    static final String NO_BODY_NAME = "Исполнитель не назначен";
    static final String TOTAL_NAME = "Всего";

    private static final int FETCH_SIZE = 500;
    private static final double SECONDS_PER_HOUR = 3600;

    private final JdbcClient jdbc;
    private final WorkingCalendars calendars;
    private final Clock clock;
    private final ZoneId zone;

    SlaStatistics(DataSource dataSource, WorkingCalendars calendars, Clock clock, ZoneId zone) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        // Without a size the driver reads all cases of a workbook into memory at once.
        template.setFetchSize(FETCH_SIZE);
        this.jdbc = JdbcClient.create(template);
        this.calendars = calendars;
        this.clock = clock;
        this.zone = zone;
    }

    /** Counts what the scope sees; the total line is there even when nothing was found. */
    SlaFigures of(ReportPeriod period, ReportScope scope) {
        Instant now = clock.instant();
        CaseQuery query = new CaseQuery(period, scope, CaseGroup.ALL);
        List<Line> bodies = new ArrayList<>();
        List<Line> totals = new ArrayList<>();
        RowCallbackHandler collect = row -> (row.getBoolean("is_total") ? totals : bodies).add(line(row));
        bind(SlaSql.figures(query), query, now).query(collect);
        return new SlaFigures(period, now, List.copyOf(bodies), totals.get(0));
    }

    /** Lists a page of the cases behind a figure, by term; a page beyond the end becomes the last one. */
    CasePage page(CaseQuery query, int wanted, int size) {
        Instant now = clock.instant();
        long total = bind(SlaSql.count(query), query, now).query(Long.class).single();
        int pages = (int) Math.max(1, (total + size - 1) / size);
        int number = Math.min(Math.max(1, wanted), pages);
        List<SlaCase> cases = bind(SlaSql.casesPage(query), query, now)
                .param("size", size)
                .param("skip", (long) (number - 1) * size)
                .query((row, index) -> toCase(row, now))
                .list();
        return new CasePage(cases, number, pages, total);
    }

    /**
     * Hands over every case, one by one, so that a long list needs no memory.
     * Only inside a transaction does the driver read in portions.
     *
     * @param now the moment of the figures that the list accompanies
     */
    void forEachCase(CaseQuery query, Instant now, Consumer<SlaCase> consumer) {
        RowCallbackHandler handOver = row -> consumer.accept(toCase(row, now));
        bind(SlaSql.cases(query), query, now).query(handOver);
    }

    private StatementSpec bind(String sql, CaseQuery query, Instant now) {
        return jdbc.sql(sql)
                .param("from", column(query.period().start(zone)))
                .param("until", column(query.period().end(zone)))
                .param("now", column(now))
                .param("body", query.body().orElse(null));
    }

    private static OffsetDateTime column(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Line line(ResultSet row) throws SQLException {
        boolean total = row.getBoolean("is_total");
        String bodyId = row.getString("body_id");
        long inTime = row.getLong("in_time");
        long decided = inTime + row.getLong("late") + row.getLong("open_late");
        return new Line(
                total ? null : bodyId == null ? ReportScope.NO_BODY : bodyId,
                total ? TOTAL_NAME : bodyId == null ? NO_BODY_NAME : row.getString("body_name"),
                row.getLong("received"),
                row.getLong("due"),
                inTime,
                row.getLong("late"),
                row.getLong("open_late"),
                row.getLong("open"),
                decided == 0 ? null : Double.valueOf((double) inTime / decided),
                answerTime(row, "calendar"),
                answerTime(row, "working"));
    }

    private static AnswerTime answerTime(ResultSet row, String unit) throws SQLException {
        return new AnswerTime(hours(row, unit + "_mean"), hours(row, unit + "_median"), hours(row, unit + "_p90"));
    }

    private SlaCase toCase(ResultSet row, Instant now) throws SQLException {
        String outcome = row.getString("outcome");
        return new SlaCase(
                row.getString("number"),
                row.getString("status"),
                row.getString("severity"),
                row.getString("category_name"),
                row.getString("municipality_name"),
                row.getString("body_name"),
                moment(row, "registered_at"),
                moment(row, "first_answer_due"),
                moment(row, "first_published_at"),
                row.getBoolean("received"),
                outcome == null ? null : CaseGroup.valueOf(outcome),
                hours(row, "calendar_hours"),
                hours(row, "working_hours"),
                remaining(row, now),
                row.getString("term_explanation"));
    }

    /** By the hours of whoever has the case, as its clock. */
    private Double remaining(ResultSet row, Instant now) throws SQLException {
        Instant due = moment(row, "first_answer_due");
        if (due == null || moment(row, "first_published_at") != null) {
            return null;
        }
        Duration left = calendars.of(row.getString("term_organisation")).between(now, due, TermUnit.WORKING_HOURS);
        return left.toSeconds() / SECONDS_PER_HOUR;
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static Double hours(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : Double.valueOf(value);
    }
}
