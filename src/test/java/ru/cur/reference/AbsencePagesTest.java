package ru.cur.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
import ru.cur.directory.Absences;

@CurTest
class AbsencePagesTest {
    private static final String PAGE = "/directory/absences";

    @LocalServerPort
    private int port;

    @Autowired
    private Absences absences;

    @Autowired
    private JdbcClient jdbc;

    private LocalDate today;

    @BeforeEach
    @AfterEach
    void everybodyIsAtWork() {
        jdbc.sql("delete from absence").update();
        today = absences.today();
    }

    @Test
    void nobodySeesItWithoutALogin() {
        assertThat(Http.nobody(port).get(PAGE).status()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "governor", "analyst"})
    void mostOfTheCurOnlyRead(String login) {
        absences.add("mingkh", null, today, today, "Отпуск", "curator");
        Visitor reader = Visitor.following(port, login);
        Answer page = reader.get(PAGE);
        assertThat(page.body())
                .contains("Мария Захарова", "сегодня нет", "никто", "Отпуск")
                .doesNotContain("Внести", "Вышел на работу");
        assertThat(reader.submit(PAGE, PAGE, form("mingkh", "")).status()).isEqualTo(403);
        assertThat(reader.submit(PAGE, PAGE + "/" + onlyId() + "/end", Map.of()).status())
                .isEqualTo(403);
        assertThat(absences.presentAndComing()).hasSize(1);
    }

    @Test
    void anExecutorReadsOfHisOwnOrganisationWithoutReasons() {
        absences.add("mingkh", null, today, today, "Болезнь", "curator");
        absences.add("vladivostokHead", "vladivostok", today, today, "Болезнь", "curator");
        Visitor reader = Visitor.following(port, "vladivostok");
        Answer page = reader.get(PAGE);
        assertThat(page.body())
                .contains("Виктор Гаврилов", "не показана", "Показаны сотрудники вашей организации")
                .doesNotContain("Мария Захарова", "Болезнь", "Внести", "Вышел на работу");
        assertThat(reader.submit(PAGE, PAGE, form("mingkh", "")).status()).isEqualTo(403);
        assertThat(reader.submit(PAGE, PAGE + "/" + onlyId() + "/end", Map.of()).status())
                .isEqualTo(403);
        assertThat(absences.presentAndComing()).hasSize(2);
    }

    @Test
    void anExecutorReadsHisOwnReason() {
        absences.add("vladivostok", null, today, today, "Болезнь", "curator");
        assertThat(Visitor.following(port, "vladivostok").get(PAGE).body())
                .contains("Вера Тихонова", "Болезнь")
                .doesNotContain("не показана");
    }

    @Test
    void theHeadOfABodyReadsTheReasonsOfHisOwnPeopleOnly() {
        absences.add("mingkh", null, today, today, "Учёба", "curator");
        absences.add("vladivostok", null, today, today, "По семейным делам", "curator");
        assertThat(Visitor.following(port, "vladivostokHead").get(PAGE).body())
                .contains("Вера Тихонова", "По семейным делам", "Вышел на работу")
                .doesNotContain("Мария Захарова", "не показана");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "head", "curator", "operator", "manager", "governor", "analyst"})
    void theCurReadsEverybodysReasons(String login) {
        absences.add("mingkh", null, today, today, "По семейным делам", "curator");
        assertThat(Visitor.following(port, login).get(PAGE).body())
                .contains("Мария Захарова", "По семейным делам")
                .doesNotContain("не показана", "Показаны сотрудники вашей организации");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "head", "curator"})
    void theCurEntersEverybodysAndLendsAnybody(String login) {
        Visitor editor = Visitor.following(port, login);
        Answer done = editor.submit(PAGE, PAGE, form("mingkh", "arsenyev"));
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body()).contains("Отсутствие внесено: Мария Захарова.", "Артём Белов", "Вышел на работу");

        assertThat(editor.submit(PAGE, PAGE + "/" + onlyId() + "/end", Map.of()).body())
                .contains("Мария Захарова: отсутствие больше не действует.", "Сейчас все на месте");
        assertThat(absences.presentAndComing()).isEmpty();
    }

    @Test
    void theHeadOfABodyEntersHisOwnPeople() {
        Visitor head = Visitor.following(port, "vladivostokHead");
        assertThat(head.get(PAGE).body()).contains("Вера Тихонова").doesNotContain("Мария Захарова");
        assertThat(head.submit(PAGE, PAGE, form("vladivostok", "vladivostokHead"))
                        .status())
                .isEqualTo(200);
        assertThat(head.submit(PAGE, PAGE, form("mingkh", "")).status()).isEqualTo(403);
        Answer lent = head.submit(PAGE, PAGE, form("vladivostokHead", "mingkh"));
        assertThat(lent.status()).isEqualTo(400);
        assertThat(lent.body()).contains("Замещать может только сотрудник вашей организации");
        assertThat(absences.presentAndComing()).hasSize(1);

        absences.add("mingkh", null, today, today, "Отпуск", "curator");
        long foreign = jdbc.sql("select id from absence where user_id = 'mingkh'")
                .query(Long.class)
                .single();
        assertThat(head.submit(PAGE, PAGE + "/" + foreign + "/end", Map.of()).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            person     | ghost      | Выберите сотрудника из списка.
            person     | ''         | Выберите сотрудника из списка.
            substitute | ghost      | Замещающий не найден.
            substitute | mingkh     | Сотрудник не может замещать сам себя.
            from       | ''         | Укажите первый день отсутствия.
            from       | завтра     | Укажите первый день отсутствия.
            from       | 2999-01-01 | Последний день раньше первого.
            from       | 0206-01-01 | Проверьте год.
            to         | ''         | Укажите последний день отсутствия.
            to         | 2999-01-01 | Проверьте год.
            reason     | ' '        | Укажите причину
            """)
    void whatIsWrongIsSaidInRussianAndChangesNothing(String field, String value, String complaint) {
        Map<String, String> form = form("mingkh", "");
        form.put(field, value);
        Answer refused = Visitor.following(port, "curator").submit(PAGE, PAGE, form);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains(complaint);
        assertThat(absences.presentAndComing()).isEmpty();
    }

    @Test
    void whatWasTypedStaysInTheForm() {
        Map<String, String> form = form("mingkh", "arsenyev");
        form.put("reason", "<b>\"Отпуск\"</b>");
        form.put("to", "");
        assertThat(Visitor.following(port, "curator").submit(PAGE, PAGE, form).body())
                .contains("value=\"&lt;b&gt;&quot;Отпуск&quot;&lt;/b&gt;\"", "value=\"mingkh\" selected")
                .doesNotContain("<b>\"Отпуск");
    }

    @Test
    void missingFieldsAndUnknownAbsencesAreNoFailure() {
        Visitor curator = Visitor.following(port, "curator");
        assertThat(curator.submit(PAGE, PAGE, Map.of()).status()).isEqualTo(400);
        assertThat(curator.submit(PAGE, PAGE + "/999999999/end", Map.of()).status())
                .isEqualTo(200);
        assertThat(curator.post(PAGE, Map.of("person", "mingkh")).status()).isEqualTo(403);
        assertThat(List.copyOf(absences.presentAndComing())).isEmpty();
    }

    private Map<String, String> form(String person, String substitute) {
        Map<String, String> form = new HashMap<>();
        form.put("person", person);
        form.put("substitute", substitute);
        form.put("from", today.toString());
        form.put("to", today.plusDays(3).toString());
        form.put("reason", "Отпуск");
        return form;
    }

    private long onlyId() {
        return absences.presentAndComing().get(0).id();
    }
}
