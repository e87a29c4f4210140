package ru.cur.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.danger;
import static ru.cur.CaseSteps.route;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;
import ru.cur.TestMailServer;
import ru.cur.sla.clock.Clocks;

class EscalationLettersProcessTest extends ClockedTest {
    @Autowired
    private Clocks clocks;

    @Autowired
    private TestMailServer mail;

    @AfterEach
    void noMail() {
        mail.stop();
    }

    @Test
    @DisplayName("Авария ночью: руководителя органа и куратора зовут сразу, письма без утренней сводки")
    void anAccidentIsToldAtNight() {
        mail.start();
        journeys.setClock(Instant.parse("2026-11-23T15:00:00Z"));
        ProcessJourney journey = journeys.registered("На Русской провал, люк без крышки")
                .completes("userTask_triageMessage", "operator", danger("ROAD-1", "VLD"))
                .fires("timerEvent_answerHalfPassed")
                .fires("timerEvent_levelReached");
        // Nobody heads the utility in the system: the curator is told in his place.
        assertThat(journey.told()).containsExactlyInAnyOrder("primvodokanal", "curator");
        assertThat(sendingTimes(journey))
                .as("the moment of the step itself")
                .containsExactly(Instant.parse("2026-11-23T15:30:00Z"));
        journey.fires("timerEvent_sendingTime").hasPassed("serviceTask_sendNotifications");
        assertThat(mail.addressees()).containsExactlyInAnyOrder("primvodokanal@cur.example", "curator@cur.example");
        journey.fires("timerEvent_levelReached");
        assertThat(journey.tasks().map(task -> task.getTaskDefinitionKey())).contains("userTask_callExecutor");
        journey.fires("timerEvent_sendingTime").fires("timerEvent_levelReached");
        assertThat(journey.told()).contains("head");
        assertThat(journey.tasks().map(task -> task.getTaskDefinitionKey())).contains("userTask_resolveBreach");
    }

    @Test
    @DisplayName("Важное, но не авария: ступень ночью отмечена сразу, письма ждут утра")
    void theNightWaitsForTheMorning() {
        mail.start();
        journeys.setClock(Instant.parse("2026-11-23T15:00:00Z"));
        ProcessJourney journey = coldFlat().fires("timerEvent_answerHalfPassed").fires("timerEvent_levelReached");
        assertThat(journey.told()).contains("vladivostok");
        journey.hasNotPassed("serviceTask_sendNotifications");
        assertThat(sendingTimes(journey))
                .as("nine o'clock in Vladivostok")
                .containsExactly(Instant.parse("2026-11-23T23:00:00Z"));
        assertThat(mail.addressees()).isEmpty();
        journey.fires("timerEvent_sendingTime").hasPassed("serviceTask_sendNotifications");
        assertThat(mail.addressees()).contains("vladivostok@cur.example");
    }

    @Test
    @DisplayName("Почта не настроена: извещения видны в Tasklist, и ничто не ждёт утра")
    void withoutMailNothingWaits() {
        journeys.setClock(Instant.parse("2026-11-23T15:00:00Z"));
        ProcessJourney journey = coldFlat().fires("timerEvent_answerHalfPassed").fires("timerEvent_levelReached");
        assertThat(journey.told()).contains("vladivostok");
        assertThat(sendingTimes(journey)).isEmpty();
    }

    @Test
    @DisplayName("Письма одной ступени ждут утра, у следующей писем нет: срок меняют, и обе идут своим чередом")
    void waitingLettersDoNotHoldTheCaseUp() {
        mail.start();
        journeys.setClock(Instant.parse("2026-11-23T15:00:00Z"));
        ProcessJourney journey = coldFlat()
                .completes("userTask_acceptIncident", "vladivostok", ACCEPT)
                .fires("timerEvent_answerHalfPassed")
                .fires("timerEvent_levelReached");
        Date morning = journey.timer("timerEvent_sendingTime").getDuedate();
        mail.stop();
        journey.fires("timerEvent_levelReached").fires("timerEvent_levelReached");
        Date call = journey.task("userTask_callExecutor").getDueDate();
        journey.fires("timerEvent_levelReached");
        assertThat(journey.column("sla_state")).isEqualTo("OVERDUE");
        clocks.change(journey.number(), "curator", change -> change.pause("ожидание ответа автора"));
        assertThat(journey.timer("timerEvent_sendingTime").getDuedate()).isEqualTo(morning);
        assertThat(journey.task("userTask_callExecutor").getDueDate()).isEqualTo(call);
    }

    private static List<Instant> sendingTimes(ProcessJourney journey) {
        return journey.timers().stream()
                .filter(timer -> journey.activityOf(timer).equals("timerEvent_sendingTime"))
                .map(timer -> timer.getDuedate().toInstant())
                .toList();
    }

    private ProcessJourney coldFlat() {
        Map<String, Object> form = new HashMap<>(route("HEAT-2", "VLD"));
        form.put("bodyId", "admVladivostok");
        return journeys.registered("Холодно в квартире").completes("userTask_triageMessage", "operator", form);
    }
}
