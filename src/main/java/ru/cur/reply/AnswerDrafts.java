package ru.cur.reply;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Composes the text of an answer and says what is wrong with it; changes nothing. */
@Service
@Transactional(readOnly = true)
public class AnswerDrafts {
    private final JdbcClient jdbc;
    private final CaseBriefs briefs;
    private final ReplyLists lists;
    private final ReplyProperties properties;
    private final ReplyChecks checks;
    private final Clock clock;

    AnswerDrafts(
            JdbcClient jdbc,
            CaseBriefs briefs,
            ReplyLists lists,
            ReplyProperties properties,
            ReplyChannels channels,
            Clock clock) {
        this.jdbc = jdbc;
        this.briefs = briefs;
        this.lists = lists;
        this.properties = properties;
        this.checks = new ReplyChecks(lists, properties.longest(), channels);
        this.clock = clock;
    }

    /** An answer as it would be submitted. */
    public record Draft(String text, List<Finding> findings) {

        /** The first reason for which it can't be submitted. */
        public Optional<String> refusal() {
            return findings.stream()
                    .filter(Finding::isRefused)
                    .map(Finding::sentence)
                    .findFirst();
        }

        Draft withoutWarnings() {
            return new Draft(text, findings.stream().filter(Finding::isRefused).toList());
        }

        List<String> warnings() {
            return findings.stream()
                    .filter(finding -> !finding.isRefused())
                    .map(Finding::sentence)
                    .toList();
        }
    }

    /**
     * The text as its author will read it, with what the checks say.
     *
     * @param typed what a person has written in its place; null or blank to compose it of the parts
     */
    public Draft of(String number, AnswerParts parts, String typed) {
        CaseBrief brief = briefs.of(number);
        Greeting greeting = Greeting.to(brief.letters(), lists.firstNames());
        String text = typed == null || typed.isBlank()
                ? AnswerText.compose(parts, greeting, brief)
                : TemplateVariables.fill(typed.strip(), TemplateVariables.of(brief, greeting, parts.promisedOn()));
        List<Finding> findings = new ArrayList<>(checks.of(text, parts, brief));
        sameText(number, text).ifPresent(findings::add);
        return new Draft(text, findings);
    }

    /** Many people got these very words in other cases: they may read like a brush-off. */
    private Optional<Finding> sameText(String number, String text) {
        int authors = jdbc.sql("select count(distinct (m.channel, coalesce(m.author_id, m.author_name, m.id::text)))"
                        + " from answer a join incident i on i.id = a.incident_id join message m on m.incident_id = i.id"
                        + " where a.fingerprint = :fingerprint and a.state <> 'RETURNED' and i.number <> :number"
                        + " and a.drafted_at > :since")
                .param("fingerprint", AnswerText.fingerprint(text))
                .param("number", number)
                .param("since", Timestamp.from(clock.instant().minus(properties.sameTextWithin())))
                .query(Integer.class)
                .single();
        return authors >= properties.sameTextAuthors() // with those of this case there are more
                ? Optional.of(new Finding(
                        Finding.Kind.SAME_TEXT,
                        "Похоже на отписку: те же слова уже получили другие авторы, их %d".formatted(authors)))
                : Optional.empty();
    }
}
