package ru.cur.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.CurTest;
import ru.cur.Http;
import ru.cur.Http.Answer;
import ru.cur.Visitor;
import ru.cur.reply.AnswerParts;
import ru.cur.reply.ReplyTemplate;
import ru.cur.reply.ReplyTemplates;

@CurTest
class TemplatePagesTest {
    private static final String PAGE = "/directory/templates";
    private static final String NEW = PAGE + "/new";

    @LocalServerPort
    private int port;

    @Autowired
    private ReplyTemplates templates;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void onlyThoseThatCameWithTheProgram() {
        jdbc.sql("delete from reply_template where changed_by <> 'system'").update();
    }

    @Test
    void nobodySeesThemWithoutALogin() {
        assertThat(Http.nobody(port).get(PAGE).status()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vladivostok", "vladivostokHead"})
    void aBodyFindsThemInItsFormsOnly(String login) {
        assertThat(Visitor.following(port, login).get(PAGE).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "head", "manager", "governor"})
    void theRestOfTheCurOnlyReads(String login) {
        long id = added();
        Visitor reader = Visitor.following(port, login);
        assertThat(reader.get(PAGE).body())
                .contains("Траву скосили", "IMPR-1 · ", "Проба", "для любой темы")
                .doesNotContain("Добавить шаблон", "Не предлагать", "Изменить:");
        assertThat(reader.get(PAGE + "/" + id).body()).contains("disabled").doesNotContain("Сохранить");
        for (String path : new String[] {PAGE, PAGE + "/" + id, PAGE + "/" + id + "/retire"}) {
            Answer denied = reader.submit(PAGE, path, form());
            assertThat(denied.status()).as(path).isEqualTo(403);
            assertThat(denied.body()).contains("Шаблоны меняют кураторы, аналитики и администратор.");
        }
        assertThat(templates.find(id).orElseThrow().isRetired()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "curator", "analyst"})
    void editorsAddChangeRetireAndBringBack(String login) {
        Visitor editor = Visitor.following(port, login);
        assertThat(editor.submit(NEW, PAGE, form()).body())
                .contains("Шаблон добавлен: Проба", "Сделано по адресу {адрес}");
        ReplyTemplate added = only();
        assertThat(added.changedBy()).isEqualTo(login);
        String own = PAGE + "/" + added.id();
        Map<String, String> changed = form();
        changed.put("title", "Проба 2");
        changed.put("refusal", "Нельзя\r\nникак");
        changed.put("legalGround", "закон № 1");
        assertThat(editor.submit(own, own, changed).body()).contains("Шаблон изменён: Проба 2");
        assertThat(templates.find(added.id()).orElseThrow().parts().refusal()).isEqualTo("Нельзя\nникак");
        assertThat(editor.submit(PAGE, own + "/retire", Map.of()).body())
                .contains("Шаблон больше не предлагается: Проба 2", "не предлагается", "Вернуть");
        assertThat(editor.submit(PAGE, own + "/restore", Map.of()).body())
                .contains("Шаблон снова предлагается: Проба 2");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            done        | Сделано {телефон} | Переменной {телефон} нет.
            done        | ''                | Заполните хотя бы одну часть
            refusal     | Нельзя            | Укажите нормативное основание
            title       | ' '               | Назовите шаблон
            title       | Траву скосили     | Шаблон с таким названием уже есть
            category    | XXXX-1            | Темы XXXX-1 нет в справочнике
            """)
    void whatIsWrongIsSaidInRussianAndChangesNothing(String field, String value, String complaint) {
        Map<String, String> form = form();
        form.put(field, value);
        form.put("plan", field.equals("done") ? "" : "План <b>такой</b>");
        Answer refused = Visitor.following(port, "curator").submit(NEW, PAGE, form);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains(complaint).doesNotContain("<b>такой");
        assertThat(templates.all()).allMatch(template -> template.changedBy().equals("system"));
    }

    @Test
    void aTitleThatIsTakenAgainStaysWithTheOther() {
        long old = added();
        templates.retire(old, "curator");
        templates.add(null, "проба", AnswerParts.done("Сделано"), "curator");
        assertThat(Visitor.following(port, "curator")
                        .submit(PAGE, PAGE + "/" + old + "/restore", Map.of())
                        .body())
                .contains("Шаблон с таким названием уже есть");
    }

    @Test
    void missingFieldsAndUnknownTemplatesAreNoFailure() {
        Visitor curator = Visitor.following(port, "curator");
        assertThat(curator.submit(NEW, PAGE, Map.of()).status()).isEqualTo(400);
        assertThat(curator.get(PAGE + "/999999999").status()).isEqualTo(404);
        assertThat(curator.get(PAGE + "/первый").status()).isEqualTo(404);
        assertThat(curator.submit(NEW, PAGE + "/999999999/retire", Map.of()).status())
                .isEqualTo(404);
        assertThat(curator.post(PAGE, form()).status()).isEqualTo(403);
        assertThat(templates.all()).allMatch(template -> template.changedBy().equals("system"));
    }

    private long added() {
        return templates.add("IMPR-1", "Проба", AnswerParts.done("Сделано"), "curator");
    }

    private ReplyTemplate only() {
        return templates.all().stream()
                .filter(template -> !template.changedBy().equals("system"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> form() {
        Map<String, String> form = new HashMap<>();
        form.put("title", "Проба");
        form.put("category", "IMPR-1");
        form.put("done", "Сделано по адресу {адрес}");
        return form;
    }
}
