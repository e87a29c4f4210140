package ru.cur.channel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.cur.Visitor;

/** A file comes in, from the upload to the cases. */
class ImportPagesTest extends ImportWalk {

    @ParameterizedTest
    @ValueSource(strings = {"operator", "curator", "admin"})
    void aFileIsLookedAtConfirmedAndRegistered(String login) {
        long run = upload(login, pos(row(1), row(2), List.of(id + "-3", "жалоба", "Текст")));
        assertThat(messages()).isZero();

        Visitor person = Visitor.following(port, login);
        assertThat(person.get(UPLOAD + "/" + run).body())
                .contains("Первые строки, как их поняла программа", "Анна К.", "сообщение платформы обратной связи")
                .contains("вид «жалоба» неизвестен")
                .contains("Зарегистрировать: 2 строки");
        person.submit(UPLOAD + "/" + run, UPLOAD + "/" + run + "/confirm", Map.of());
        work.workAll();

        ImportRun done = runs.find(run);
        assertThat(done.state()).isEqualTo(RunState.DONE);
        assertThat(done.created()).isEqualTo(2);
        assertThat(done.bad()).isEqualTo(1);
        assertThat(messages()).isEqualTo(2);
        assertThat(jdbc.sql("select legal_regime, incident.municipality_code, event_at::text from message"
                                + " join incident on incident.id = incident_id where external_id = ?")
                        .param(id + "-1")
                        .query()
                        .singleRow())
                .containsEntry("legal_regime", "POS_MESSAGE")
                .containsEntry("municipality_code", "ARS")
                .hasEntrySatisfying("event_at", at -> assertThat(at.toString()).contains("30:00"));
        assertThat(jdbc.sql("select actor from incident_event join message using (incident_id)"
                                + " where external_id = ? and kind = 'Сообщение зарегистрировано'")
                        .param(id + "-1")
                        .query(String.class)
                        .single())
                .isEqualTo(login);
        assertThat(person.get(UPLOAD + "/" + run).body()).contains("Закончена").doesNotContain("Остановить");
    }

    @Test
    void whatPeopleDoIsInTheAuditTrail() {
        long run = upload("curator", pos(row(1)));
        act("curator", run, "confirm");
        act("operator", run, "stop");
        Visitor.following(port, "operator").bytes(UPLOAD + "/" + run + "/errors.xlsx");

        assertThat(jdbc.sql("select actor || ' ' || kind from audit_event where details like ? order by id")
                        .param("import " + run + "%")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "curator IMPORT_UPLOADED",
                        "curator IMPORT_CONFIRMED",
                        "operator IMPORT_STOPPED",
                        "operator IMPORT_ERRORS_DOWNLOADED");
    }

    @Test
    void anAppealIsAnAppeal() {
        confirmed(pos(List.of(id + "-1", "Обращение", "Прошу отремонтировать дорогу")));

        assertThat(jdbc.sql("select legal_regime from incident join message on incident.id = incident_id"
                                + " where external_id = ?")
                        .param(id + "-1")
                        .query(String.class)
                        .single())
                .isEqualTo("APPEAL_59FZ");
    }

    @Test
    void theSameFileMakesNothingNew() {
        confirmed(pos(row(1), row(2)));

        long again = upload("operator", pos(row(1), row(2), row(3)));
        assertThat(runs.find(again).known()).isEqualTo(2);
        assertThat(Visitor.following(port, "operator").get(UPLOAD + "/" + again).body())
                .contains("уже было");
        act("operator", again, "confirm");
        work.workAll();

        assertThat(runs.find(again).repeated()).isEqualTo(2);
        assertThat(runs.find(again).created()).isEqualTo(1);
        assertThat(messages()).isEqualTo(3);
        assertThat(edits(id + "-1")).isZero();
    }

    @Test
    void anotherTextIsTheAuthorsEdit() {
        confirmed(pos(row(1)));

        confirmed(pos(List.of(id + "-1", "Сообщение", "Уже починили, спасибо")));

        assertThat(messages()).isEqualTo(1);
        assertThat(edits(id + "-1")).isEqualTo(1);
    }

    @Test
    void aRowOfImIsAMessageOfItsNetwork() {
        String file = """
                Номер инцидента;Источник;ID записи;Текст;Автор
                %1$s-1;ВКонтакте;wall-%1$s_1;Нет люка;Анна К.
                %1$s-2;Telegram;;Нет света;
                %1$s-3;Живой журнал;1;Нет воды;
                %1$s-4;VK;wall-%1$s_1;Нет люка!;
                """.formatted(id);

        long run = confirmed("im", file.getBytes(StandardCharsets.UTF_8));

        assertThat(jdbc.sql("select channel || ' ' || external_id from message where external_id like ? order by 1")
                        .param("%" + id + "%")
                        .query(String.class)
                        .list())
                .containsExactly("telegram im-" + id + "-2", "vk wall-" + id + "_1");
        assertThat(runs.firstBad(run, 10))
                .flatExtracting(ImportRuns.BadRow::problems)
                .extracting(RowProblem::what)
                .containsExactly("сеть «Живой журнал» неизвестна", "та же запись сети, что и в строке 2");
    }

    @Test
    void aMessageOfImKeepsTheNameUnderWhichItCameFirst() {
        String first = "Номер инцидента;Источник;ID записи;Текст\n%1$s-1;VK;;Нет люка\n".formatted(id);
        confirmed("im", first.getBytes(StandardCharsets.UTF_8));

        long again = confirmed("im", first.replace(";;", ";wall-" + id + ";").getBytes(StandardCharsets.UTF_8));

        assertThat(runs.find(again).repeated()).isEqualTo(1);
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void aStoppedImportGoesOnWhereItWas() {
        long run = upload("operator", pos(row(1), row(2), row(3)));
        act("operator", run, "confirm");
        work.work();
        act("operator", run, "stop");
        work.workAll();
        assertThat(messages()).isEqualTo(1);
        assertThat(Visitor.following(port, "operator").get(UPLOAD + "/" + run).body())
                .contains("Остановлена", "Продолжить")
                .doesNotContain("hx-trigger");

        act("operator", run, "resume");
        assertThat(Visitor.following(port, "operator").get(UPLOAD + "/" + run).body())
                .contains("Остановить", "every 2s");
        work.workAll();

        assertThat(messages()).isEqualTo(3);
        assertThat(runs.find(run).state()).isEqualTo(RunState.DONE);
    }

    @Test
    void aCancelledImportKeepsNothingOfTheFile() {
        long run = upload("operator", pos(row(1)));

        act("operator", run, "cancel");

        assertThat(jdbc.sql("select count(*) from import_row where run_id = ?")
                        .param(run)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(act("operator", run, "confirm").status()).isEqualTo(409);
        assertThat(Visitor.following(port, "operator").get(UPLOAD + "/" + run).body())
                .contains("Загрузку отменили");
    }

    @Test
    void whatIsRegisteredIsKeptOnce() {
        long run = confirmed(pos(row(1)));

        assertThat(jdbc.sql("select count(*) from import_row where run_id = ? and message is not null")
                        .param(run)
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
