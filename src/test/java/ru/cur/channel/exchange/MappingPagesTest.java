package ru.cur.channel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.CurTest;
import ru.cur.Http.Answer;
import ru.cur.Visitor;

/** What columns are called and words mean is decided on a page. */
@CurTest
class MappingPagesTest {
    private static final String ROOT = ExchangeAccess.ROOT + "/mapping/";

    @LocalServerPort
    private int port;

    @Autowired
    private MappingStore mappings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Mapping pos;

    @BeforeEach
    void remember() {
        pos = mappings.of(ExchangeSource.POS);
    }

    @AfterEach
    void restore() {
        Mapping now = mappings.of(ExchangeSource.POS);
        Map<String, String> typed = new HashMap<>(MappingForm.of(pos).typed());
        typed.put("version", String.valueOf(now.version()));
        mappings.change(new MappingForm(ExchangeSource.POS, typed).toMapping("system", clock.instant()));
    }

    @ParameterizedTest
    @EnumSource(ExchangeSource.class)
    void whatComesWithTheProgramIsComplete(ExchangeSource source) {
        MappingForm form = MappingForm.of(mappings.of(source));

        assertThat(form.problems()).isEmpty();
        assertThat(form.meanings(WordTopic.STATUS).keySet())
                .allSatisfy(status -> assertThat(form.value("word.STATUS." + status))
                        .as(status)
                        .isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "curator", "head", "analyst"})
    void theCurReads(String login) {
        Visitor reader = Visitor.following(port, login);
        Answer page = reader.get(ROOT + "pos");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Номер сообщения", "disabled", "Изменить это может администратор");
        assertThat(reader.submit(ROOT + "pos", ROOT + "pos", typed(Map.of())).status())
                .isEqualTo(403);
        assertThat(mappings.of(ExchangeSource.POS).version()).isEqualTo(pos.version());
    }

    @Test
    void anAdministratorChanges() {
        Answer page = save(Map.of(
                "in.TEXT", "Суть вопроса",
                "in.MEDIA", "",
                "zone", "Europe/Moscow",
                "order.BODY", "1",
                "order.NUMBER", "2",
                "out.PROMISED_ON", "",
                "word.KIND.POS_MESSAGE", "Сообщение, Проблема"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Сохранено", "Суть вопроса", "Андрей Ремизов");
        Mapping changed = mappings.of(ExchangeSource.POS);
        assertThat(changed.imported())
                .containsEntry(ImportField.TEXT, "Суть вопроса")
                .doesNotContainKey(ImportField.MEDIA);
        assertThat(changed.zone().getId()).isEqualTo("Europe/Moscow");
        assertThat(changed.exported().keySet())
                .containsExactly(
                        ExportField.BODY,
                        ExportField.NUMBER,
                        ExportField.INCIDENT,
                        ExportField.STATUS,
                        ExportField.ANSWER,
                        ExportField.ANSWERED_AT);
        assertThat(changed.meanings().get(WordTopic.KIND)).containsEntry("проблема", "POS_MESSAGE");
        assertThat(jdbc.sql(
                                "select count(*) from audit_event where actor = 'admin' and kind = 'EXCHANGE_MAPPING_CHANGED'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in.NUMBER|''|Загрузка: назовите столбец поля «Номер в той системе».",
                "in.KIND|''|Загрузка: назовите столбец поля «Вид: сообщение или обращение».",
                "in.ADDRESS|текст  СООБЩЕНИЯ|назван дважды",
                "out.NUMBER|''|Выгрузка: назовите столбец поля «Номер в той системе».",
                "out.STATUS|Текст ответа|Выгрузка: столбец «Текст ответа» назван дважды.",
                "zone|Asia/Nowhere|Часовой пояс: выберите его из списка.",
                "dateFormat|dd.MM.bbbb|Формат даты: такого нет",
                "dateFormat|дд.мм.гггг|Формат даты: в нём должны быть день",
                "dateFormat|HH:mm|Формат даты: в нём должны быть день",
                "word.KIND.APPEAL_59FZ|''|Слова: напишите, как называется «обращение по 59-ФЗ».",
                "word.KIND.APPEAL_59FZ|сообщение|Слова: «сообщение» стоит дважды.",
                "word.STATUS.CLARIFY|''|Слова: напишите, как называется «Уточнение у автора».",
                "in.TEXT|Те\u0001кст|недопустимый знак"
            })
    void nonsenseIsToldAndStaysInTheForm(String field, String value, String problem) {
        Answer page = save(Map.of(field, value, "in.PERMALINK", "Ссылка на карточку"));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains(problem, "Ссылка на карточку");
        assertThat(mappings.of(ExchangeSource.POS).version()).isEqualTo(pos.version());
    }

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsKept() {
        assertThat(save(Map.of("in.TEXT", "Первая правка")).status()).isEqualTo(200);

        Answer late = save(Map.of("in.TEXT", "Вторая правка"));

        assertThat(late.status()).isEqualTo(400);
        assertThat(late.body()).contains("Столбцы уже изменил кто-то другой", "Вторая правка");
        assertThat(mappings.of(ExchangeSource.POS).imported()).containsEntry(ImportField.TEXT, "Первая правка");
    }

    @Test
    void commasTooManyDoNoHarm() {
        assertThat(save(Map.of("word.KIND.POS_MESSAGE", "Сообщение, , Проблема,"))
                        .status())
                .isEqualTo(200);
    }

    private Answer save(Map<String, String> changes) {
        return Visitor.following(port, "admin").submit(ROOT + "pos", ROOT + "pos", typed(changes));
    }

    private Map<String, String> typed(Map<String, String> changes) {
        Map<String, String> typed = new HashMap<>(MappingForm.of(pos).typed());
        typed.putAll(changes);
        return typed;
    }
}
