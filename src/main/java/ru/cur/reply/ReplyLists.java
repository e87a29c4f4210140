package ru.cur.reply;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Words that the checks look for, from the files of {@code reference/}. */
@Component
class ReplyLists {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private final List<Boilerplate> boilerplate;
    private final List<ForbiddenLink> forbiddenLinks;
    private final Set<String> firstNames;

    ReplyLists() {
        boilerplate = rows("reply-boilerplate.csv").stream()
                .map(row ->
                        new Boilerplate(row.get("phrase"), row.get("refused").equals("true")))
                .toList();
        forbiddenLinks = rows("forbidden-links.csv").stream()
                .map(row -> new ForbiddenLink(row.get("host"), LinkReason.valueOf(row.get("reason"))))
                .toList();
        firstNames =
                rows("first-names.csv").stream().map(row -> row.get("name")).collect(Collectors.toSet());
    }

    /** A phrase that says nothing. @param refused whether an answer with it can't be submitted at all */
    record Boilerplate(String phrase, boolean refused) {}

    /** A site that a state body may not send people to. */
    record ForbiddenLink(String host, LinkReason reason) {}

    /** Why a link is forbidden. */
    enum LinkReason {
        META("это сервис компании, запрещённой в России"),
        SHORTENER("по короткой ссылке не видно, куда она ведёт");

        private final String title;

        LinkReason(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    List<Boilerplate> boilerplate() {
        return boilerplate;
    }

    List<ForbiddenLink> forbiddenLinks() {
        return forbiddenLinks;
    }

    /** Russian first names, also short ones, each with a capital letter. */
    Set<String> firstNames() {
        return firstNames;
    }

    private static List<CSVRecord> rows(String file) {
        try (InputStreamReader reader = new InputStreamReader(
                        new ClassPathResource("reference/" + file).getInputStream(), StandardCharsets.UTF_8);
                CSVParser parser = FORMAT.parse(reader)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
