package ru.cur.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The templates of answers. */
@Service
@Transactional
public class ReplyTemplates {
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_PART = 2000;
    private static final String ALL =
            "select t.*, (select count(distinct incident_id) from answer where template_id = t.id) as uses"
                    + " from reply_template t ";

    private final JdbcClient jdbc;
    private final CaseBriefs briefs;
    private final ReplyLists lists;
    private final Clock clock;

    ReplyTemplates(JdbcClient jdbc, CaseBriefs briefs, ReplyLists lists, Clock clock) {
        this.jdbc = jdbc;
        this.briefs = briefs;
        this.lists = lists;
        this.clock = clock;
    }

    /** By category, those for every category first; the retired ones last. */
    @Transactional(readOnly = true)
    public List<ReplyTemplate> all() {
        return jdbc.sql(ALL + "order by (retired_at is not null), category_code nulls first, lower(title), id")
                .query((row, i) -> read(row))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<ReplyTemplate> find(long id) {
        return jdbc.sql(ALL + "where id = :id")
                .param("id", id)
                .query((row, i) -> read(row))
                .optional();
    }

    /**
     * What may be chosen for a case: the templates of its category and the general ones, with the case's name, address and body
     * filled in; the date is left to the author.
     */
    @Transactional(readOnly = true)
    public List<ReplyTemplate> forCase(String number) {
        CaseBrief brief = briefs.of(number);
        var values = TemplateVariables.of(brief, Greeting.to(brief.letters(), lists.firstNames()), null);
        return jdbc
                .sql(ALL + "where retired_at is null and (category_code is null or category_code = :category)"
                        + " order by category_code nulls last, lower(title)")
                .param("category", brief.categoryCode())
                .query((row, i) -> read(row))
                .list()
                .stream()
                .map(template -> filled(template, values))
                .toList();
    }

    private static ReplyTemplate filled(ReplyTemplate template, Map<String, String> values) {
        AnswerParts parts = template.parts();
        return new ReplyTemplate(
                template.id(),
                template.categoryCode(),
                template.title(),
                new AnswerParts(
                        fill(parts.done(), values),
                        fill(parts.plan(), values),
                        null,
                        fill(parts.refusal(), values),
                        parts.legalGround()),
                template.retiredAt(),
                template.uses(),
                template.changedBy(),
                template.changedAt());
    }

    private static String fill(String text, Map<String, String> values) {
        return text == null ? null : TemplateVariables.fill(text, values);
    }

    /** @param categoryCode null for every category @throws AnswerRefusal when something is wrong with it */
    public long add(String categoryCode, String title, AnswerParts parts, String actor) {
        check(title, parts);
        return write(
                "insert into reply_template (category_code, title, done_text, plan_text, refusal_text, legal_ground,"
                        + " changed_by, changed_at) values (:category, :title, :done, :plan, :refusal, :ground, :actor, :at)"
                        + " returning id",
                0,
                categoryCode,
                title,
                parts,
                actor);
    }

    /** Answers that were made with it before stay as they are. @throws AnswerRefusal when something is wrong with it */
    public void change(long id, String categoryCode, String title, AnswerParts parts, String actor) {
        check(title, parts);
        write(
                "update reply_template set category_code = :category, title = :title, done_text = :done, plan_text = :plan,"
                        + " refusal_text = :refusal, legal_ground = :ground, changed_by = :actor, changed_at = :at"
                        + " where id = :id returning id",
                id,
                categoryCode,
                title,
                parts,
                actor);
    }

    /** Nobody chooses it any more. */
    public void retire(long id, String actor) {
        jdbc.sql("update reply_template set retired_at = :at, changed_by = :actor, changed_at = :at"
                        + " where id = :id and retired_at is null")
                .param("id", id)
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** It can be chosen again. @throws AnswerRefusal when another one has its title by now */
    public void restore(long id, String actor) {
        unique(() -> jdbc.sql(
                        "update reply_template set retired_at = null, changed_by = :actor, changed_at = :at where id = :id")
                .param("id", id)
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .update());
    }

    private long write(String sql, long id, String categoryCode, String title, AnswerParts parts, String actor) {
        return unique(() -> jdbc.sql(sql)
                .param("id", id)
                .param("category", categoryCode)
                .param("title", title.strip())
                .param("done", parts.done())
                .param("plan", parts.plan())
                .param("refusal", parts.refusal())
                .param("ground", parts.legalGround())
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single());
    }

    private static <T> T unique(Supplier<T> writing) {
        try {
            return writing.get();
        } catch (DuplicateKeyException taken) {
            throw new AnswerRefusal("Шаблон с таким названием уже есть");
        }
    }

    private static void check(String title, AnswerParts parts) {
        if (title == null || title.isBlank()) {
            throw new AnswerRefusal("Назовите шаблон");
        }
        if (title.strip().length() > LONGEST_TITLE) {
            throw new AnswerRefusal("Название длиннее %d знаков".formatted(LONGEST_TITLE));
        }
        parts.check();
        Stream.concat(parts.texts(), Stream.ofNullable(parts.legalGround())).forEach(text -> {
            if (text.length() > LONGEST_PART) {
                throw new AnswerRefusal("Часть шаблона длиннее %d знаков".formatted(LONGEST_PART));
            }
            TemplateVariables.check(text);
        });
    }

    private static ReplyTemplate read(ResultSet row) throws SQLException {
        Timestamp retiredAt = row.getTimestamp("retired_at");
        return new ReplyTemplate(
                row.getLong("id"),
                row.getString("category_code"),
                row.getString("title"),
                new AnswerParts(
                        row.getString("done_text"),
                        row.getString("plan_text"),
                        null,
                        row.getString("refusal_text"),
                        row.getString("legal_ground")),
                retiredAt == null ? null : retiredAt.toInstant(),
                row.getInt("uses"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }
}
