package ru.cur.channel.citizen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MultipartFile;
import ru.cur.channel.CallLimits;
import ru.cur.channel.Channel;
import ru.cur.incident.CaseRefusal;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.IncomingMessage;
import ru.cur.incident.MessageIntake;
import ru.cur.incident.MessageIntake.Receipt;
import ru.cur.incident.attachment.CaseFiles;
import ru.cur.incident.attachment.Purpose;

/** Takes what citizens send. All or nothing: a report whose photo is refused is not registered. */
@Service
@Transactional
@ConditionalOnBooleanProperty("cur.channel.citizen.enabled")
class CitizenReports {
    /** Whom the history of a case names. */
    static final String ACTOR = "сайт";

    private static final Duration HOUR = Duration.ofHours(1);

    private final MessageIntake intake;
    private final CaseFiles files;
    private final CallLimits limits;
    private final CitizenProperties properties;
    private final JdbcClient jdbc;
    private final Clock clock;

    CitizenReports(
            MessageIntake intake,
            CaseFiles files,
            CallLimits limits,
            CitizenProperties properties,
            JdbcClient jdbc,
            Clock clock) {
        this.intake = intake;
        this.files = files;
        this.limits = limits;
        this.properties = properties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Where the author finds his report. */
    record Sent(IncidentNumber number, SecretCode code) {}

    /**
     * Registers a report with its photos. The same form once more gives the same number.
     *
     * @param caller see {@link Caller}
     * @throws CitizenRefusal when a photo is refused, or the caller has sent too much within the hour
     */
    Sent send(ReportForm form, String caller) {
        mayCall(caller);
        IncomingMessage message = message(form);
        Receipt receipt = intake.receive(message, null, Channel.APP.regime(), ACTOR);
        if (receipt.created()) {
            form.photos().forEach(photo -> add(receipt.number(), photo));
        }
        return remember(receipt.number(), message.externalId());
    }

    private void mayCall(String caller) {
        Optional<Duration> wait = limits.take("citizen:" + caller, properties.reportsPerHour(), HOUR);
        if (wait.isPresent()) {
            throw CitizenRefusal.tooOften(
                    "С вашего адреса в интернете отправили уже %d сообщений за час. Повторите через %d мин."
                            .formatted(properties.reportsPerHour(), wait.get().toMinutes() + 1));
        }
    }

    private static IncomingMessage message(ReportForm form) {
        return new IncomingMessage(
                        Channel.APP.code(),
                        form.externalId(),
                        new IncomingMessage.Author(null, orNull(form.name()), orNull(form.contact())),
                        form.text(),
                        null,
                        null,
                        new IncomingMessage.Place(
                                orNull(form.address()), orNull(form.municipality()), form.latitude(), form.longitude()),
                        List.of())
                .about(form.category());
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private void add(IncidentNumber number, MultipartFile photo) {
        String name = Optional.ofNullable(photo.getOriginalFilename()).orElse("");
        try (InputStream content = photo.getInputStream()) {
            if (!files.add(number, Purpose.PHOTO_BEFORE, name, content, false, ACTOR)
                    .isPicture()) {
                throw new CaseRefusal("Можно приложить только изображения");
            }
        } catch (CaseRefusal refusal) {
            throw CitizenRefusal.photo("Фото «%s» не принято. %s. Выберите снимки JPEG, PNG или WebP заново"
                    .formatted(name, reason(refusal)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first sentence, which says what is wrong with the file; what else the staff may add is no matter here. */
    private static String reason(CaseRefusal refusal) {
        return StringUtils.capitalize(refusal.getMessage()
                .replaceFirst("^Файл «[^»]*» не принят: ", "")
                .replaceFirst("(?s)\\. .*", ""));
    }

    private Sent remember(IncidentNumber number, String externalId) {
        SecretCode code = SecretCode.fresh();
        jdbc.sql("insert into citizen_report (code_hash, incident_number, external_id, sent_at)"
                        + " values (:hash, :number, :externalId, :at)")
                .param("hash", code.hash())
                .param("number", number.value())
                .param("externalId", externalId)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return new Sent(number, code);
    }

    /**
     * What the author adds. When his case has ended meanwhile, it is a case of its own, with a link of its own.
     *
     * @param report external id of the report
     * @param id names the form, so that sending it twice adds it once
     * @return the new case; empty when it has become a part of the old one
     * @throws CitizenRefusal when the caller has sent too much within the hour
     */
    Optional<Sent> add(String report, String id, String text, String caller) {
        mayCall(caller);
        IncomingMessage.Author author = authorOf(report);
        IncomingMessage message = new IncomingMessage(
                Channel.APP.code(),
                report + '/' + id,
                author,
                text,
                null,
                null,
                IncomingMessage.Place.UNKNOWN,
                List.of());
        Receipt receipt = intake.receive(message, report, Channel.APP.regime(), ACTOR);
        return receipt.created() ? Optional.of(remember(receipt.number(), message.externalId())) : Optional.empty();
    }

    private IncomingMessage.Author authorOf(String report) {
        return jdbc.sql("select author_id, author_name, author_contact from message"
                        + " where channel = :channel and external_id = :id order by part limit 1")
                .param("channel", Channel.APP.code())
                .param("id", report)
                .query((row, i) -> new IncomingMessage.Author(row.getString(1), row.getString(2), row.getString(3)))
                .single();
    }
}
