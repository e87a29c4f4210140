package ru.cur.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.cur.reporting.TimeFigures.Line;

/** The one place where the booked time of the parties is added up. */
@Component
class TimeStatistics {

    // Counted apart from the rows: a case has several. Not materialized, or no query could use several processes.
    private static final String FIGURES = """
            with answered as not materialized (
              select i.body_id, i.number from incident i where %s
            ), counted as (
              select body_id, count(*) as cases from answered group by body_id
            ), charged as (
              select a.body_id, %s, sum(l.working_seconds) as total
              from answered a
              join time_ledger l on l.incident_number = a.number and l.kind in ('SPAN', 'CORRECTION')
              group by a.body_id
            )
            select grouping(n.body_id) = 1 as is_total, n.body_id,
                   max(coalesce(nullif(o.short_name, ''), o.name)) as body_name, sum(n.cases) as cases,
                   %s, coalesce(sum(c.total), 0) as total
            from counted n
            left join charged c on c.body_id is not distinct from n.body_id
            left join organisation o on o.id = n.body_id
            group by grouping sets ((n.body_id), ())
            order by total desc, body_name
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    TimeStatistics(JdbcClient jdbc, Clock clock, ZoneId zone) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    /** Adds up what the scope sees; the total line is there even when nothing was found. */
    TimeFigures of(ReportPeriod period, ReportScope scope) {
        CaseQuery answered = new CaseQuery(period, scope, CaseGroup.ANSWERED);
        Instant now = clock.instant();
        List<Line> bodies = new ArrayList<>();
        List<Line> totals = new ArrayList<>();
        RowCallbackHandler collect = row -> (row.getBoolean("is_total") ? totals : bodies).add(line(row));
        jdbc.sql(FIGURES.formatted(
                        SlaSql.filter(answered),
                        forEach("sum(l.working_seconds) filter (where l.party = '%1$s') as %1$s"),
                        forEach("coalesce(sum(c.%1$s), 0) as %1$s")))
                .param("from", period.start(zone).atOffset(ZoneOffset.UTC))
                .param("until", period.end(zone).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("body", answered.body().orElse(null))
                .query(collect);
        return new TimeFigures(period, List.copyOf(bodies), totals.get(0));
    }

    private static String forEach(String column) {
        return Arrays.stream(TimeParty.values()).map(column::formatted).collect(Collectors.joining(", "));
    }

    private static Line line(ResultSet row) throws SQLException {
        boolean total = row.getBoolean("is_total");
        String bodyId = row.getString("body_id");
        Map<TimeParty, Long> seconds = new EnumMap<>(TimeParty.class);
        for (TimeParty party : TimeParty.values()) {
            seconds.put(party, row.getLong(party.name()));
        }
        return new Line(
                total ? null : bodyId == null ? ReportScope.NO_BODY : bodyId,
                total
                        ? SlaStatistics.TOTAL_NAME
                        : bodyId == null ? SlaStatistics.NO_BODY_NAME : row.getString("body_name"),
                row.getLong("cases"),
                seconds,
                row.getLong("total"));
    }
}
