package ru.cur.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.PROOF;
import static ru.cur.CaseSteps.promised;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;
import ru.cur.TestMailServer;

class PromiseReminderProcessTest extends ClockedTest {
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestMailServer mail;

    @AfterEach
    void noMail() {
        mail.stop();
    }

    @Test
    @DisplayName("За 7, 3 и 1 день до даты, в девять утра: исполнителю, в последний день и его руководителю")
    void theExecutorIsReminded() {
        ProcessJourney journey = promised(journeys.registered("Люк без крышки"), "2026-12-11");
        reminds(journey, "timerEvent_sevenDaysLeft", "2026-12-03T23:00:00Z", "vladivostok");
        reminds(journey, "timerEvent_threeDaysLeft", "2026-12-07T23:00:00Z", "vladivostok");
        reminds(journey, "timerEvent_oneDayLeft", "2026-12-09T23:00:00Z", "vladivostok", "vladivostokHead");
        assertThat(subjects(journey))
                .contains(
                        "Контрольная дата 11.12.2026, осталось 7 дней: " + journey.number()
                                + ", Не скошена трава, Владивостокский городской округ",
                        "Контрольная дата 11.12.2026, остался 1 день: " + journey.number()
                                + ", Не скошена трава, Владивостокский городской округ");
        journey.isWaitingAt("userTask_proveCompletion").hasPassed("endEvent_noLetters");
    }

    @Test
    @DisplayName("До даты ближе недели: напоминание за 7 дней не приходит никогда")
    void whatHasPassedDoesNotCome() {
        ProcessJourney journey = promised(journeys.registered("Люк без крышки"), "2026-11-27");
        assertThat(journey.timer("timerEvent_sevenDaysLeft").getDuedate().toInstant())
                .isEqualTo(NEVER);
        assertThat(journey.timer("timerEvent_threeDaysLeft").getDuedate().toInstant())
                .isEqualTo(Instant.parse("2026-11-23T23:00:00Z"));
    }

    @Test
    @DisplayName("Письмо о выходном дне ждёт утра рабочего и уходит одно")
    void theLetterWaitsForAWorkingDay() {
        mail.start();
        ProcessJourney journey =
                promised(journeys.registered("Люк без крышки"), "2026-12-13").fires("timerEvent_sevenDaysLeft");
        assertThat(journey.timer("timerEvent_sendingTime").getDuedate().toInstant())
                .as("Sunday's reminder leaves on Monday")
                .isEqualTo(Instant.parse("2026-12-06T23:00:00Z"));
        journey.fires("timerEvent_sendingTime").hasPassed("serviceTask_sendNotifications", "endEvent_lettersSent");
        assertThat(mail.addressees()).containsExactly("vladivostok@cur.example");
    }

    @Test
    @DisplayName("Обещание уже подтверждено: никого не беспокоят")
    void whatIsProvedIsNotRemindedOf() {
        ProcessJourney journey = promised(journeys.registered("Люк без крышки"), "2026-12-18")
                .after(Duration.ofDays(19))
                .completes("userTask_proveCompletion", "vladivostok", PROOF);
        List<String> before = journey.told();
        runtime.createMessageCorrelation(PromiseReminderProcess.DATE_CAME_NEAR)
                .processInstanceBusinessKey(journey.number())
                .setVariables(Map.of("incidentNumber", journey.number()))
                .correlateStartMessage();
        assertThat(journey.runsJobs().told()).isEqualTo(before);
    }

    private static void reminds(ProcessJourney journey, String timer, String moment, String... people) {
        List<String> before = journey.told();
        assertThat(journey.timer(timer).getDuedate().toInstant()).isEqualTo(Instant.parse(moment));
        journey.fires(timer);
        List<String> after = journey.told();
        assertThat(after.subList(before.size(), after.size())).containsExactlyInAnyOrder(people);
    }

    private List<String> subjects(ProcessJourney journey) {
        return jdbc.sql("select distinct subject from notification where incident_number = :number")
                .param("number", journey.number())
                .query(String.class)
                .list();
    }
}
