package ru.cur.channel.citizen;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.channel.Channel;
import ru.cur.channel.PublicAnswers;
import ru.cur.channel.PublicCase;
import ru.cur.channel.PublicCases;
import ru.cur.incident.AuthorFeedback;
import ru.cur.incident.IncidentNumber;

/** Finds what a reader of the page of a case may see: everybody what is public, its author also what is his. */
@Service
@Transactional(readOnly = true)
@ConditionalOnBooleanProperty("cur.channel.citizen.enabled")
class StatusViews {
    private final PublicCases cases;
    private final PublicAnswers answers;
    private final AuthorFeedback feedback;
    private final JdbcClient jdbc;

    StatusViews(PublicCases cases, PublicAnswers answers, AuthorFeedback feedback, JdbcClient jdbc) {
        this.cases = cases;
        this.answers = answers;
        this.feedback = feedback;
        this.jdbc = jdbc;
    }

    /**
     * @param code null, or one of nobody, for everybody
     * @return empty when there is no such case, or nobody but its author may know of it
     */
    Optional<StatusView> of(IncidentNumber number, String code) {
        Optional<String> report = reportOf(number, code);
        return report.isPresent()
                ? cases.findForAuthor(number).map(shown -> forAuthor(shown, report.get()))
                : cases.find(number).map(shown -> new StatusView(shown, answers.of(shown.main(), null), null));
    }

    private Optional<String> reportOf(IncidentNumber number, String code) {
        return code == null
                ? Optional.empty()
                : jdbc.sql(
                                "select external_id from citizen_report where code_hash = :hash and incident_number = :number")
                        .param("hash", new SecretCode(code).hash())
                        .param("number", number.value())
                        .query(String.class)
                        .optional();
    }

    private StatusView forAuthor(PublicCase shown, String report) {
        return new StatusView(
                shown,
                answers.of(shown.main(), report),
                new StatusView.Own(
                        report,
                        words(report),
                        photos(shown),
                        feedback.isAsked(shown.main()),
                        !shown.status().isFinal()));
    }

    /** His report and what he has added to it, wherever they are now. */
    private List<StatusView.Words> words(String report) {
        return jdbc.sql(
                        "select text, received_at from message where channel = :channel and part = 0 and incident_id in"
                                + " (select incident_id from message where channel = :channel and external_id = :report)"
                                + " and (external_id = :report or starts_with(external_id, :report || '/')) order by received_at, id")
                .param("channel", Channel.APP.code())
                .param("report", report)
                .query((row, i) -> new StatusView.Words(
                        row.getString("text"), row.getTimestamp("received_at").toInstant()))
                .list();
    }

    private int photos(PublicCase shown) {
        return jdbc.sql("select count(*) from attachment where added_by = :actor and file_name is not null"
                        + " and incident_id = (select id from incident where number = :number)")
                .param("actor", CitizenReports.ACTOR)
                .param("number", shown.number().value())
                .query(Integer.class)
                .single();
    }
}
