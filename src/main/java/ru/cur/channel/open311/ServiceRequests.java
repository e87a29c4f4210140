package ru.cur.channel.open311;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.channel.Channel;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.IncomingMessage;
import ru.cur.incident.MessageIntake;
import ru.cur.platform.database.OneAtATime;

/** Makes cases of requests, and remembers which token stands for which. */
@Service
@Transactional
@ConditionalOnBooleanProperty("cur.channel.open311.enabled")
class ServiceRequests {
    private static final Duration SHORT_MEMORY = Duration.ofDays(1);

    private final MessageIntake intake;
    private final Open311Properties properties;
    private final JdbcClient jdbc;
    private final Clock clock;

    ServiceRequests(MessageIntake intake, Open311Properties properties, JdbcClient jdbc, Clock clock) {
        this.intake = intake;
        this.properties = properties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param token null where the number may be told at once */
    record Taken(IncidentNumber number, String token) {}

    /**
     * Registers a request. The same one again a moment later, as an impatient thumb sends it, is the one that was registered.
     *
     * @param caller name of the program
     */
    Taken receive(NewRequest request, String caller) {
        // Fields can't say whose key it was.
        String fingerprint = caller + ':' + request.fingerprint();
        OneAtATime.hold(jdbc, "open311:" + fingerprint);
        Instant now = clock.instant();
        return sentBefore(fingerprint, now).orElseGet(() -> register(request, fingerprint, caller, now));
    }

    private Optional<Taken> sentBefore(String fingerprint, Instant now) {
        return jdbc.sql("select incident_number, token from open311_request where fingerprint = :fingerprint"
                        + " and received_at > :since and received_at <= :now order by received_at desc limit 1")
                .param("fingerprint", fingerprint)
                .param("since", Timestamp.from(now.minus(properties.repeatWithin())))
                .param("now", Timestamp.from(now))
                .query((row, i) -> new Taken(new IncidentNumber(row.getString(1)), row.getString(2)))
                .optional();
    }

    private Taken register(NewRequest request, String fingerprint, String caller, Instant now) {
        IncomingMessage message = new IncomingMessage(
                        Channel.APP.code(),
                        "open311-" + UUID.randomUUID(),
                        request.author(),
                        request.text(),
                        null,
                        null,
                        request.place(),
                        request.mediaUrl() == null
                                ? List.of()
                                : List.of(new IncomingMessage.Media(request.mediaUrl(), "Фото автора")))
                .about(request.service().code());
        Taken taken = new Taken(
                intake.receive(message, null, Channel.APP.regime(), caller).number(),
                request.service().moderated() ? UUID.randomUUID().toString() : null);
        remember(taken, fingerprint, now);
        return taken;
    }

    private void remember(Taken taken, String fingerprint, Instant now) {
        jdbc.sql("insert into open311_request (incident_number, fingerprint, token, received_at)"
                        + " values (:number, :fingerprint, :token, :now)")
                .param("number", taken.number().value())
                .param("fingerprint", fingerprint)
                .param("token", taken.token())
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("delete from open311_request where token is null and received_at < :before")
                .param("before", Timestamp.from(now.minus(SHORT_MEMORY)))
                .update();
    }

    /** The case that a token stands for, whether or not it is public by now. */
    @Transactional(readOnly = true)
    public Optional<IncidentNumber> numberOf(String token) {
        return jdbc.sql("select incident_number from open311_request where token = :token")
                .param("token", token)
                .query((row, i) -> new IncidentNumber(row.getString(1)))
                .optional();
    }
}
