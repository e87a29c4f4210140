package ru.cur.channel.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a visitor of the played network reads. */
@Component
@Profile("demo")
@Transactional(readOnly = true)
class FeedWall {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
    private static final int TALKS = 8;

    private final JdbcClient jdbc;
    private final ZoneId zone;

    FeedWall(JdbcClient jdbc, ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /** @param official whether the government's account has published it @param older how many talks are not shown */
    record Post(long id, boolean official, String author, String text, String at, List<Talk> talks, int older) {
        public String externalId() {
            return "post-" + id;
        }
    }

    /** A comment with the answers below it. @param externalId as VKontakte names it */
    record Talk(Comment comment, String externalId, List<Comment> answers) {
        boolean holds(String words) {
            return FeedWall.holds(comment.text(), words)
                    || answers.stream().anyMatch(answer -> FeedWall.holds(answer.text(), words));
        }
    }

    record Comment(
            long id,
            Long parentId,
            boolean official,
            String author,
            String text,
            String at,
            boolean deleted,
            List<Long> photos) {}

    /** A private conversation. */
    record Dialogue(String person, List<Comment> messages) {}

    /** Posts with what people say below them, the newest first. @param text words that a post or one of its talks holds */
    List<Post> posts(String text) {
        Map<Long, List<Comment>> comments = comments();
        return jdbc
                .sql("select feed_post.*, name from feed_post left join feed_person on feed_person.id = from_id"
                        + " order by written_at desc, feed_post.id desc limit 40")
                .query((row, i) -> post(row, comments.getOrDefault(row.getLong("id"), List.of()), text))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Map<Long, List<Comment>> comments() {
        return jdbc
                .sql("select feed_comment.*, name from feed_comment left join feed_person on feed_person.id = from_id"
                        + " order by feed_comment.id")
                .query((row, i) -> Map.entry(row.getLong("post_id"), comment(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Optional<Post> post(ResultSet row, List<Comment> comments, String words) throws SQLException {
        long id = row.getLong("id");
        long owner = row.getLong("from_id");
        String said = row.getString("text");
        List<Talk> talks = comments.stream()
                .filter(comment -> comment.parentId() == null)
                .sorted((one, other) -> Long.compare(other.id(), one.id()))
                .map(comment -> new Talk(
                        comment, "wall%d_%d_r%d".formatted(owner, id, comment.id()), answers(comment.id(), comments)))
                .filter(talk -> holds(said, words) || talk.holds(words))
                .toList();
        if (talks.isEmpty() && !holds(said, words)) {
            return Optional.empty();
        }
        return Optional.of(new Post(
                id,
                owner < 0,
                owner < 0 ? "Правительство Приморского края" : row.getString("name"),
                said,
                moment(row, "written_at"),
                talks.stream().limit(TALKS).toList(),
                Math.max(0, talks.size() - TALKS)));
    }

    private static List<Comment> answers(long root, List<Comment> comments) {
        return comments.stream()
                .filter(comment -> comment.parentId() != null && rootOf(comment, comments) == root)
                .toList();
    }

    private static long rootOf(Comment comment, List<Comment> all) {
        Long parent = comment.parentId();
        return parent == null
                ? comment.id()
                : all.stream()
                        .filter(other -> other.id() == parent)
                        .findFirst()
                        .map(above -> rootOf(above, all))
                        .orElse(parent);
    }

    static boolean holds(String text, String words) {
        return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    /** The newest private conversations. */
    List<Dialogue> dialogues() {
        return jdbc.sql(
                        "select person.id as person, name, max(sent_at) as latest from feed_message"
                                + " join feed_person person on person.id = person_id group by person.id, name order by latest desc limit 10")
                .query((row, i) ->
                        new Dialogue(row.getString("name"), messages(row.getLong("person"), row.getString("name"))))
                .list();
    }

    private List<Comment> messages(long person, String name) {
        return jdbc.sql("select * from feed_message where person_id = :person order by id")
                .param("person", person)
                .query((row, i) -> new Comment(
                        row.getLong("id"),
                        null,
                        row.getBoolean("ours"),
                        name,
                        row.getString("text"),
                        moment(row, "sent_at"),
                        false,
                        photos(row.getString("photos"))))
                .list();
    }

    /** A picture. */
    record Photo(String mediaType, Resource content) {}

    Optional<Photo> photo(long id) {
        return jdbc.sql("select * from feed_photo where id = :id")
                .param("id", id)
                .query((row, i) -> new Photo(row.getString("media_type"), new ByteArrayResource(row.getBytes("bytes"))))
                .optional();
    }

    private Comment comment(ResultSet row) throws SQLException {
        return new Comment(
                row.getLong("id"),
                row.getObject("parent_id", Long.class),
                row.getLong("from_id") < 0,
                row.getString("name"),
                row.getString("text"),
                moment(row, "written_at"),
                row.getBoolean("deleted"),
                photos(row.getString("photos")));
    }

    /** {@code photo-25_7,photo-25_8}. */
    private static List<Long> photos(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(name -> Long.valueOf(name.substring(name.indexOf('_') + 1)))
                .toList();
    }

    private String moment(ResultSet row, String column) throws SQLException {
        return MOMENT.format(row.getTimestamp(column).toInstant().atZone(zone));
    }
}
