package ru.cur.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.REWORK;
import static ru.cur.CaseSteps.accepted;
import static ru.cur.CaseSteps.answered;
import static ru.cur.CaseSteps.route;

import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.cur.ProcessJourney;
import ru.cur.TestMailServer;
import ru.cur.directory.Directory;
import ru.cur.directory.StaffMember;
import ru.cur.platform.security.Accounts;

/** What leaves the house of a handover, and what a closed case keeps to itself. */
class AbsenceHandoverLettersProcessTest extends AbsenceStories {
    private static final String COLLEAGUE = "minzdravSecond";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Directory directory;

    @Autowired
    private IdentityService identity;

    @Autowired
    private TestMailServer mail;

    @BeforeEach
    void hire() {
        accounts.ensureUser(COLLEAGUE, "Раиса", "Ким", "demo", Set.of("executors"), Optional.of("minZdrav"));
        directory.putStaff(new StaffMember(COLLEAGUE, "minZdrav", "Раиса Ким", "консультант"));
    }

    /** What other tests have left unsent would leave in the same letters. */
    @BeforeEach
    void nothingWaitsToBeSent() {
        jdbc.sql("delete from notification where sent_at is null").update();
    }

    @AfterEach
    void dismiss() {
        mail.stop();
        jdbc.sql("delete from absence").update();
        jdbc.sql("delete from staff where user_id = ?").param(COLLEAGUE).update();
        identity.deleteUser(COLLEAGUE);
    }

    @Test
    @DisplayName("Задачи переданы до начала рабочего дня: письма обоим уходят в 9:00")
    void lettersWaitForTheWorkingDay() throws Exception {
        ProcessJourney journey = accepted(journeys.registered("Стадион зарос травой"));
        mail.start();
        journeys.setClock(Instant.parse("2026-11-23T22:00:00Z"));
        away("vladivostok", "vladivostokHead");
        runJobs();
        Job sending = sending();
        assertThat(sending.getDuedate()).isEqualTo(Instant.parse("2026-11-23T23:00:00Z"));
        assertThat(mail.letters()).isEmpty();
        fire(sending);
        assertThat(mail.addressees())
                .containsExactlyInAnyOrder("vladivostokHead@cur.example", "vladivostok@cur.example");
        MimeMessage letter = mail.letters().get(0);
        assertThat(letter.getSubject()).contains(journey.number());
        assertThat(letter.getContent().toString()).contains("/incidents/", "/camunda/app/tasklist/");
        assertThat(running().count()).isZero();
    }

    @Test
    @DisplayName("Новая задача передана: письмо уходит своим порядком, отдельно от инцидента")
    void theLetterAboutANewTaskIsSentToo() {
        ProcessJourney journey = answered(journeys.registered("Стадион зарос травой"));
        away("vladivostok", "vladivostokHead");
        runJobs();
        mail.start();
        journey.completes("userTask_approveResponse", "curator", REWORK);
        runJobs();
        fire(sending());
        assertThat(mail.addressees()).contains("vladivostokHead@cur.example");
    }

    @Test
    @DisplayName("Закрытое дело: замещающий без доступа его не получает и о нём не узнаёт")
    void aRestrictedCaseStaysAmongThoseNamed() {
        ProcessJourney journey = ofMinistry("CHILD");
        away("minzdrav", COLLEAGUE);
        runJobs();
        assertThat(journey.task("userTask_doWork").getTenantId()).isEqualTo("restricted");
        assertThat(journey.task("userTask_doWork").getAssignee()).isNull();
        assertThat(journey.told()).doesNotContain(COLLEAGUE);
        assertThat(lines(journey, GIVEN_BACK)).hasSize(1);
    }

    @Test
    @DisplayName("Открытое дело того же органа тот же замещающий получает")
    void anOpenCaseOfTheSameBodyIsHandedOver() {
        ProcessJourney journey = ofMinistry(null);
        away("minzdrav", COLLEAGUE);
        runJobs();
        assertThat(journey.task("userTask_doWork").getAssignee()).isEqualTo(COLLEAGUE);
        assertThat(lines(journey, HANDED_OVER)).hasSize(1);
    }

    private ProcessJourney ofMinistry(String restriction) {
        Map<String, Object> sorted = new HashMap<>(route("HLTH-1", "VLD"));
        sorted.put("bodyId", "minZdrav");
        if (restriction != null) {
            sorted.put("restrictionCode", restriction);
        }
        return journeys.registered("Нет лекарств по льготному рецепту")
                .completes("userTask_triageMessage", "operator", sorted)
                .completes("userTask_acceptIncident", "minzdrav", ACCEPT);
    }

    private void fire(Job timer) {
        journeys.setClock(timer.getDuedate().toInstant());
        management.executeJob(timer.getId());
        runJobs();
    }

    private Job sending() {
        return management
                .createJobQuery()
                .processDefinitionKey(AbsenceHandoverProcess.ID)
                .activityId("timerEvent_sendingTime")
                .singleResult();
    }
}
