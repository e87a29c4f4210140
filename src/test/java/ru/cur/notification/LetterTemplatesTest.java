package ru.cur.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTemplatesTest {
    private static final Map<String, Object> LEVEL = Map.of(
            "number", "ПК-2026-000001",
            "categoryName", "Ямы & «выбоины» <на дорогах>",
            "municipalityName", "Арсеньевский городской округ",
            "clockTitle", "первый ответ",
            "severityTitle", "срочный",
            "due", "24.11.2026 18:00",
            "remaining", "осталось 2 ч 10 мин раб.",
            "levelTitle", "Прошло 75 % срока",
            "bodyName", "Администрация Арсеньева",
            "link", "https://cur.example/incidents/ПК-2026-000001");

    private final LetterTemplates templates = new LetterTemplates();

    @Test
    void aLevelSaysWhatWhereAndUntilWhen() {
        Letter letter = templates.render("escalation-level", LEVEL);

        assertThat(letter.subject())
                .isEqualTo(
                        "Прошло 75 % срока: ПК-2026-000001, Ямы & «выбоины» <на дорогах>, Арсеньевский городской округ");
        assertThat(letter.text()).isEqualTo("""
                Срок: первый ответ, до 24.11.2026 18:00
                Сейчас: осталось 2 ч 10 мин раб.
                Срочность: срочный
                Тема: Ямы & «выбоины» <на дорогах>
                Место: Арсеньевский городской округ
                Отвечает: Администрация Арсеньева

                https://cur.example/incidents/ПК-2026-000001""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number",
                "categoryName",
                "municipalityName",
                "clockTitle",
                "severityTitle",
                "due",
                "remaining",
                "levelTitle",
                "bodyName",
                "link"
            })
    void whatIsMissingLeavesNoHole(String field) {
        Map<String, Object> model = new HashMap<>(LEVEL);
        model.remove(field);
        Letter letter = templates.render("escalation-level", model);

        assertThat(letter.subject()).doesNotContain("null", ", ,", "[", "  ").doesNotEndWith(",");
        assertThat(letter.text()).doesNotContain("null", "[", ": \n", "\n\n\n", ", до\n");
    }

    @Test
    void ofNothingAtAllComesAtLeastASubject() {
        assertThat(templates.render("escalation-level", Map.of())).isEqualTo(new Letter("Срок инцидента", ""));
    }

    @Test
    void aSubjectIsOneLineAndNotEndless() {
        Letter letter = templates.render("escalation-level", Map.of("levelTitle", "Срок\n" + "😀".repeat(300)));

        assertThat(letter.subject()).startsWith("Срок 😀").endsWith("😀…");
        assertThat(letter.subject().codePointCount(0, letter.subject().length()))
                .isEqualTo(200);
        assertThat(letter.text()).isEmpty();
    }

    @Test
    void aDigestHoldsEveryLetter() {
        Letter letter = templates.render(
                "digest",
                Map.of(
                        "title", "Сводка за ночь",
                        "count", "2 сообщения",
                        "letters",
                                List.of(new Letter("Первое", "Строка 1\nСтрока 2"), new Letter("Второе", "Строка 3")),
                        "more", 0,
                        "tasks", "https://cur.example/camunda/app/tasklist/"));

        assertThat(letter.subject()).isEqualTo("Сводка за ночь: 2 сообщения");
        assertThat(letter.text()).isEqualTo("""
                1. Первое

                Строка 1
                Строка 2

                2. Второе

                Строка 3

                Задачи: https://cur.example/camunda/app/tasklist/""");
    }
}
