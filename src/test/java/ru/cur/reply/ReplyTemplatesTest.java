package ru.cur.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.TestDatabase;
import ru.cur.directory.Category;
import ru.cur.directory.DirectoryDatabase;

class ReplyTemplatesTest {
    private static final DataSource DATABASE = TestDatabase.migrated("templates");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);
    private static final CaseBrief BRIEF = new CaseBrief(
            List.of(new CaseBrief.Letter("vk", "Мария Тестова", null, "Трава")),
            "ул. Русская, 1",
            "Администрация",
            "IMPR-1");

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final ReplyTemplates templates = new ReplyTemplates(jdbc, number -> BRIEF, new ReplyLists(), CLOCK);

    @BeforeEach
    void onlyThoseThatCameWithTheProgram() {
        jdbc.sql("delete from reply_template where changed_by <> 'system'").update();
    }

    @Test
    void thoseThatComeWithTheProgramAreGoodAnswers() {
        ReplyChecks checks = new ReplyChecks(new ReplyLists(), Map.of("instagram", 2200), new ReplyChannels() {
            @Override
            public String title(String channel) {
                return channel;
            }

            @Override
            public boolean isPublic(String channel) {
                return true;
            }
        });
        List<String> categories = DirectoryDatabase.directory().categories().stream()
                .map(Category::code)
                .toList();
        assertThat(templates.all()).hasSizeGreaterThanOrEqualTo(12).allSatisfy(template -> {
            if (template.categoryCode() != null) {
                assertThat(categories).contains(template.categoryCode());
            }
            AnswerParts parts = template.parts();
            parts.check();
            AnswerParts promised = parts.plan() == null
                    ? parts
                    : new AnswerParts(
                            parts.done(),
                            parts.plan(),
                            LocalDate.of(2026, 12, 25),
                            parts.refusal(),
                            parts.legalGround());
            String text = AnswerText.compose(promised, new Greeting("Мария"), BRIEF);
            assertThat(checks.of(text, promised, BRIEF)).as(text).isEmpty();
        });
    }

    @Test
    void aCaseIsOfferedTheTemplatesOfItsCategoryAndTheGeneralOnesFilledIn() {
        templates.add(
                "IMPR-1", "Покос для автора", AnswerParts.done("{имя}, по адресу {адрес} скосил {орган}"), "curator");
        templates.add("ROAD-2", "Яма", AnswerParts.done("Яму засыпали"), "curator");
        assertThat(templates.forCase("ПК-2026-000001"))
                .extracting(ReplyTemplate::title)
                .contains("Покос для автора", "Вопрос о личных данных")
                .doesNotContain("Яма");
        assertThat(templates.forCase("ПК-2026-000001"))
                .filteredOn(template -> template.title().equals("Покос для автора"))
                .singleElement()
                .satisfies(template -> assertThat(template.parts().done())
                        .isEqualTo("Мария, по адресу ул. Русская, 1 скосил Администрация"));
    }

    @Test
    void whatIsRetiredIsNoLongerOfferedAndCanComeBack() {
        long id = templates.add("IMPR-1", "Старый", AnswerParts.done("Скосили"), "curator");
        templates.retire(id, "analyst");
        assertThat(templates.forCase("ПК-2026-000001")).noneMatch(template -> template.id() == id);
        assertThat(templates.find(id).orElseThrow().isRetired()).isTrue();
        long other = templates.add("IMPR-1", "старый", AnswerParts.done("Скосили"), "curator");
        assertThatThrownBy(() -> templates.restore(id, "analyst")).hasMessageContaining("уже есть");
        templates.retire(other, "analyst");
        templates.restore(id, "analyst");
        assertThat(templates.find(id).orElseThrow().isRetired()).isFalse();
    }

    @Test
    void aChangeKeepsTheTemplate() {
        long id = templates.add(null, "Общий", AnswerParts.done("Сделали"), "curator");
        templates.change(id, "ROAD-2", "Общий 2", new AnswerParts(null, null, null, "Нельзя", "закон № 1"), "analyst");
        assertThat(templates.find(id)).hasValueSatisfying(template -> {
            assertThat(template.title()).isEqualTo("Общий 2");
            assertThat(template.categoryCode()).isEqualTo("ROAD-2");
            assertThat(template.parts()).isEqualTo(new AnswerParts(null, null, null, "Нельзя", "закон № 1"));
            assertThat(template.changedBy()).isEqualTo("analyst");
        });
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            Общий                  | Сделано {телефон}   | Переменной {телефон} нет. Можно: {имя}, {адрес}, {дата}, {орган}
            Общий                  | Сделано {Адрес}     | Переменной {Адрес} нет
            Общий                  | Сделано {}          | Переменной {} нет
            Общий                  | Сделано {адрес      | Фигурная скобка без пары
            Общий                  | Сделано адрес}      | Фигурная скобка без пары
            Общий                  | ''                  | Заполните хотя бы одну часть
            ' '                    | Сделано             | Назовите шаблон
            Вопрос о личных данных | Сделано             | Шаблон с таким названием уже есть
            """)
    void aWrongTemplateIsRefusedInOneSentence(String title, String done, String sentence) {
        AnswerParts parts = new AnswerParts(done.isEmpty() ? null : done, null, null, null, null);
        assertThatThrownBy(() -> templates.add(null, title, parts, "curator"))
                .isInstanceOf(AnswerRefusal.class)
                .hasMessageContaining(sentence);
        assertThat(templates.all()).noneMatch(template -> template.title().equals("Общий"));
    }

    @Test
    void lengthsAreLimited() {
        assertThatThrownBy(() -> templates.add(null, "а".repeat(101), AnswerParts.done("Сделали"), "curator"))
                .hasMessageContaining("100 знаков");
        assertThatThrownBy(() -> templates.add(null, "Общий", AnswerParts.done("а".repeat(2001)), "curator"))
                .hasMessageContaining("2000 знаков");
    }
}
