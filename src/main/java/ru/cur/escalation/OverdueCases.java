package ru.cur.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.cur.platform.web.ProgramAddress;
import ru.cur.sla.RussianDates;
import ru.cur.sla.calendar.WorkingCalendars;
import ru.cur.sla.clock.ClockKind;

/** Which cases are overdue now, by body. What waits for its author stands still and is not overdue. */
@Component
public class OverdueCases {
    /** How many cases of a body are named. */
    static final int NAMED = 5;

    private static final String NO_BODY = "Без ответственного органа";
    private static final List<String> KINDS = Stream.of(
                    ClockKind.FIRST_ANSWER, ClockKind.SOLUTION, ClockKind.LEGAL, ClockKind.CONTROL)
            .map(ClockKind::name)
            .toList();

    private final JdbcClient jdbc;
    private final WorkingCalendars calendars;
    private final ProgramAddress address;
    private final Clock clock;
    private final ZoneId zone;

    OverdueCases(JdbcClient jdbc, WorkingCalendars calendars, ProgramAddress address, Clock clock, ZoneId zone) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.address = address;
        this.clock = clock;
        this.zone = zone;
    }

    /** The body with the most of them first. */
    public List<OverdueBody> byBody() {
        Instant now = clock.instant();
        Map<String, List<Row>> bodies =
                rows(now).stream().collect(Collectors.groupingBy(Row::body, LinkedHashMap::new, Collectors.toList()));
        return bodies.entrySet().stream()
                .map(body -> new OverdueBody(
                        body.getKey(),
                        body.getValue().size(),
                        body.getValue().stream()
                                .limit(NAMED)
                                .map(row -> inWords(row, now))
                                .toList()))
                .sorted(Comparator.comparingInt(OverdueBody::count).reversed())
                .toList();
    }

    /** @param hours id of the organisation by whose working hours the clock runs; null for the region's */
    private record Row(
            String number,
            ClockKind kind,
            Instant due,
            String hours,
            String category,
            String municipality,
            String body) {}

    private List<Row> rows(Instant now) {
        return jdbc.sql("""
                        select * from (
                          select distinct on (incident_number) incident_number, kind, due_at, organisation_id
                          from sla_clock where state = 'RUNNING' and due_at < :now and kind in (:kinds)
                          order by incident_number, due_at) first
                        join (
                          select i.number, c.name category, m.name municipality, o.short_name body
                          from incident i
                          left join category c on c.code = i.category_code
                          left join municipality m on m.code = i.municipality_code
                          left join organisation o on o.id = i.body_id) known on known.number = first.incident_number
                        order by due_at, number""")
                .param("now", Timestamp.from(now))
                .param("kinds", KINDS)
                .query(OverdueCases::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String body = row.getString("body");
        return new Row(
                row.getString("number"),
                ClockKind.valueOf(row.getString("kind")),
                row.getTimestamp("due_at").toInstant(),
                row.getString("organisation_id"),
                row.getString("category"),
                row.getString("municipality"),
                body == null ? NO_BODY : body);
    }

    private OverdueCase inWords(Row row, Instant now) {
        return new OverdueCase(
                row.number(),
                row.category(),
                row.municipality(),
                row.kind().title(),
                RussianDates.moment(row.due(), zone),
                calendars.of(row.hours()).remaining(now, row.due()),
                address.linkTo("/incidents/" + row.number()));
    }
}
