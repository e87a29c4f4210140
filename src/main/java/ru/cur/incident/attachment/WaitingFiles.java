package ru.cur.incident.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.incident.CaseRefusal;
import ru.cur.incident.IncidentNumber;

/** Files that a person has sent before there is a case for them, while he fills in the form that begins it. */
@Service
@Transactional
public class WaitingFiles {
    /** Where such a file is found; begins with a slash. */
    public static final String PATH = "/waiting-files/";

    private static final Pattern ADDRESS = Pattern.compile(".*" + PATH + "([0-9a-f-]{36})");
    /** Nobody fills in a form for longer. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final CaseFiles files;
    private final AttachmentProperties limits;
    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingFiles(CaseFiles files, AttachmentProperties limits, JdbcClient jdbc, Clock clock) {
        this.files = files;
        this.limits = limits;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One that waits. @param mediaType found by the content @param shownInPlace whether a browser may show it in its own window */
    public record WaitingFile(String name, String mediaType, boolean shownInPlace, InputStream content) {}

    /**
     * Keeps a file for a day.
     *
     * @param actor login; nobody else can use it
     * @return its path
     * @throws CaseRefusal when it is none of those that a case takes
     * @throws IOException when it can't be read to its end
     */
    public String keep(String fileName, InputStream content, String actor) throws IOException {
        int largest = (int) limits.maxFileSize().toBytes();
        byte[] bytes = content.readNBytes(largest + 1);
        if (bytes.length > largest) {
            throw new CaseRefusal("Файл больше %s".formatted(FileSize.of(limits.maxFileSize())));
        }
        String name = FileName.clean(fileName);
        Inspection.of(bytes, name);
        String token = UUID.randomUUID().toString();
        jdbc.sql("delete from waiting_file where added_at < :old")
                .param("old", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
        jdbc.sql("insert into waiting_file (token, file_name, bytes, added_by, added_at)"
                        + " values (:token, :name, :bytes, :actor, :at)")
                .param("token", token)
                .param("name", name)
                .param("bytes", bytes)
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return PATH + token;
    }

    /** Empty when nothing waits there, or it is somebody else's. */
    @Transactional(readOnly = true)
    public Optional<WaitingFile> find(String token, String actor) {
        return row(token, actor).map(file -> {
            FileKind kind = FileTypes.of(file.bytes(), file.name());
            return new WaitingFile(
                    file.name(), kind.mediaType(), kind.isShownInPlace(), new ByteArrayInputStream(file.bytes()));
        });
    }

    /** Whether the address is that of a file that waits, or did. */
    public static boolean isAddress(String url) {
        return ADDRESS.matcher(url).matches();
    }

    /**
     * The file becomes one of the case.
     *
     * @param url its address, as the form has it
     * @throws CaseRefusal when it waits no more, or is somebody else's
     */
    public void addTo(IncidentNumber number, Purpose purpose, String url, String actor) {
        Matcher address = ADDRESS.matcher(url);
        Row file = (address.matches() ? row(address.group(1), actor) : Optional.<Row>empty())
                .orElseThrow(() -> new CaseRefusal("Загруженный файл не найден: загрузите его ещё раз"));
        try {
            files.add(number, purpose, file.name(), new ByteArrayInputStream(file.bytes()), false, actor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jdbc.sql("delete from waiting_file where token = :token")
                .param("token", address.group(1))
                .update();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(String name, byte[] bytes) {}

    private Optional<Row> row(String token, String actor) {
        return jdbc.sql("select file_name, bytes from waiting_file where token = :token and added_by = :actor")
                .param("token", token)
                .param("actor", actor)
                .query((row, i) -> new Row(row.getString("file_name"), row.getBytes("bytes")))
                .optional();
    }
}
