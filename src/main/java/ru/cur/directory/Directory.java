package ru.cur.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import ru.cur.directory.Wording.Keyword;
import ru.cur.directory.Wording.PlaceName;
import ru.cur.directory.Wording.Vocabulary;

/** Answers who is who and who is responsible. */
// Every question is one indexed read of a small table: nothing is kept in memory, so two nodes can never disagree.
@Service
@DependsOn("referenceLoader")
public class Directory {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final int LONGEST_NAME = 200;
    private static final String STAFF = "select user_id, organisation_id, full_name, position, email from staff";
    private static final String CATEGORY =
            "select code, name, priority, first_answer_term, solution_term, evidence_required from category";
    private static final String VALID =
            " (valid_from is null or valid_from <= :date)" + " and (valid_to is null or valid_to >= :date)";

    private final JdbcClient jdbc;

    Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Finds a municipality by code, OKTMO, official name or a name people use. One that has been merged or converted by the
     * date gives its successor.
     *
     * @param name in any case, with or without ё
     * @return empty when nothing or more than one municipality has this name
     */
    public Optional<Municipality> municipality(String name, LocalDate date) {
        if (name == null || name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        return only(jdbc.sql("""
                        with recursive found as (
                          select m.* from municipality m join municipality_alias a on a.municipality_code = m.code
                          where a.alias = :alias
                          union
                          select next.* from found join municipality next on next.code = found.successor_code
                          where found.valid_to < :date)
                        select code, name from found where""" + VALID)
                .param("alias", PlainName.of(name))
                .param("date", date)
                .query(Directory::municipality)
                .list());
    }

    /** The municipalities of that day, by name. */
    public List<Municipality> municipalities(LocalDate date) {
        return sorted(
                jdbc.sql("select code, name from municipality where" + VALID)
                        .param("date", date)
                        .query(Directory::municipality)
                        .list(),
                Municipality::name);
    }

    /** @param code for instance ROAD-1 */
    public Optional<Category> category(String code) {
        return jdbc.sql(CATEGORY + " where code = :code")
                .param("code", code)
                .query(Directory::category)
                .optional();
    }

    /** All of them, in the order of the classifier. */
    public List<Category> categories() {
        return jdbc.sql(CATEGORY + " order by position")
                .query(Directory::category)
                .list();
    }

    /** Finds an organisation, also one that no longer exists: old cases name it. */
    public Optional<Organisation> organisation(String id) {
        return jdbc.sql("select id, name, short_name from organisation where id = :id")
                .param("id", id)
                .query(Directory::organisation)
                .optional();
    }

    /** The organisations of that day, by short name. */
    public List<Organisation> organisations(LocalDate date) {
        return sorted(
                jdbc.sql("select id, name, short_name from organisation where" + VALID)
                        .param("date", date)
                        .query(Directory::organisation)
                        .list(),
                Organisation::shortName);
    }

    /**
     * Who answers for a kind of matter in a place; whoever is named for the municipality goes before whoever answers for the
     * krai.
     *
     * @param municipalityCode null when the place is unknown
     * @return empty when nobody is named, when several are equally fit, and always for {@link BodyKind#CUR}: a curator
     *     decides then
     */
    public Optional<Responsible> responsibleFor(BodyKind kind, String municipalityCode, LocalDate date) {
        if (kind == BodyKind.CUR) {
            return Optional.empty();
        }
        Optional<Municipality> municipality = municipality(municipalityCode, date);
        List<Responsible> local = municipality
                .map(place -> responsible(kind, place.code(), date, "на территории «%s»".formatted(place.name())))
                .orElse(List.of());
        return only(local.isEmpty() ? responsible(kind, null, date, "во всём Приморском крае") : local);
    }

    private List<Responsible> responsible(BodyKind kind, String municipalityCode, LocalDate date, String where) {
        String explanation = "Отвечает за «%s» %s".formatted(kind.title(), where);
        return jdbc.sql("select id, name, short_name from organisation where" + VALID
                        + " and id in (select organisation_id from responsibility where body_kind = :kind"
                        + " and municipality_code is not distinct from cast(:municipality as text) and" + VALID + ")")
                .param("kind", kind.name())
                .param("municipality", municipalityCode)
                .param("date", date)
                .query((row, i) -> new Responsible(organisation(row, i), explanation))
                .list();
    }

    /** Adds a person, or brings what is known of him up to date. */
    public void putStaff(StaffMember member) {
        jdbc.sql("insert into staff (user_id, organisation_id, full_name, position, email)"
                        + " values (:user, :organisation, :name, :position, :email) on conflict (user_id) do update set"
                        + " organisation_id = excluded.organisation_id, full_name = excluded.full_name,"
                        + " position = excluded.position, email = excluded.email")
                .param("user", member.userId())
                .param("organisation", member.organisationId())
                .param("name", member.fullName())
                .param("position", member.position())
                .param("email", member.email())
                .update();
    }

    /** A person by login. */
    public Optional<StaffMember> staffMember(String userId) {
        return jdbc.sql(STAFF + " where user_id = :user")
                .param("user", userId)
                .query(Directory::staffMember)
                .optional();
    }

    /** Everybody, by name. */
    public List<StaffMember> staff() {
        return sorted(jdbc.sql(STAFF).query(Directory::staffMember).list(), StaffMember::fullName);
    }

    /** Those who work in an organisation, by name. */
    public List<StaffMember> staffOf(String organisationId) {
        return sorted(
                jdbc.sql(STAFF + " where organisation_id = :organisation")
                        .param("organisation", organisationId)
                        .query(Directory::staffMember)
                        .list(),
                StaffMember::fullName);
    }

    /** The name of a person; his login when he is not known here. */
    public String fullName(String userId) {
        return jdbc.sql("select full_name from staff where user_id = :user")
                .param("user", userId)
                .query(String.class)
                .optional()
                .orElse(userId);
    }

    /** The words by which texts are classified. */
    public Vocabulary vocabulary() {
        return new Vocabulary(
                jdbc.sql("select k.category_code, k.pattern from category_keyword k"
                                + " join category c on c.code = k.category_code order by c.position, k.pattern")
                        .query((row, i) -> new Keyword(row.getString("category_code"), row.getString("pattern")))
                        .list(),
                jdbc.sql("select pattern from urgent_phrase order by pattern")
                        .query(String.class)
                        .list(),
                jdbc.sql("select municipality_code, pattern, address_only from place_name order by 1, 2")
                        .query((row, i) -> new PlaceName(
                                row.getString("municipality_code"),
                                row.getString("pattern"),
                                row.getBoolean("address_only")))
                        .list());
    }

    private static <T> Optional<T> only(List<T> found) {
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    // Here and not in SQL, because the collation of a database depends on the machine where it was made.
    private static <T> List<T> sorted(List<T> rows, Function<T, String> name) {
        Collator collator = Collator.getInstance(RUSSIAN);
        return rows.stream().sorted(Comparator.comparing(name, collator)).toList();
    }

    private static Municipality municipality(ResultSet row, int number) throws SQLException {
        return new Municipality(row.getString("code"), row.getString("name"));
    }

    private static StaffMember staffMember(ResultSet row, int number) throws SQLException {
        return new StaffMember(
                row.getString("user_id"),
                row.getString("organisation_id"),
                row.getString("full_name"),
                row.getString("position"),
                row.getString("email"));
    }

    private static Category category(ResultSet row, int number) throws SQLException {
        return new Category(
                row.getString("code"),
                row.getString("name"),
                row.getString("priority"),
                row.getString("first_answer_term"),
                row.getString("solution_term"),
                row.getBoolean("evidence_required"));
    }

    private static Organisation organisation(ResultSet row, int number) throws SQLException {
        return new Organisation(row.getString("id"), row.getString("name"), row.getString("short_name"));
    }
}
