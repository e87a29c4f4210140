package ru.cur.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.ANSWER;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.ENDORSE;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.ORDERED;
import static ru.cur.CaseSteps.PROOF;
import static ru.cur.CaseSteps.REWORK;
import static ru.cur.CaseSteps.promise;
import static ru.cur.CaseSteps.promised;
import static ru.cur.CaseSteps.resolved;
import static ru.cur.CaseSteps.route;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;

class PromiseControlProcessTest extends ClockedTest {
    @Test
    @DisplayName("Обещание с датой – не закрытие: инцидент на контроле до конца рабочего дня этой даты")
    void aPromiseIsKeptUnderControl() {
        ProcessJourney journey = promised(journeys.registered("Люк без крышки"), "2026-12-23")
                .isWaitingAt("userTask_proveCompletion")
                .hasStatus("ON_CONTROL")
                .hasNotPassed("serviceTask_closeIncident");
        assertThat(journey.task("userTask_proveCompletion").getDueDate().toInstant())
                .isEqualTo(Instant.parse("2026-12-23T08:00:00Z"));
        assertThat(journey.column("first_published_at")).isNotNull();
        assertThat(journey.column("closed_at")).isNull();
    }

    @Test
    @DisplayName(
            "Исполнитель подтвердил выполнение: итоговый ответ согласован, опубликован, инцидент закрыт как решённый")
    void thePromiseIsKept() {
        ProcessJourney journey = promised(journeys.registered("Люк без крышки"), "2026-12-23")
                .after(Duration.ofDays(20))
                .completes("userTask_proveCompletion", "vladivostok", PROOF)
                .isWaitingAt("userTask_approveResponse")
                .completes("userTask_approveResponse", "curator", APPROVE)
                .closes()
                .isOver()
                .hasStatus("CLOSED");
        assertThat(journey.column("result")).isEqualTo("SOLVED");
        assertThat(journey.column("broken_promises")).isEqualTo(0);
    }

    @Test
    @DisplayName(
            "Дата прошла без подтверждения: инцидент возобновлён, работа начата заново, лестница доходит до руководителя ЦУР")
    void thePromiseIsBroken() {
        ProcessJourney journey = promised(journeys.registered("Люк без крышки"), "2026-12-23")
                .fires("timerEvent_controlHalfPassed")
                .fires("timerEvent_levelReached")
                .fires("timerEvent_levelReached")
                .fires("timerEvent_levelReached")
                .isWaitingAt("userTask_proveCompletion", "userTask_callExecutor")
                .completes(
                        "userTask_callExecutor",
                        "curator",
                        Map.of("callText", "Павел Ким: бригада выезжает завтра с утра"))
                .fires("timerEvent_controlDatePassed")
                .fires("timerEvent_levelReached")
                .hasPassed("serviceTask_recordBrokenPromise", "serviceTask_reopenIncident", "serviceTask_restartClock")
                .isWaitingAt("userTask_resolveBreach", "userTask_acceptIncident");
        assertThat(journey.column("broken_promises")).isEqualTo(1);
        assertThat(journey.column("reopen_no")).isEqualTo(1);
        journey.completes("userTask_resolveBreach", "head", resolved("CONTRACTOR", "PERSONAL_CONTROL"))
                .hasPassed("endEvent_breachResolved")
                .completes("userTask_acceptIncident", "vladivostok", ACCEPT)
                .completes("userTask_doWork", "vladivostok", MOWN)
                .completes("userTask_prepareResponse", "vladivostok", ANSWER)
                .completes("userTask_endorseResponse", "vladivostokHead", ENDORSE)
                .completes("userTask_approveResponse", "curator", APPROVE)
                .closes()
                .hasStatus("CLOSED")
                .isOver();
        assertThat(journey.column("result")).isEqualTo("SOLVED");
    }

    @Test
    @DisplayName("Без фото, без даты выполнения и с датой в будущем обещание не закрыть")
    void aPromiseIsProved() {
        ProcessJourney journey = promised(journeys.registered("Люк без крышки"), "2026-12-23");
        for (String missing : PROOF.keySet()) {
            Map<String, Object> form = new HashMap<>(PROOF);
            form.put("completedOn", "2026-11-23");
            form.remove(missing);
            assertThatThrownBy(() -> journey.completes("userTask_proveCompletion", "vladivostok", form))
                    .hasStackTraceContaining("FormRefusal");
        }
        assertThatThrownBy(() -> journey.completes("userTask_proveCompletion", "vladivostok", PROOF))
                .hasStackTraceContaining("12.12.2026 ещё не наступила");
        journey.isWaitingAt("userTask_proveCompletion").hasStatus("ON_CONTROL");
    }

    @Test
    @DisplayName("Ответ пролежал у куратора дольше, чем обещает: его можно только вернуть")
    void aBrokenPromiseIsNotPublished() {
        ProcessJourney journey = journeys.registered("Яма")
                .completes("userTask_triageMessage", "operator", route("ROAD-2", "VLD"))
                .completes("userTask_acceptIncident", "vladivostok", ACCEPT)
                .completes("userTask_doWork", "vladivostok", ORDERED)
                .completes("userTask_prepareResponse", "vladivostok", promise("2026-11-25"))
                .completes("userTask_endorseResponse", "vladivostokHead", ENDORSE)
                .after(Duration.ofDays(3));
        assertThatThrownBy(() -> journey.completes("userTask_approveResponse", "curator", APPROVE))
                .hasStackTraceContaining("Обещанная дата 25.11.2026 уже прошла");
        journey.completes("userTask_approveResponse", "curator", REWORK).isWaitingAt("userTask_prepareResponse");
    }

    @Test
    @DisplayName("Дата без обещания, обещание в прошлом или дальше, чем можно, не принимается")
    void aPromiseNeedsAPossibleDate() {
        ProcessJourney journey = journeys.registered("Яма")
                .completes("userTask_triageMessage", "operator", route("ROAD-2", "VLD"))
                .completes("userTask_acceptIncident", "vladivostok", ACCEPT)
                .completes("userTask_doWork", "vladivostok", ORDERED);
        refuses(journey, Map.of("promisedOn", "2026-12-01", "doneText", "Осмотрели"), "что будет сделано");
        refuses(journey, promise("2026-11-22"), "уже прошла");
        refuses(journey, promise("25 сентября"), "не дата");
        refuses(journey, promise("2026-12-24"), "можно только по ресурсоёмкой работе: не позже 23.12.2026");
        journey.needsResources();
        refuses(journey, promise("2028-01-01"), "не дольше чем на год вперёд: не позже 23.11.2027");
        journey.isWaitingAt("userTask_prepareResponse").hasStatus("IN_PROGRESS");
    }

    private static void refuses(ProcessJourney journey, Map<String, Object> form, String sentence) {
        assertThatThrownBy(() -> journey.completes("userTask_prepareResponse", "vladivostok", form))
                .hasStackTraceContaining(sentence);
    }
}
