package ru.cur.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.directory.Category;
import ru.cur.directory.Directory;
import ru.cur.directory.Municipality;
import ru.cur.directory.Organisation;
import ru.cur.platform.web.ProgramAddress;
import ru.cur.reply.Answers;

/** Reads cases for people and programs. Whether the reader may is the caller's to ask. */
@Service
@Transactional(readOnly = true)
public class IncidentCards {
    private final IncidentStore incidents;
    private final MessageStore messages;
    private final IncidentHistory history;
    private final Answers answers;
    private final Directory directory;
    private final JdbcClient jdbc;
    private final ProgramAddress address;
    private final java.time.Clock clock;
    private final java.time.ZoneId zone;

    IncidentCards(
            IncidentStore incidents,
            MessageStore messages,
            IncidentHistory history,
            Answers answers,
            Directory directory,
            JdbcClient jdbc,
            ProgramAddress address,
            java.time.Clock clock,
            java.time.ZoneId zone) {
        this.incidents = incidents;
        this.messages = messages;
        this.history = history;
        this.answers = answers;
        this.directory = directory;
        this.jdbc = jdbc;
        this.address = address;
        this.clock = clock;
        this.zone = zone;
    }

    /** The case itself, without all that belongs to it. */
    public Optional<Incident> incident(IncidentNumber number) {
        return incidents.find(number);
    }

    public Optional<IncidentCard> find(IncidentNumber number) {
        return incidents.find(number).map(this::card);
    }

    private IncidentCard card(Incident incident) {
        return new IncidentCard(
                incident,
                Optional.ofNullable(incident.categoryCode())
                        .flatMap(directory::category)
                        .map(Category::name)
                        .orElse(null),
                Optional.ofNullable(incident.municipalityCode())
                        .flatMap(code -> directory.municipality(
                                code, clock.instant().atZone(zone).toLocalDate()))
                        .map(Municipality::name)
                        .orElse(null),
                Optional.ofNullable(incident.bodyId())
                        .flatMap(directory::organisation)
                        .map(Organisation::name)
                        .orElse(null),
                messages.of(incident.number()),
                answers.of(incident.number().value()),
                attachments(incident.number()),
                history.of(incident.number()));
    }

    private List<IncidentCard.Attachment> attachments(IncidentNumber number) {
        return jdbc.sql("select * from attachment"
                        + " where incident_id = (select id from incident where number = :number) order by id")
                .param("number", number.value())
                .query((row, i) -> attachment(number, row))
                .list();
    }

    private IncidentCard.Attachment attachment(IncidentNumber number, ResultSet row) throws SQLException {
        long id = row.getLong("id");
        String fileName = row.getString("file_name");
        return new IncidentCard.Attachment(
                id,
                row.getString("kind"),
                fileName == null ? row.getString("url") : address.linkTo(AttachmentAddress.path(number, id)),
                row.getString("title"),
                fileName,
                row.getString("media_type"),
                fileName == null ? null : row.getLong("size_bytes"));
    }

    /** The cases to which the message of a raw event belongs; none while nothing was made of it. */
    public List<Incident> broughtBy(long eventId) {
        return messages.casesOfEvent(eventId).stream()
                .flatMap(number -> incidents.find(number).stream())
                .toList();
    }
}
