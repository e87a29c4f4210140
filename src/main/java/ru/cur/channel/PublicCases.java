package ru.cur.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.IncidentResult;
import ru.cur.incident.IncidentStatus;

/**
 * The cases that everybody may know of. Closed by default: no restricted case, no appeal under 59-FZ, nothing that was
 * rejected, nothing that came by phone or as a letter alone, nothing of a moderated group before a person has read it; and of
 * the others no word of an author.
 */
@Service
@Transactional(readOnly = true)
public class PublicCases {
    /** Their channels are read by everybody. */
    static final List<String> CHANNELS = Arrays.stream(Channel.values())
            .filter(Channel::isPublic)
            .map(Channel::code)
            .toList();

    private static final double ROUNDING = 1000; // a thousandth of a degree is about a hundred metres
    private static final Set<IncidentStatus> ANSWERED = EnumSet.of(IncidentStatus.ANSWERED, IncidentStatus.CLOSED);

    /** Of an incident that the query calls {@code shown}. */
    private static final String IS_PUBLIC = " and shown.restriction is null and shown.legal_regime <> 'APPEAL_59FZ'"
            + " and shown.status <> 'REJECTED' and shown.category_code is not null"
            + " and (shown.triaged_at is not null or shown.category_code not in (select code from category"
            + " join moderated_group on moderated_group.group_code = category.group_code))"
            + " and exists (select from message where incident_id = shown.id and channel in (:channels))";

    /** The same of one that was attached to it. */
    private static final String WAS_PUBLIC =
            " and attached.restriction is null and attached.legal_regime <> 'APPEAL_59FZ'";

    /** Whether everybody can read an answer where it stands, of an answer that the query calls {@code answer}. */
    static final String ANSWER_IS_PUBLIC = " exists (select from publication join message"
            + " on message.id = coalesce(publication.other_message_id, publication.message_id)"
            + " where publication.answer_id = answer.id and publication.state = 'PUBLISHED'"
            + " and publication.way in ('REPLY', 'OTHER_CHANNEL', 'BY_HAND') and message.channel in (:channels))";

    /** The last case of a chain of attached ones. */
    private static final String MAIN =
            "(with recursive chain as (select number, master_number, status from incident next"
                    + " where next.number = attached.master_number union select next.number, next.master_number, next.status"
                    + " from chain join incident next on next.number = chain.master_number where chain.status = 'MERGED')"
                    + " select number from chain where status <> 'MERGED' limit 1)";

    private static final String COLUMNS = "select found.number, main.number as main, main.status, main.result,"
            + " main.category_code, category.name as category, organisation.name as agency, found.registered_at,"
            + " coalesce(main.closed_at, (select max(since) from incident_status where incident_id = main.id)) as updated_at,"
            + " main.control_due, main.answer_due, main.triaged_at, main.address, main.lat, main.lon,"
            + " (select string_agg(author_name, ' ') from message where incident_id = main.id) as authors,"
            + " answer.text as answer, (select min(id) from attachment where answer_id = answer.id and with_answer) as photo";

    // Each main case is looked up by its number: a plain join would be made with all cases at once.
    private static final String JOINS =
            " join lateral (select * from incident where number = found.main limit 1) main on true"
                    + " left join category on category.code = main.category_code"
                    + " left join organisation on organisation.id = main.body_id"
                    + " left join lateral (select id, text from answer where incident_id = main.id and kind in ('FINAL', 'INTERIM') and"
                    + ANSWER_IS_PUBLIC
                    + " order by version desc limit 1) answer on true order by found.registered_at desc, found.number";

    private final JdbcClient jdbc;

    PublicCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is looked for.
     *
     * @param from the earliest moment of registration
     * @param to the latest one, itself included
     * @param categories codes; empty for every category
     * @param closed null for open and closed ones
     * @param skip how many of the newest to leave out
     * @param most how many at most
     */
    public record Search(Instant from, Instant to, List<String> categories, Boolean closed, int skip, int most) {}

    /** Newest first. */
    public List<PublicCase> find(Search search) {
        Map<String, Object> params = new HashMap<>();
        params.put("from", Timestamp.from(search.from()));
        params.put("to", Timestamp.from(search.to()));
        params.put("end", search.skip() + search.most());
        params.put("skip", search.skip());
        params.put("most", search.most());
        String filter = "";
        if (!search.categories().isEmpty()) {
            params.put("categories", search.categories());
            filter += " and shown.category_code in (:categories)";
        }
        if (search.closed() != null) {
            filter += " and shown.status " + (search.closed() ? "=" : "<>") + " 'CLOSED'";
        }
        String within = ".registered_at between :from and :to";
        String newest = " order by registered_at desc, number limit :end";
        return list(
                own(" and shown" + within + IS_PUBLIC + filter + newest)
                        + " union all "
                        + attached(" and attached" + within + WAS_PUBLIC + IS_PUBLIC + filter + newest),
                " order by registered_at desc, number offset :skip limit :most",
                params);
    }

    /** Those of them that are public, newest first. */
    public List<PublicCase> find(Collection<IncidentNumber> numbers) {
        return find(numbers, IS_PUBLIC, WAS_PUBLIC);
    }

    /** Empty when there is no such case, or nobody may know of it. */
    public Optional<PublicCase> find(IncidentNumber number) {
        return find(List.of(number)).stream().findFirst();
    }

    /** The same of whatever case; who asks must be its author. */
    public Optional<PublicCase> findForAuthor(IncidentNumber number) {
        return find(List.of(number), "", "").stream().findFirst();
    }

    private List<PublicCase> find(Collection<IncidentNumber> numbers, String isPublic, String wasPublic) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        Map<String, Object> params = new HashMap<>();
        params.put("numbers", numbers.stream().map(IncidentNumber::value).toList());
        return list(
                own(" and shown.number in (:numbers)" + isPublic)
                        + " union all "
                        + attached(" and attached.number in (:numbers)" + wasPublic + isPublic),
                "",
                params);
    }

    private static String own(String which) {
        return "(select shown.number, shown.registered_at, shown.number as main from incident shown"
                + " where shown.status <> 'MERGED'" + which + ")";
    }

    private static String attached(String which) {
        return "(select attached.number, attached.registered_at, shown.number as main from incident attached"
                + " join lateral (select * from incident where number = " + MAIN
                + " limit 1) shown on true where attached.status = 'MERGED'" + which + ")";
    }

    private List<PublicCase> list(String numbers, String page, Map<String, Object> params) {
        params.put("channels", CHANNELS);
        return jdbc.sql(COLUMNS + " from (select * from (" + numbers + ") every" + page + ") found" + JOINS)
                .params(params)
                .query((row, i) -> read(row))
                .list();
    }

    private static PublicCase read(ResultSet row) throws SQLException {
        IncidentStatus status = IncidentStatus.valueOf(row.getString("status"));
        String result = row.getString("result");
        boolean sorted = row.getTimestamp("triaged_at") != null;
        Instant control = moment(row, "control_due");
        return new PublicCase(
                new IncidentNumber(row.getString("number")),
                new IncidentNumber(row.getString("main")),
                status,
                result == null ? null : IncidentResult.valueOf(result),
                row.getString("category_code"),
                row.getString("category"),
                row.getString("agency"),
                moment(row, "registered_at"),
                moment(row, "updated_at"),
                expected(status, control, moment(row, "answer_due")),
                control != null && !ANSWERED.contains(status),
                sorted ? SafeAddress.of(row.getString("address"), row.getString("authors")) : null,
                sorted ? rounded(row, "lat") : null,
                sorted ? rounded(row, "lon") : null,
                PublicText.of(row.getString("answer")),
                row.getObject("photo", Long.class));
    }

    private static Instant expected(IncidentStatus status, Instant control, Instant answer) {
        if (ANSWERED.contains(status)) {
            return null;
        }
        return control == null ? answer : control;
    }

    private static Double rounded(ResultSet row, String column) throws SQLException {
        Double exact = row.getObject(column, Double.class);
        return exact == null ? null : Math.round(exact * ROUNDING) / ROUNDING;
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
