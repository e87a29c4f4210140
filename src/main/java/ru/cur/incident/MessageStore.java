package ru.cur.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.cur.platform.database.OneAtATime;

/** Reads and writes the messages of the cases. */
@Component
class MessageStore {
    private final JdbcClient jdbc;

    MessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A message that was taken in before. */
    record Known(long id, IncidentNumber number, IncidentStatus status, String text, Instant versionAt) {}

    /** Makes parallel arrivals of one message wait for each other, on every node, until the transaction ends. */
    void lock(String channel, String externalId) {
        OneAtATime.hold(jdbc, channel + ':' + externalId);
    }

    Optional<Known> find(String channel, String externalId) {
        return jdbc.sql("select message.id, number, status, coalesce(edit.text, message.text) as text,"
                        + " coalesce(edit.version_at, message.version_at) as version_at"
                        + " from message join incident on incident.id = incident_id left join lateral (select *"
                        + " from message_edit where message_id = message.id and version_at >= message.version_at"
                        + " order by version_at desc, id desc limit 1) edit on true"
                        + " where channel = :channel and external_id = :externalId and part = 0")
                .param("channel", channel)
                .param("externalId", externalId)
                .query((row, i) -> new Known(
                        row.getLong("id"),
                        new IncidentNumber(row.getString("number")),
                        IncidentStatus.valueOf(row.getString("status")),
                        row.getString("text"),
                        row.getTimestamp("version_at").toInstant()))
                .optional();
    }

    /** The cases that a message of a channel belongs to: more than one when it was split. */
    List<IncidentNumber> casesOf(String channel, String externalId) {
        return jdbc.sql("select distinct number from message join incident on incident.id = incident_id"
                        + " where channel = :channel and external_id = :externalId order by number")
                .param("channel", channel)
                .param("externalId", externalId)
                .query((row, i) -> new IncidentNumber(row.getString("number")))
                .list();
    }

    /** The cases to which the message of a raw event belongs. */
    List<IncidentNumber> casesOfEvent(long eventId) {
        return jdbc.sql(
                        "select distinct number from message join incident on incident.id = incident_id where event_id = :event")
                .param("event", eventId)
                .query((row, i) -> new IncidentNumber(row.getString("number")))
                .list();
    }

    /** The cases whose answer, question or notice stands in the network under that id. */
    List<IncidentNumber> casesAnsweredBy(String channel, String externalId) {
        return jdbc.sql("select distinct number from publication join message on message.id = publication.message_id"
                        + " join incident on incident.id = incident_id"
                        + " where message.channel = :channel and publication.network_id = :externalId order by number")
                .param("channel", channel)
                .param("externalId", externalId)
                .query((row, i) -> new IncidentNumber(row.getString("number")))
                .list();
    }

    /** Whether one of the messages of the case is this author's. */
    boolean isAuthor(IncidentNumber number, String channel, String authorId) {
        return jdbc.sql("select exists (select 1 from message join incident on incident.id = incident_id"
                        + " where number = :number and channel = :channel and author_id = :author)")
                .param("number", number.value())
                .param("channel", channel)
                .param("author", authorId)
                .query(Boolean.class)
                .single();
    }

    /** Cases that wait for an answer of this author, whom the channel knows by that id. */
    List<IncidentNumber> waitingFor(String channel, String authorId) {
        return jdbc.sql("select distinct number from message join incident on incident.id = incident_id"
                        + " where channel = :channel and author_id = :author and status = :status order by number")
                .param("channel", channel)
                .param("author", authorId)
                .param("status", IncidentStatus.CLARIFY.name())
                .query((row, i) -> new IncidentNumber(row.getString("number")))
                .list();
    }

    /** Every question that the message was split into has the new text. @param versionAt when it was written in the network */
    void addEdit(Known message, String text, Instant versionAt, Instant receivedAt) {
        jdbc.sql(
                        "insert into message_edit (message_id, text, version_at, received_at)"
                                + " select other.id, :text, :version, :at from message known join message other"
                                + " on other.channel = known.channel and other.external_id = known.external_id where known.id = :id")
                .param("id", message.id())
                .param("text", text)
                .param("version", Timestamp.from(versionAt))
                .param("at", Timestamp.from(receivedAt))
                .update();
    }

    /** What of the text its case is about, where the message is split. */
    void setQuestion(long messageId, String question) {
        jdbc.sql("update message set question = :question where id = :id")
                .param("question", question)
                .param("id", messageId)
                .update();
    }

    /** The next question of a message that is split, for a case of its own. */
    void copy(long messageId, IncidentNumber to, String question) {
        jdbc.sql("insert into message (incident_id, channel, external_id, part, question, author_id, author_name,"
                        + " author_contact, text, permalink, thread, post_permalink, post_text, version_at, event_id,"
                        + " published_at, received_at, address, municipality_code, lat, lon)"
                        + " select incident.id, channel, external_id, (select max(part) + 1 from message other"
                        + " where other.channel = message.channel and other.external_id = message.external_id), :question,"
                        + " author_id, author_name, author_contact, text, permalink, thread, post_permalink, post_text, version_at,"
                        + " event_id, published_at, message.received_at,"
                        + " message.address, message.municipality_code, message.lat, message.lon"
                        + " from message, incident where message.id = :id and number = :number")
                .param("question", question)
                .param("id", messageId)
                .param("number", to.value())
                .update();
    }

    /** @param followUp whether the author has written before about the case */
    void insert(IncidentNumber number, IncomingMessage message, boolean followUp, Arrival arrival) {
        long id = insertWords(number, message, followUp, arrival);
        message.media().forEach(media -> insertLink(number, id, media, arrival.receivedAt()));
    }

    /** @param versionAt of the text, by the network @param receivedAt by our clock */
    record Arrival(Instant versionAt, Instant receivedAt) {}

    private long insertWords(IncidentNumber number, IncomingMessage message, boolean followUp, Arrival arrival) {
        IncomingMessage.Post post = message.origin().post();
        return jdbc.sql("insert into message (incident_id, channel, external_id, follow_up, author_id, author_name,"
                        + " author_contact, text, permalink, thread, post_permalink, post_text, version_at, event_id,"
                        + " published_at, received_at, address, municipality_code, lat, lon)"
                        + " select id, :channel, :externalId, :followUp, :authorId, :authorName, :contact, :text, :permalink,"
                        + " :thread, :postPermalink, :postText, :versionAt, :eventId, :publishedAt, :receivedAt, :address, :municipality, :lat, :lon from incident where number = :number"
                        + " returning id")
                .param("number", number.value())
                .param("channel", message.channel())
                .param("externalId", message.externalId())
                .param("followUp", followUp)
                .param("authorId", message.author().id())
                .param("authorName", message.author().name())
                .param("contact", message.author().contact())
                .param("text", message.text())
                .param("permalink", message.permalink())
                .param("thread", message.origin().thread())
                .param("postPermalink", post == null ? null : post.permalink())
                .param("postText", post == null ? null : post.text())
                .param("versionAt", Timestamp.from(arrival.versionAt()))
                .param("eventId", message.origin().eventId())
                .param("publishedAt", message.publishedAt() == null ? null : Timestamp.from(message.publishedAt()))
                .param("receivedAt", Timestamp.from(arrival.receivedAt()))
                .param("address", message.place().address())
                .param("municipality", message.place().municipalityCode())
                .param("lat", message.place().lat())
                .param("lon", message.place().lon())
                .query(Long.class)
                .single();
    }

    private void insertLink(IncidentNumber number, long messageId, IncomingMessage.Media media, Instant receivedAt) {
        jdbc.sql("insert into attachment (incident_id, message_id, kind, url, title, added_at)"
                        + " select id, :messageId, 'LINK', :url, :title, :at from incident where number = :number")
                .param("number", number.value())
                .param("messageId", messageId)
                .param("url", media.url())
                .param("title", media.title())
                .param("at", Timestamp.from(receivedAt))
                .update();
    }

    /** All messages of one case go over to another, with what their authors attached. */
    void move(IncidentNumber from, IncidentNumber to) {
        jdbc.sql("update attachment set incident_id = (select id from incident where number = :to)"
                        + " where message_id in (select message.id from message"
                        + " join incident on incident.id = message.incident_id where number = :from)")
                .param("from", from.value())
                .param("to", to.value())
                .update();
        jdbc.sql("update message set incident_id = (select id from incident where number = :to)"
                        + " where incident_id = (select id from incident where number = :from)")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    /** Oldest first. */
    List<Message> of(IncidentNumber number) {
        return jdbc.sql(
                        "select message.*, (select text from message_edit where message_id = message.id"
                                + " and message_edit.version_at >= message.version_at"
                                + " order by message_edit.version_at desc, message_edit.id desc limit 1) as edited_text from message"
                                + " where incident_id = (select id from incident where number = :number) order by received_at, id")
                .param("number", number.value())
                .query((row, i) -> read(row))
                .list();
    }

    private static Message read(ResultSet row) throws SQLException {
        Timestamp publishedAt = row.getTimestamp("published_at");
        return new Message(
                row.getLong("id"),
                row.getString("channel"),
                row.getString("external_id"),
                row.getString("author_name"),
                row.getString("author_contact"),
                row.getString("text"),
                row.getString("edited_text"),
                row.getString("question"),
                row.getBoolean("follow_up"),
                row.getString("permalink"),
                new IncomingMessage.Post(row.getString("post_permalink"), row.getString("post_text")),
                row.getObject("event_id", Long.class),
                publishedAt == null ? null : publishedAt.toInstant(),
                row.getTimestamp("received_at").toInstant(),
                row.getString("address"));
    }
}
