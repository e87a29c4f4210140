package ru.cur.incident.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.IncidentStatus;

/** Reads and writes the files among the attachments; the links beside them are not its own. */
@Component
class AttachmentStore {
    private static final String FILES = "select attachment.*, incident.number, exists (select from attachment_content"
            + " where attachment_id = attachment.id and variant = 'PREVIEW') as has_preview"
            + " from attachment join incident on incident.id = incident_id where file_name is not null";

    private final JdbcClient jdbc;

    AttachmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In which form the bytes of a file are kept; only pictures have others than the original. */
    enum Variant {
        ORIGINAL,
        PUBLIC,
        PREVIEW
    }

    /** What the files of a case take up. @param bytes of the originals */
    record Usage(int files, long bytes) {}

    /** A file that is about to be kept. */
    record NewFile(
            IncidentNumber number, String name, Purpose purpose, boolean withAnswer, String sha256, String actor) {}

    /** How the case stands; nobody else adds to it or changes it until the transaction ends. */
    IncidentStatus lock(IncidentNumber number) {
        return jdbc.sql("select status from incident where number = :number for update")
                .param("number", number.value())
                .query((row, i) -> IncidentStatus.valueOf(row.getString("status")))
                .single();
    }

    Usage usage(IncidentNumber number) {
        return jdbc.sql(
                        "select count(*) as files, coalesce(sum(size_bytes), 0) as bytes from attachment"
                                + " join incident on incident.id = incident_id where number = :number and file_name is not null")
                .param("number", number.value())
                .query((row, i) -> new Usage(row.getInt("files"), row.getLong("bytes")))
                .single();
    }

    /** @return id of the file */
    long insert(NewFile file, Inspection found, byte[] original, Instant at) {
        long id = jdbc.sql(
                        "insert into attachment (incident_id, kind, title, file_name, media_type, size_bytes, sha256,"
                                + " purpose, with_answer, located, unpublishable, added_by, added_at)"
                                + " select id, 'FILE', :title, :name, :mediaType, :size, :sha256, :purpose, :withAnswer, :located,"
                                + " :unpublishable, :actor, :at from incident where number = :number returning id")
                .param("number", file.number().value())
                .param("title", file.purpose().title())
                .param("name", file.name())
                .param("mediaType", found.kind().mediaType())
                .param("size", original.length)
                .param("sha256", file.sha256())
                .param("purpose", file.purpose().name())
                .param("withAnswer", file.withAnswer())
                .param("located", found.isLocated())
                .param("unpublishable", found.unpublishable().orElse(null))
                .param("actor", file.actor())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
        keep(id, Variant.ORIGINAL, original);
        found.publicCopy().ifPresent(copy -> keep(id, Variant.PUBLIC, copy));
        found.preview().ifPresent(preview -> keep(id, Variant.PREVIEW, preview));
        return id;
    }

    private void keep(long id, Variant variant, byte[] bytes) {
        jdbc.sql("insert into attachment_content (attachment_id, variant, bytes) values (:id, :variant, :bytes)")
                .param("id", id)
                .param("variant", variant.name())
                .param("bytes", bytes)
                .update();
    }

    /** In the order in which they were added. */
    List<StoredFile> of(IncidentNumber number) {
        return jdbc.sql(FILES + " and number = :number order by attachment.id")
                .param("number", number.value())
                .query((row, i) -> read(row))
                .list();
    }

    Optional<StoredFile> find(IncidentNumber number, long id) {
        return jdbc.sql(FILES + " and number = :number and attachment.id = :id")
                .param("number", number.value())
                .param("id", id)
                .query((row, i) -> read(row))
                .optional();
    }

    /** Those that go out with the latest answer: chosen for it, or taken along when it went out. */
    List<StoredFile> ofLatestAnswer(IncidentNumber number) {
        return jdbc.sql(
                        FILES + " and number = :number and with_answer and (answer_id is null or answer_id ="
                                + " (select max(id) from answer where answer.incident_id = incident.id)) order by attachment.id")
                .param("number", number.value())
                .query((row, i) -> read(row))
                .list();
    }

    /** A file that an answer has taken along. */
    Optional<StoredFile> findSent(long id) {
        return jdbc.sql(FILES + " and with_answer and answer_id is not null and attachment.id = :id")
                .param("id", id)
                .query((row, i) -> read(row))
                .optional();
    }

    Optional<byte[]> bytes(long id, Variant variant) {
        return jdbc.sql("select bytes from attachment_content where attachment_id = :id and variant = :variant")
                .param("id", id)
                .param("variant", variant.name())
                .query((row, i) -> row.getBytes("bytes"))
                .optional();
    }

    void setWithAnswer(long id, boolean withAnswer) {
        jdbc.sql("update attachment set with_answer = :with where id = :id")
                .param("with", withAnswer)
                .param("id", id)
                .update();
    }

    /** The latest answer of the case has gone out with all that was chosen for it. */
    void markSent(IncidentNumber number) {
        jdbc.sql("update attachment set answer_id = (select max(id) from answer where answer.incident_id ="
                        + " attachment.incident_id) where with_answer and answer_id is null and file_name is not null"
                        + " and incident_id = (select id from incident where number = :number)")
                .param("number", number.value())
                .update();
    }

    void delete(long id) {
        jdbc.sql("delete from attachment where id = :id").param("id", id).update();
    }

    private static StoredFile read(ResultSet row) throws SQLException {
        return new StoredFile(
                row.getLong("id"),
                new IncidentNumber(row.getString("number")),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size_bytes"),
                row.getString("sha256"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("kind").equals("EVIDENCE"),
                row.getBoolean("with_answer"),
                row.getObject("answer_id") != null,
                row.getBoolean("located"),
                row.getString("unpublishable"),
                row.getBoolean("has_preview"),
                row.getString("added_by"),
                row.getTimestamp("added_at").toInstant());
    }
}
