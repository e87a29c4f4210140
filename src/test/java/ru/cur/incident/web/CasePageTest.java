package ru.cur.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.SPAM;
import static ru.cur.CaseSteps.answered;
import static ru.cur.CaseSteps.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.cur.ClockedTest;
import ru.cur.Http;
import ru.cur.Http.Answer;
import ru.cur.ProcessJourney;
import ru.cur.Visitor;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Clocks;
import ru.cur.sla.clock.Limit;

class CasePageTest extends ClockedTest {
    private static final Duration DAY = Duration.ofHours(24);
    private static final String HALF_PASSED = "timerEvent_answerHalfPassed";
    private static final Map<String, String> PAUSE =
            Map.of("why", "WAITING_AUTHOR", "reason", "Спросили у автора адрес");

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clocks clocks;

    @Autowired
    private PlatformTransactionManager transactions;

    /** The Vladivostok administration works on it. */
    private ProcessJourney inWork() {
        return journeys.registered("Трава у школы")
                .completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"))
                .completes("userTask_acceptIncident", "vladivostok", ACCEPT);
    }

    private Visitor as(String login) {
        return Visitor.notFollowing(port, login);
    }

    private static String page(ProcessJourney journey) {
        return "/incidents/" + journey.number();
    }

    private Answer act(String login, ProcessJourney journey, String act, Map<String, String> form) {
        Visitor person = as(login);
        Map<String, String> sent = new HashMap<>(form);
        sent.put("seen", seen(person.get(page(journey))));
        return person.submit(page(journey), page(journey) + "/" + act, sent);
    }

    /** How the clocks stand on the page, in its form that extends one; empty when the person has no such form. */
    private static String seen(Answer page) {
        Matcher seen = SEEN.matcher(page.body());
        return seen.find() ? seen.group(1) : "";
    }

    private static Map<String, String> extension(String clock, String amount, String unit) {
        return Map.of("clock", clock, "amount", amount, "unit", unit, "reason", "Ждём технику");
    }

    private JsonNode json(ProcessJourney journey) {
        return Http.nobody(port)
                .as("curator")
                .get(URI.create("/api/incidents/" + journey.number()).toASCIIString())
                .json();
    }

    private JsonNode clock(ProcessJourney journey, String kind) {
        return StreamSupport.stream(json(journey).get("clocks").spliterator(), false)
                .filter(clock -> clock.get("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<String> history(ProcessJourney journey) {
        return jdbc.sql("select e.kind || coalesce(': ' || e.details, '') from incident_event e"
                        + " join incident i on i.id = e.incident_id where i.number = :number order by e.id")
                .param("number", journey.number())
                .query(String.class)
                .list();
    }

    private Object holder(ProcessJourney journey) {
        return jdbc.sql("select party from time_ledger_open where incident_number = :number")
                .param("number", journey.number())
                .query(String.class)
                .single();
    }

    @ParameterizedTest
    @DisplayName("Страницу инцидента видят ЦУР и исполнитель, но не чужая организация")
    @CsvSource({"operator, 200", "curator, 200", "head, 200", "manager, 200", "vladivostok, 200", "arsenyev, 404"})
    void whoMayReadSeesThePage(String login, int status) {
        ProcessJourney journey = inWork();
        Answer answer = as(login).get(page(journey));
        assertThat(answer.status()).isEqualTo(status);
        if (status == 200) {
            assertThat(answer.body())
                    .contains(journey.number(), "В работе", "Первый ответ", "осталось", "Срок: ", "Трава у школы")
                    .contains("Принято к работе", "Вера Тихонова", "Исполнитель")
                    .doesNotContain("th:")
                    .doesNotContainPattern("\\sstyle=");
        } else {
            assertThat(answer.body()).contains("Инцидент не найден").doesNotContain("Трава у школы");
        }
    }

    @Test
    void nobodyIsLedToTheLogin() {
        assertThat(Http.nobody(port).get("/incidents/1").status()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ПК-2026-999999", "1", "ПК-2026-1"})
    void anUnknownNumberIsARussianPage(String number) {
        Answer answer = as("curator").get("/incidents/" + number);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("Инцидент не найден");
    }

    @Test
    @DisplayName("JSON: сроки с остатком числом и время сторон, в сумме равное прошедшему")
    void programsReadTheSame() {
        ProcessJourney journey = inWork().after(Duration.ofHours(1));
        JsonNode json = json(journey);
        assertThat(clock(journey, "FIRST_ANSWER").get("state").asText()).isEqualTo("RUNNING");
        assertThat(clock(journey, "FIRST_ANSWER").get("remainingWorkingSeconds").isIntegralNumber())
                .isTrue();
        assertThat(clock(journey, "FIRST_ANSWER").get("explanation").asText()).contains("Истекает");
        assertThat(clock(journey, "TRIAGE").get("state").asText()).isEqualTo("STOPPED");
        assertThat(clock(journey, "TRIAGE").get("explanation").asText()).startsWith("Срок: ");
        JsonNode charges = json.get("timeLedger");
        long sum = StreamSupport.stream(charges.spliterator(), false)
                .mapToLong(charge -> charge.get("calendarSeconds").asLong())
                .sum();
        Instant from = Instant.parse(charges.get(0).get("from").asText());
        Instant to = Instant.parse(charges.get(charges.size() - 1).get("to").asText());
        assertThat(sum).isEqualTo(Duration.between(from, to).toSeconds()).isEqualTo(3600);
        assertThat(charges.get(charges.size() - 1).get("partyTitle").asText()).isEqualTo("исполнитель");
    }

    @ParameterizedTest
    @DisplayName("Сроки меняют только куратор и руководитель ЦУР")
    @CsvSource({"operator, 403", "manager, 403", "vladivostok, 403", "vladivostokHead, 403", "arsenyev, 404"})
    void othersMayNotAct(String login, int status) {
        ProcessJourney journey = inWork();
        List<String> before = history(journey);
        Visitor person = as(login);
        assertThat(person.get(page(journey)).body()).doesNotContain("Приостановить", "Продлить срок");
        // Every page has the form that logs out, with the token in it.
        assertThat(person.submit("/incidents/1", page(journey) + "/pause", PAUSE)
                        .status())
                .isEqualTo(status);
        assertThat(person.submit("/incidents/1", page(journey) + "/resume", Map.of())
                        .status())
                .isEqualTo(status);
        assertThat(person.submit(
                                "/incidents/1",
                                page(journey) + "/extend",
                                extension("FIRST_ANSWER", "1", "WORKING_DAYS"))
                        .status())
                .isEqualTo(status);
        assertThat(history(journey)).isEqualTo(before);
        assertThat(holder(journey)).isEqualTo("BODY");
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() {
        ProcessJourney journey = inWork();
        assertThat(as("curator").post(page(journey) + "/pause", PAUSE).status()).isEqualTo(403);
        assertThat(clock(journey, "FIRST_ANSWER").get("state").asText()).isEqualTo("RUNNING");
    }

    @Test
    @DisplayName("Пауза останавливает сроки и таймеры, продолжение сохраняет остаток")
    void aPauseKeepsWhatIsLeft() {
        ProcessJourney journey = inWork();
        Instant timer = journey.timer(HALF_PASSED).getDuedate().toInstant();
        long left =
                clock(journey, "FIRST_ANSWER").get("remainingWorkingSeconds").asLong();

        assertThat(act("curator", journey, "pause", PAUSE).status()).isEqualTo(302);
        assertThat(holder(journey)).isEqualTo("WAITING_AUTHOR");
        assertThat(journey.timer(HALF_PASSED).getDuedate()).isAfter(Instant.parse("9000-01-01T00:00:00Z"));
        assertThat(as("curator").get(page(journey)).body())
                .contains("приостановлен", "Продолжить", "ожидание ответа автора: Спросили у автора адрес");

        journey.after(DAY);
        assertThat(clock(journey, "FIRST_ANSWER").get("remainingWorkingSeconds").asLong())
                .isEqualTo(left);
        assertThat(act("head", journey, "resume", Map.of()).status()).isEqualTo(302);
        assertThat(holder(journey)).isEqualTo("BODY");
        assertThat(clock(journey, "FIRST_ANSWER").get("remainingWorkingSeconds").asLong())
                .isEqualTo(left);
        assertThat(journey.timer(HALF_PASSED).getDuedate().toInstant()).isEqualTo(timer.plus(DAY));
        assertThat(history(journey))
                .contains("Сроки приостановлены: ожидание ответа автора: Спросили у автора адрес", "Сроки снова идут");
    }

    @Test
    @DisplayName("Пауза не снимает отметку о просрочке, продление снимает")
    void aPauseAloneDoesNotMakeALateCaseCalm() {
        ProcessJourney journey = inWork().after(Duration.ofDays(7));
        jdbc.sql("update incident set sla_state = 'OVERDUE' where number = :number")
                .param("number", journey.number())
                .update();
        act("curator", journey, "pause", PAUSE);
        assertThat(journey.column("sla_state")).isEqualTo("OVERDUE");
        assertThat(clock(journey, "FIRST_ANSWER").get("late").asBoolean()).isTrue();
        act("curator", journey, "resume", Map.of());
        act("curator", journey, "extend", extension("FIRST_ANSWER", "30", "CALENDAR_DAYS"));
        assertThat(journey.column("sla_state")).isEqualTo("ON_TIME");
    }

    @Test
    @DisplayName("Ответ, вышедший во время паузы, кончает паузу и в журнале времени")
    void anAnswerEndsThePause() {
        ProcessJourney journey = answered(journeys.registered("Трава у школы"));
        act("curator", journey, "pause", PAUSE);
        assertThat(holder(journey)).isEqualTo("WAITING_AUTHOR");
        journey.completes("userTask_approveResponse", "curator", APPROVE);
        assertThat(holder(journey)).isNotEqualTo("WAITING_AUTHOR");
        assertThat(json(journey).get("clocks"))
                .allSatisfy(clock -> assertThat(clock.get("state").asText()).isNotEqualTo("PAUSED"));
    }

    @Test
    @DisplayName("Ответ опоздал, на паузе он или нет: опоздание видно на странице и в отчёте")
    void aPauseDoesNotHideALateAnswer() {
        ProcessJourney journey = answered(journeys.registered("Трава у школы"));
        Instant due = Instant.parse(clock(journey, "FIRST_ANSWER").get("due").asText());
        journey.after(Duration.ofDays(3));
        act("curator", journey, "pause", PAUSE);
        assertThat(journey.column("first_answer_due")).isEqualTo(Timestamp.from(due));
        journey.completes("userTask_approveResponse", "curator", APPROVE).hasStatus("CLOSED");
        assertThat(journey.column("first_answer_due")).isEqualTo(Timestamp.from(due));
        JsonNode clock = clock(journey, "FIRST_ANSWER");
        assertThat(clock.get("late").asBoolean()).isTrue();
        assertThat(Instant.parse(clock.get("due").asText())).isEqualTo(due);
    }

    @Test
    @DisplayName("Ответ успел до паузы: срок в отчёте есть, опоздания нет")
    void anAnswerDuringAPauseIsInTime() {
        ProcessJourney journey = answered(journeys.registered("Трава у школы"));
        act("curator", journey, "pause", PAUSE);
        assertThat(journey.column("first_answer_due")).isNull();
        journey.after(Duration.ofDays(3));
        journey.completes("userTask_approveResponse", "curator", APPROVE).hasStatus("CLOSED");
        assertThat(journey.column("first_answer_due")).isNotNull();
        assertThat(clock(journey, "FIRST_ANSWER").get("late").asBoolean()).isFalse();
    }

    @Test
    @DisplayName("Куратор продлевает срок органа: таймер и журнал следуют")
    void anExtensionMovesTheTimer() {
        ProcessJourney journey = inWork();
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
        ProcessJourney journey = inWork();
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
        ProcessJourney journey = inWork();
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
        ProcessJourney journey = inWork();
        List<String> before = history(journey);
        String due = clock(journey, "FIRST_ANSWER").get("due").asText();

        Answer refused = act("curator", journey, "extend", extension(kind, amount, unit));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains(sentence, "value=\"" + amount + "\"", "value=\"Ждём технику\"");
        assertThat(clock(journey, "FIRST_ANSWER").get("due").asText()).isEqualTo(due);
        assertThat(history(journey)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WAITING_AUTHOR | ''  | Укажите причину",
                "WAITING_AUTHOR | ' ' | Укажите причину",
                "HOLIDAY        | так | Выберите, почему"
            })
    void aRefusedPauseChangesNothing(String why, String reason, String sentence) {
        ProcessJourney journey = inWork();
        Answer refused = act("curator", journey, "pause", Map.of("why", why, "reason", reason));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains(sentence);
        assertThat(holder(journey)).isEqualTo("BODY");
        assertThat(clock(journey, "FIRST_ANSWER").get("state").asText()).isEqualTo("RUNNING");
    }

    @Test
    void aReasonOfStrangeLettersOrEndlessLengthIsRefused() {
        ProcessJourney journey = inWork();
        List<String> before = history(journey);
        for (String reason : List.of("нуль\u0000знак", "а".repeat(501))) {
            Map<String, String> form = Map.of(
                    "why",
                    "SUSPENDED",
                    "category",
                    "HEAT-2",
                    "regime",
                    "SOCIAL_MESSAGE",
                    "reason",
                    reason,
                    "clock",
                    "FIRST_ANSWER",
                    "amount",
                    "1",
                    "unit",
                    "WORKING_DAYS");
            for (String act : List.of("pause", "extend", "reclassify")) {
                Answer refused = act("curator", journey, act, form);
                assertThat(refused.status()).as(act).isEqualTo(400);
                assertThat(refused.body()).as(act).containsAnyOf("служебные знаки", "длиннее 500 знаков");
            }
        }
        assertThat(history(journey)).isEqualTo(before);
    }

    @Test
    @DisplayName("Дважды не приостановить, без паузы не продолжить")
    void whatMakesNoSenseIsRefused() {
        ProcessJourney journey = inWork();
        assertThat(act("curator", journey, "resume", Map.of()).body()).contains("не приостановлены");
        act("curator", journey, "pause", PAUSE);
        assertThat(act("curator", journey, "pause", PAUSE).body()).contains("уже приостановлены");
    }

    @Test
    @DisplayName("Куратор меняет тему: срочность и сроки решены заново; без причины и в ту же тему – отказ")
    void aCuratorReclassifies() {
        ProcessJourney journey = inWork();
        Map<String, String> heating =
                Map.of("category", "HEAT-2", "regime", "SOCIAL_MESSAGE", "reason", "Автор уточнил: холодно в квартире");
        Instant due = Instant.parse(clock(journey, "FIRST_ANSWER").get("due").asText());
        assertThat(act("operator", journey, "reclassify", heating).status()).isEqualTo(403);
        assertThat(act("curator", journey, "reclassify", Map.of("category", "HEAT-2", "regime", "SOCIAL_MESSAGE"))
                        .body())
                .contains("Напишите, почему меняете тему или режим");
        assertThat(act("curator", journey, "reclassify", Map.of("category", "HEAT-2", "reason", "Так"))
                        .body())
                .contains("Выберите правовой режим");
        assertThat(Instant.parse(clock(journey, "FIRST_ANSWER").get("due").asText()))
                .isEqualTo(due);
        assertThat(act("curator", journey, "reclassify", heating).status()).isEqualTo(302);
        assertThat(journey.column("severity")).isEqualTo("P1");
        assertThat(Instant.parse(clock(journey, "FIRST_ANSWER").get("due").asText()))
                .isBefore(due);
        assertThat(history(journey))
                .anyMatch(line -> line.startsWith("Переквалификация: ") && line.contains("холодно в квартире"));
        assertThat(act("curator", journey, "reclassify", heating).body()).contains("те же, что были");
    }

    @ParameterizedTest
    @DisplayName("Без темы или с неизвестной темой переквалификации нет")
    @CsvSource({
        ",Выберите тему",
        "' ',Выберите тему",
        "NOTHING,Темы «NOTHING» нет в справочнике",
        "HEAT\u0000-2,нет в справочнике"
    })
    void aReclassificationNamesAKnownCategory(String category, String sentence) {
        ProcessJourney journey = inWork();
        List<String> before = history(journey);
        Map<String, String> form = new HashMap<>(Map.of("regime", "SOCIAL_MESSAGE", "reason", "Автор уточнил"));
        if (category != null) {
            form.put("category", category);
        }
        Answer refused = act("curator", journey, "reclassify", form);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains(sentence);
        assertThat(history(journey)).isEqualTo(before);
    }

    @Test
    @DisplayName("После завершения работы сроки не меняет никто")
    void aFinishedCaseKeepsItsClocks() {
        ProcessJourney journey = journeys.registered("Реклама").completes("userTask_triageMessage", "operator", SPAM);
        Visitor head = as("head");
        assertThat(head.get(page(journey)).body()).doesNotContain("Приостановить", "Продлить срок");
        for (String act : List.of("pause", "resume", "extend")) {
            Map<String, String> form = act.equals("pause") ? PAUSE : extension("TRIAGE", "1", "WORKING_DAYS");
            Answer refused = head.submit(page(journey), page(journey) + "/" + act, form);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains("Работа по инциденту завершена");
        }
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
        ProcessJourney journey = inWork();
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
