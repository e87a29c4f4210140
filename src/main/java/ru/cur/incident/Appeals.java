package ru.cur.incident;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalInt;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.directory.Directory;
import ru.cur.directory.Organisation;
import ru.cur.reply.Answer;
import ru.cur.reply.Answers;
import ru.cur.sla.RussianDates;
import ru.cur.sla.clock.ClockKind;

/** What Federal Law 59-FZ wants of an appeal and of nothing else. */
@Service
@Transactional
public class Appeals {
    private static final int LONGEST_NUMBER = 50;

    private final IncidentStore incidents;
    private final IncidentHistory history;
    private final StepClocks steps;
    private final Answers answers;
    private final Directory directory;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    Appeals(
            IncidentStore incidents,
            IncidentHistory history,
            StepClocks steps,
            Answers answers,
            Directory directory,
            JdbcClient jdbc,
            Clock clock,
            ZoneId zone) {
        this.incidents = incidents;
        this.history = history;
        this.steps = steps;
        this.answers = answers;
        this.directory = directory;
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * The line of the journal of appeals.
     *
     * @param number as the journal has it
     * @param registeredOn in the region's time
     * @param complaintAgainstId the body that the appeal complains about; null when it complains about none
     */
    public record JournalEntry(String number, LocalDate registeredOn, String complaintAgainstId) {}

    /**
     * The appeal stands in the journal (article 8, part 2).
     *
     * @throws CaseRefusal when the number is no number or another appeal's, the day is to come, or there is no such body
     */
    public void register(IncidentNumber number, JournalEntry entry, String actor) {
        check(entry);
        try {
            incidents
                    .change(number)
                    .set("appeal_number", entry.number())
                    .set("appeal_registered_on", Date.valueOf(entry.registeredOn()))
                    .set("complaint_against_id", entry.complaintAgainstId())
                    .apply();
        } catch (DuplicateKeyException taken) {
            throw new CaseRefusal("Под номером «%s» в журнале уже есть обращение".formatted(entry.number()));
        }
        steps.stop(number, ClockKind.REGISTRATION, actor);
        history.add(
                number,
                actor,
                "Внесено в журнал обращений",
                "№ %s от %s%s"
                        .formatted(
                                entry.number(),
                                RussianDates.day(entry.registeredOn()),
                                entry.complaintAgainstId() == null
                                        ? ""
                                        : "; жалоба на действия: " + nameOf(entry.complaintAgainstId())));
    }

    /** Whether the case stands in the journal. */
    @Transactional(readOnly = true)
    public boolean isRegistered(IncidentNumber number) {
        return column(number, "appeal_number") != null;
    }

    private void check(JournalEntry entry) {
        if (entry.number() == null || entry.number().isBlank() || entry.number().length() > LONGEST_NUMBER) {
            throw new CaseRefusal("Укажите номер в журнале, не длиннее %d знаков".formatted(LONGEST_NUMBER));
        }
        if (entry.registeredOn().isAfter(clock.instant().atZone(zone).toLocalDate())) {
            throw new CaseRefusal(
                    "Дата регистрации %s ещё не наступила".formatted(RussianDates.day(entry.registeredOn())));
        }
        if (entry.complaintAgainstId() != null
                && directory.organisation(entry.complaintAgainstId()).isEmpty()) {
            throw new CaseRefusal("Организация «%s» не найдена в справочнике".formatted(entry.complaintAgainstId()));
        }
    }

    private String nameOf(String bodyId) {
        return directory.organisation(bodyId).map(Organisation::shortName).orElse(bodyId);
    }

    /** Others must answer. @param to whom it is sent, in Russian @throws CaseRefusal when it is no appeal */
    public void proposeRedirect(IncidentNumber number, String to, String actor) {
        mustBeAppeal(number);
        incidents.change(number).set("redirected_to", to).apply();
        history.add(number, actor, "Решено переадресовать", to);
    }

    /** There is a ground to leave the appeal without an answer; the head decides. @throws CaseRefusal when it is no appeal */
    public void proposeNoAnswer(IncidentNumber number, NoAnswerGround ground, String why, String actor) {
        mustBeAppeal(number);
        incidents.change(number).set("no_answer_ground", ground).apply();
        history.add(number, actor, "Предложено оставить без ответа: " + ground.title(), why);
    }

    private void mustBeAppeal(IncidentNumber number) {
        if (incidents.find(number).orElseThrow().legalRegime() != LegalRegime.APPEAL_59FZ) {
            throw new CaseRefusal("Так решают только об обращениях по 59-ФЗ; это сообщение отклоните или направьте");
        }
    }

    /** The head agrees or does not. @param why may be null when he agrees */
    public void decideNoAnswer(IncidentNumber number, boolean agreed, String why, String actor) {
        history.add(
                number,
                actor,
                agreed ? "Согласовано: оставить без ответа" : "Не согласовано: отвечать по существу",
                why);
    }

    /** Sends the appeal on (article 8, parts 3 and 4). @return the version of the notice to the author */
    public int redirect(IncidentNumber number) {
        String to = column(number, "redirected_to");
        incidents.change(number).set("result", IncidentResult.REDIRECTED).apply();
        steps.stop(number, ClockKind.REDIRECT, IncidentHistory.SYSTEM);
        return notice(
                number,
                "Здравствуйте! Ваше обращение%s направлено по компетенции: %s (статья 8, часть 3 Федерального закона № 59-ФЗ). Ответ вы получите оттуда."
                        .formatted(inJournal(number), to));
    }

    /** Leaves it without an answer (article 11). @return the version of the notice; empty when the law wants none */
    public OptionalInt leaveUnanswered(IncidentNumber number) {
        NoAnswerGround ground = NoAnswerGround.valueOf(column(number, "no_answer_ground"));
        incidents.change(number).set("result", IncidentResult.LEFT_UNANSWERED).apply();
        if (!ground.isNoticeRequired()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(notice(
                number,
                "Здравствуйте! Ваше обращение%s оставлено без ответа по существу: %s."
                        .formatted(inJournal(number), ground.title())));
    }

    /** The head has given more time (article 12, part 2). @return the version of the notice to the author */
    public int extended(IncidentNumber number, LocalDate until) {
        return notice(
                number,
                "Здравствуйте! Срок рассмотрения вашего обращения%s продлён до %s (статья 12, часть 2 Федерального закона № 59-ФЗ)."
                        .formatted(inJournal(number), RussianDates.day(until)));
    }

    private int notice(IncidentNumber number, String text) {
        return answers.addMessage(number.value(), Answer.Kind.NOTICE, text, IncidentHistory.SYSTEM);
    }

    private String inJournal(IncidentNumber number) {
        return jdbc.sql("select appeal_number, appeal_registered_on from incident where number = :number")
                .param("number", number.value())
                .query((row, i) -> row.getString("appeal_number") == null
                        ? ""
                        : " № %s от %s"
                                .formatted(
                                        row.getString("appeal_number"),
                                        RussianDates.day(row.getDate("appeal_registered_on")
                                                .toLocalDate())))
                .single();
    }

    private String column(IncidentNumber number, String name) {
        return jdbc.sql("select " + name + " from incident where number = :number")
                .param("number", number.value())
                .query(String.class)
                .single();
    }
}
