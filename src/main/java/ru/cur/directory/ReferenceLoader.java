package ru.cur.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.cur.directory.ReferenceTable.Wanted;
import ru.cur.platform.StartupRefusal;
import ru.cur.platform.database.OneAtATime;

/** Brings the reference files into the tables before anybody asks the directory. */
@Component
class ReferenceLoader implements InitializingBean {
    private static final Logger log = LoggerFactory.getLogger(ReferenceLoader.class);

    private static final Pattern MUNICIPALITY_CODE = Pattern.compile("[A-Z]{3}");
    private static final Pattern OKTMO = Pattern.compile("\\d{8}");
    private static final Pattern ORGANISATION_ID = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final Pattern CATEGORY_CODE = Pattern.compile("[A-Z]{4}(-[1-9])?");
    private static final Pattern TERM = Pattern.compile("[1-9]\\d{0,5} (WORKING|CALENDAR)_(MINUTES|HOURS|DAYS)");
    private static final Pattern WORDS = Pattern.compile("[а-я0-9*| ]+");
    private static final Pattern URGENT_WORDS = Pattern.compile("[а-я0-9*|+ ]+");

    private static final ReferenceTable MUNICIPALITY = ReferenceTable.of(
            "municipality",
            1,
            "code text",
            "oktmo text",
            "name text",
            "centre text",
            "kind text",
            "valid_from date",
            "valid_to date",
            "successor_code text");
    private static final ReferenceTable ALIAS =
            ReferenceTable.of("municipality_alias", 2, "alias text", "municipality_code text");
    private static final ReferenceTable PLACE_NAME =
            ReferenceTable.of("place_name", 2, "municipality_code text", "pattern text", "address_only boolean");
    private static final ReferenceTable ORGANISATION = ReferenceTable.of(
            "organisation",
            1,
            "id text",
            "name text",
            "short_name text",
            "kind text",
            "valid_from date",
            "valid_to date");
    private static final ReferenceTable RESPONSIBILITY = ReferenceTable.of(
            "responsibility",
            4,
            "body_kind text",
            "organisation_id text",
            "municipality_code text",
            "valid_from date",
            "valid_to date");
    private static final ReferenceTable CATEGORY = ReferenceTable.of(
            "category",
            1,
            "code text",
            "position integer",
            "group_code text",
            "group_name text",
            "name text",
            "priority text",
            "first_answer_term text",
            "solution_term text",
            "evidence_required boolean");
    private static final ReferenceTable KEYWORD =
            ReferenceTable.of("category_keyword", 2, "category_code text", "pattern text");
    private static final ReferenceTable URGENT_PHRASE = ReferenceTable.of("urgent_phrase", 1, "pattern text");

    private static final List<String> KINDS_OF_MUNICIPALITIES = List.of("URBAN_OKRUG", "MUNICIPAL_OKRUG", "DISTRICT");
    private static final List<String> KINDS_OF_ORGANISATIONS =
            List.of("CUR", "ADMINISTRATION", "EXECUTIVE_BODY", "UTILITY", "CONTRACTOR");
    private static final List<String> KINDS_OF_BODIES = Stream.of(BodyKind.values())
            .filter(kind -> kind != BodyKind.CUR)
            .map(Enum::name)
            .toList();
    private static final List<String> PRIORITIES = List.of("P0", "P1", "P2", "P3");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Resource folder;

    @Autowired
    ReferenceLoader(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this(jdbc, transactions, new ClassPathResource("reference/"));
    }

    ReferenceLoader(JdbcClient jdbc, PlatformTransactionManager transactions, Resource folder) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.folder = folder;
    }

    @Override
    public void afterPropertiesSet() {
        int changes = load();
        if (changes > 0) {
            log.info("Reference data: {} rows changed", changes);
        }
    }

    /**
     * Makes the tables equal to the files; all or nothing.
     *
     * @return how many rows had to be changed
     * @throws StartupRefusal naming the file and the line that cannot be taken
     */
    int load() {
        Integer changes = transaction.execute(status -> {
            // Nodes that start together take turns: the second one finds nothing left to change.
            OneAtATime.hold(jdbc, "reference-data");
            return loadAll();
        });
        return changes == null ? 0 : changes;
    }

    private int loadAll() {
        List<ReferenceRow> municipalityRows = read("municipalities.csv");
        List<ReferenceRow> organisationRows = read("organisations.csv");
        List<ReferenceRow> categoryRows = read("categories.csv");
        List<String> municipalities = ids(municipalityRows, "code");
        List<String> organisations = ids(organisationRows, "id");
        List<String> categories = ids(categoryRows, "code");
        List<ReferenceRow> aliasRows = read("municipality-aliases.csv");
        return merge(MUNICIPALITY, municipalityRows, row -> municipality(row, municipalities))
                + merge(ORGANISATION, organisationRows, ReferenceLoader::organisation)
                + merge(CATEGORY, categoryRows, ReferenceLoader::category)
                + replaceAliases(municipalityRows, aliasRows, municipalities)
                + replace(PLACE_NAME, read("place-names.csv"), row -> placeName(row, municipalities))
                + replace(
                        RESPONSIBILITY,
                        read("responsibilities.csv"),
                        row -> responsibility(row, organisations, municipalities))
                + replace(KEYWORD, read("category-keywords.csv"), row -> keyword(row, categories))
                + replace(
                        URGENT_PHRASE,
                        read("urgent-phrases.csv"),
                        row -> List.of(row.matching("pattern", URGENT_WORDS)));
    }

    private List<ReferenceRow> read(String file) {
        try {
            return ReferenceFile.read(folder.createRelative(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> ids(List<ReferenceRow> rows, String column) {
        return rows.stream().map(row -> row.required(column)).toList();
    }

    private static List<String> municipality(ReferenceRow row, List<String> municipalities) {
        String until = row.optionalDate("valid_to");
        String successor = row.optional("successor") == null ? null : row.oneOf("successor", municipalities);
        if ((until == null) != (successor == null)) {
            throw row.refusal("поля «valid_to» и «successor» заполняются вместе");
        }
        return Arrays.asList(
                row.matching("code", MUNICIPALITY_CODE),
                row.matching("oktmo", OKTMO),
                row.required("name"),
                row.required("centre"),
                row.oneOf("kind", KINDS_OF_MUNICIPALITIES),
                row.optionalDate("valid_from"),
                until,
                successor);
    }

    private static List<String> organisation(ReferenceRow row) {
        return Arrays.asList(
                row.matching("id", ORGANISATION_ID),
                row.required("name"),
                row.required("short_name"),
                row.oneOf("kind", KINDS_OF_ORGANISATIONS),
                row.optionalDate("valid_from"),
                row.optionalDate("valid_to"));
    }

    private static List<String> category(ReferenceRow row) {
        return Arrays.asList(
                row.matching("code", CATEGORY_CODE),
                String.valueOf(row.line()),
                row.required("group_code"),
                row.required("group_name"),
                row.required("name"),
                row.oneOf("priority", PRIORITIES),
                row.optionalMatching("first_answer_term", TERM),
                row.optionalMatching("solution_term", TERM),
                row.flag("evidence_required"));
    }

    private static List<String> placeName(ReferenceRow row, List<String> municipalities) {
        return List.of(
                row.oneOf("municipality", municipalities), row.matching("pattern", WORDS), row.flag("address_only"));
    }

    private static List<String> responsibility(
            ReferenceRow row, List<String> organisations, List<String> municipalities) {
        return Arrays.asList(
                row.oneOf("body_kind", KINDS_OF_BODIES),
                row.oneOf("organisation", organisations),
                row.optional("municipality") == null ? null : row.oneOf("municipality", municipalities),
                row.optionalDate("valid_from"),
                row.optionalDate("valid_to"));
    }

    private static List<String> keyword(ReferenceRow row, List<String> categories) {
        return List.of(row.oneOf("category", categories), row.matching("pattern", WORDS));
    }

    /** A municipality is also found by its own code, OKTMO and name. */
    private int replaceAliases(
            List<ReferenceRow> municipalityRows, List<ReferenceRow> aliasRows, List<String> municipalities) {
        Map<List<String>, Wanted> aliases = new LinkedHashMap<>();
        for (ReferenceRow row : municipalityRows) {
            for (String column : List.of("code", "oktmo", "name")) {
                addAlias(aliases, row, row.required(column), row.required("code"));
            }
        }
        for (ReferenceRow row : aliasRows) {
            addAlias(aliases, row, row.required("alias"), row.oneOf("municipality", municipalities));
        }
        return ALIAS.replace(jdbc, List.copyOf(aliases.values()));
    }

    private static void addAlias(
            Map<List<String>, Wanted> aliases, ReferenceRow source, String alias, String municipality) {
        List<String> values = List.of(PlainName.of(alias), municipality);
        aliases.put(values, new Wanted(source, values));
    }

    private int merge(ReferenceTable table, List<ReferenceRow> rows, Function<ReferenceRow, List<String>> values) {
        return table.merge(jdbc, wanted(table, rows, values));
    }

    private int replace(ReferenceTable table, List<ReferenceRow> rows, Function<ReferenceRow, List<String>> values) {
        return table.replace(jdbc, wanted(table, rows, values));
    }

    private static List<Wanted> wanted(
            ReferenceTable table, List<ReferenceRow> rows, Function<ReferenceRow, List<String>> values) {
        Set<List<String>> keys = new HashSet<>();
        List<Wanted> wanted = new ArrayList<>();
        for (ReferenceRow row : rows) {
            List<String> value = values.apply(row);
            if (!keys.add(table.key(value))) {
                throw row.refusal("строка повторяет одну из предыдущих");
            }
            wanted.add(new Wanted(row, value));
        }
        return wanted;
    }
}
