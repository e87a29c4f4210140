package ru.cur.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.cur.CaseSteps.accepted;
import static ru.cur.CaseSteps.route;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.cur.Http.Answer;
import ru.cur.ProcessJourney;
import ru.cur.Visitor;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Limit;

class CasePageExtensionTest extends CasePageVisit {
    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    @DisplayName("Куратор продлевает срок органа: таймер и журнал следуют")
    void anExtensionMovesTheTimer() {
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
        Instant due = Instant.parse(clock(journey, "FIRST_ANSWER").get("due").asText());
        Instant timer = journey.timer(HALF_PASSED).getDuedate().toInstant();

        assertThat(act("curator", journey, "extend", extension("FIRST_ANSWER", "2", "WORKING_DAYS"))
                        .status())
                .isEqualTo(302);
        assertThat(Instant.parse(clock(journey, "FIRST_ANSWER").get("due").asText()))
                .isAfter(due.plus(DAY));
        assertThat(journey.timer(HALF_PASSED).getDuedate().toInstant()).isAfter(timer);
        assertThat(clock(journey, "FIRST_ANSWER").get("explanation").asText())
                .contains("Продлён на 2 рабочих дня", "Ждём технику; согласовал Кирилл Лазарев");
        assertThat(history(journey))
                .anyMatch(line -> line.startsWith("Срок «первый ответ» продлён: 2 рабочих дня: Ждём технику"));
    }

    @ParameterizedTest
    @DisplayName("Двойной щелчок продлевает срок один раз, и на паузе тоже")
    @ValueSource(booleans = {false, true})
    void aSecondClickDoesNotExtendAgain(boolean paused) {
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
        if (paused) {
            act("curator", journey, "pause", PAUSE);
        }
        Visitor curator = as("curator");
        Map<String, String> form = new HashMap<>(extension("FIRST_ANSWER", "2", "WORKING_DAYS"));
        form.put("seen", seen(curator.get(page(journey))));
        assertThat(curator.submit(page(journey), page(journey) + "/extend", form)
                        .status())
                .isEqualTo(302);
        List<String> once = history(journey);

        Answer again = curator.submit(page(journey), page(journey) + "/extend", form);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body()).contains("Срок уже изменился, проверьте ещё раз", "value=\"Ждём технику\"");
        assertThat(history(journey)).isEqualTo(once);

        form.put("seen", seen(again));
        assertThat(curator.submit(page(journey), page(journey) + "/extend", form)
                        .status())
                .as("the page now shows what holds")
                .isEqualTo(302);
        assertThat(history(journey)).hasSize(once.size() + 1);
    }

    @Test
    @DisplayName("Кто-то изменил тот же инцидент в тот же миг: страница с объяснением, ничего не изменилось")
    void whoIsSlowerIsTold() throws Exception {
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
        List<String> before = history(journey);
        String due = clock(journey, "FIRST_ANSWER").get("due").asText();
        CompletableFuture<Answer> extending = new TransactionTemplate(transactions).execute(status -> {
            jdbc.sql("update act_ru_job set rev_ = rev_ + 1 where process_instance_id_ in"
                            + " (select id_ from act_ru_execution where business_key_ = :number)")
                    .param("number", journey.number())
                    .update();
            CompletableFuture<Answer> begun = CompletableFuture.supplyAsync(
                    () -> act("curator", journey, "extend", extension("FIRST_ANSWER", "2", "WORKING_DAYS")));
            await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaits);
            return begun;
        });
        Answer slower = extending.get(20, TimeUnit.SECONDS);
        assertThat(slower.status()).isEqualTo(409);
        assertThat(slower.body())
                .contains("Инцидент только что изменил кто-то другой", "Как рассчитан", "Ждём технику");
        assertThat(clock(journey, "FIRST_ANSWER").get("due").asText()).isEqualTo(due);
        assertThat(history(journey)).isEqualTo(before);
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select count(*) from pg_stat_activity"
                                + " where datname = current_database() and wait_event_type = 'Lock'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @ParameterizedTest
    @DisplayName("Отказ объяснён на странице, введённое осталось, ничего не изменилось")
    @CsvSource(
            delimiter = '|',
            value = {
                "FIRST_ANSWER | 0      | WORKING_DAYS  | На сколько продлить",
                "FIRST_ANSWER | -3     | WORKING_DAYS  | На сколько продлить",
                "FIRST_ANSWER | много  | WORKING_DAYS  | На сколько продлить",
                "FIRST_ANSWER | 9999   | CALENDAR_DAYS | не больше чем на 731 день",
                "FIRST_ANSWER | 1      | YEARS         | Выберите, в чём считать",
                "NOTHING      | 1      | WORKING_DAYS  | Выберите, какой срок",
                "CONTROL      | 1      | WORKING_DAYS  | сейчас не идёт",
                "APPROVAL     | 1      | WORKING_DAYS  | только руководитель ЦУР",
                "LEGAL        | 1      | CALENDAR_DAYS | только руководитель ЦУР"
            })
    void aRefusedExtensionChangesNothing(String kind, String amount, String unit, String sentence) {
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
        List<String> before = history(journey);
        String due = clock(journey, "FIRST_ANSWER").get("due").asText();

        Answer refused = act("curator", journey, "extend", extension(kind, amount, unit));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains(sentence, "value=\"" + amount + "\"", "value=\"Ждём технику\"");
        assertThat(clock(journey, "FIRST_ANSWER").get("due").asText()).isEqualTo(due);
        assertThat(history(journey)).isEqualTo(before);
    }

    @Test
    @DisplayName("Срок по закону продлевает руководитель: один раз, до истечения, не больше 30 дней")
    void theLegalTermIsExtendedByLaw() {
        ProcessJourney journey = journeys.registered("pos", "Трава у школы")
                .completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"));
        startLegal(journey);
        assertThat(act("head", journey, "extend", extension("LEGAL", "31", "CALENDAR_DAYS"))
                        .body())
                .contains("не более чем на 30 календарных дней");
        assertThat(act("head", journey, "extend", extension("LEGAL", "30", "WORKING_DAYS"))
                        .body())
                .contains("не более чем на 30 календарных дней");
        assertThat(act("head", journey, "extend", extension("LEGAL", "30", "CALENDAR_DAYS"))
                        .status())
                .isEqualTo(302);
        assertThat(act("head", journey, "extend", extension("LEGAL", "1", "CALENDAR_DAYS"))
                        .body())
                .contains("уже продлевали");
    }

    @Test
    void theLegalTermIsNotExtendedAfterItsEnd() {
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
        startLegal(journey);
        journey.after(Duration.ofDays(31));
        assertThat(act("head", journey, "extend", extension("LEGAL", "30", "CALENDAR_DAYS"))
                        .body())
                .contains("уже истёк");
    }

    private void startLegal(ProcessJourney journey) {
        clocks.change(journey.number(), "test", change -> {
            if (change.open(ClockKind.LEGAL).isEmpty()) {
                change.start(ClockKind.LEGAL, new Limit.Within(new Term(30, TermUnit.CALENDAR_DAYS)), null, null);
            }
        });
    }
}
