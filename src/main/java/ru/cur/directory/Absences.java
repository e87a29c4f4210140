package ru.cur.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is away, from when to when, and who stands in. Days are those of the region. */
@Service
@Transactional
public class Absences {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final int LONGEST_REASON = 200;
    private static final int MOST_YEARS = 5;
    private static final String ABSENCES =
            "select id, user_id, substitute_id, from_day, to_day, reason from absence where ";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    Absences(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock, ZoneId zone) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    /** The day it is in the region. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Those that are not over, in the order of their first days. */
    @Transactional(readOnly = true)
    public List<Absence> presentAndComing() {
        return jdbc.sql(ABSENCES + "to_day >= :today order by from_day, id")
                .param("today", today())
                .query(Absences::absence)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Absence> find(long id) {
        return jdbc.sql(ABSENCES + "id = :id")
                .param("id", id)
                .query(Absences::absence)
                .optional();
    }

    /** Who is away on the day, by login. */
    @Transactional(readOnly = true)
    Map<String, Absence> on(LocalDate day) {
        return jdbc
                .sql(ABSENCES + ":day between from_day and to_day")
                .param("day", day)
                .query(Absences::absence)
                .list()
                .stream()
                .collect(Collectors.toMap(Absence::userId, Function.identity()));
    }

    /**
     * Writes an absence down; {@link AbsenceBegan} tells of one that covers this day.
     *
     * @param substituteId null when nobody stands in
     * @param enteredBy login
     * @throws AbsenceRefusal when the days, the persons or the reason make no sense, or the person is away then already
     */
    public void add(
            String userId, String substituteId, LocalDate fromDay, LocalDate toDay, String reason, String enteredBy) {
        checkDays(fromDay, toDay);
        checkReason(reason);
        if (userId.equals(substituteId)) {
            throw new AbsenceRefusal("Сотрудник не может замещать сам себя.");
        }
        // Whoever enters another absence of the same person waits here, so that the two can't overlap.
        hold(userId, "Сотрудник не найден. Выберите его из списка.");
        refuseOverlap(userId, fromDay, toDay);
        if (substituteId != null) {
            hold(substituteId, "Замещающий не найден. Выберите его из списка.");
        }
        jdbc.sql("insert into absence (user_id, substitute_id, from_day, to_day, reason, entered_by, entered_at)"
                        + " values (:user, :substitute, :from, :to, :reason, :by, :at)")
                .param("user", userId)
                .param("substitute", substituteId)
                .param("from", fromDay)
                .param("to", toDay)
                .param("reason", reason.strip())
                .param("by", enteredBy)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        if (!today().isBefore(fromDay)) {
            events.publishEvent(new AbsenceBegan(userId));
        }
    }

    /** The person is at work from today on. An absence that would have no day left is deleted; one that is over stays. */
    public void end(long id) {
        jdbc.sql("delete from absence where id = :id and from_day >= :today")
                .param("id", id)
                .param("today", today())
                .update();
        jdbc.sql("update absence set to_day = :yesterday where id = :id and to_day > :yesterday")
                .param("id", id)
                .param("yesterday", today().minusDays(1))
                .update();
    }

    private void checkDays(LocalDate fromDay, LocalDate toDay) {
        if (toDay.isBefore(fromDay)) {
            throw new AbsenceRefusal("Последний день раньше первого.");
        }
        if (toDay.isBefore(today())) {
            throw new AbsenceRefusal("Эти дни уже прошли.");
        }
        if (fromDay.isBefore(today().minusYears(MOST_YEARS)) || toDay.isAfter(today().plusYears(MOST_YEARS))) {
            throw new AbsenceRefusal("До этих дней больше %d лет. Проверьте год.".formatted(MOST_YEARS));
        }
    }

    private static void checkReason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new AbsenceRefusal("Укажите причину: отпуск, болезнь, командировка.");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new AbsenceRefusal("Причина длиннее %d знаков.".formatted(LONGEST_REASON));
        }
        if (reason.chars().anyMatch(Character::isISOControl)) {
            throw new AbsenceRefusal("В причине недопустимый знак.");
        }
    }

    private void hold(String userId, String otherwise) {
        if (jdbc.sql("select 1 from staff where user_id = :user for update")
                .param("user", userId)
                .query()
                .listOfRows()
                .isEmpty()) {
            throw new AbsenceRefusal(otherwise);
        }
    }

    private void refuseOverlap(String userId, LocalDate fromDay, LocalDate toDay) {
        jdbc.sql(ABSENCES + "user_id = :user and from_day <= :to and to_day >= :from order by from_day limit 1")
                .param("user", userId)
                .param("from", fromDay)
                .param("to", toDay)
                .query(Absences::absence)
                .optional()
                .ifPresent(other -> {
                    throw new AbsenceRefusal("В эти дни отсутствие уже внесено: с %s по %s."
                            .formatted(DAY.format(other.fromDay()), DAY.format(other.toDay())));
                });
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getLong("id"),
                row.getString("user_id"),
                row.getString("substitute_id"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getString("reason"));
    }
}
