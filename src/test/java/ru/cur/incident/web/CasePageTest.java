package ru.cur.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.SPAM;
import static ru.cur.CaseSteps.accepted;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.cur.Http;
import ru.cur.Http.Answer;
import ru.cur.ProcessJourney;
import ru.cur.Visitor;

class CasePageTest extends CasePageVisit {
    @ParameterizedTest
    @DisplayName("Страницу инцидента видят ЦУР и исполнитель, но не чужая организация")
    @CsvSource({"operator, 200", "curator, 200", "head, 200", "manager, 200", "vladivostok, 200", "arsenyev, 404"})
    void whoMayReadSeesThePage(String login, int status) {
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
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
        ProcessJourney journey = accepted(journeys.registered("Трава у школы")).after(Duration.ofHours(1));
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
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
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
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
        assertThat(as("curator").post(page(journey) + "/pause", PAUSE).status()).isEqualTo(403);
        assertThat(clock(journey, "FIRST_ANSWER").get("state").asText()).isEqualTo("RUNNING");
    }

    @Test
    void aReasonOfStrangeLettersOrEndlessLengthIsRefused() {
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
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
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
        assertThat(act("curator", journey, "resume", Map.of()).body()).contains("не приостановлены");
        act("curator", journey, "pause", PAUSE);
        assertThat(act("curator", journey, "pause", PAUSE).body()).contains("уже приостановлены");
    }

    @Test
    @DisplayName("Куратор меняет тему: срочность и сроки решены заново; без причины и в ту же тему – отказ")
    void aCuratorReclassifies() {
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
        Map<String, String> heating =
                Map.of("category", "HEAT-2", "regime", "SOCIAL_MESSAGE", "reason", "Автор уточнил: холодно в квартире");
        Instant due = Instant.parse(clock(journey, "FIRST_ANSWER").get("due").asText());
        assertThat(act("operator", journey, "reclassify", heating).status()).isEqualTo(403);
        assertThat(act("curator", journey, "reclassify", Map.of("category", "HEAT-2", "regime", "SOCIAL_MESSAGE"))
                        .body())
                .contains("Напишите, почему меняете тему, место или режим");
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
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
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
}
