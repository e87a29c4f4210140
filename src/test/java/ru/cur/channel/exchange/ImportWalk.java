package ru.cur.channel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.Http.Answer;
import ru.cur.Visitor;
import ru.cur.channel.exchange.table.SheetFiles;

/** Uploads files and works on their rows, as people do on the pages. */
abstract class ImportWalk extends ClockedTest {
    static final String ROOT = ExchangeAccess.ROOT;
    static final String UPLOAD = ROOT + "/imports";
    static final List<Object> HEADER = List.of(
            "Номер сообщения", "Тип", "Текст сообщения", "Заявитель", "Дата создания", "Муниципальное образование");

    final String id = UUID.randomUUID().toString().substring(0, 8);

    @LocalServerPort
    int port;

    @Autowired
    ImportRuns runs;

    @Autowired
    ImportWork work;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void onlyThisTestWorks() {
        journeys.restJobExecutor();
    }

    @AfterEach
    void forgetImports() {
        jdbc.sql("delete from import_run").update();
    }

    List<Object> row(int number) {
        return List.of(
                id + "-" + number,
                "Сообщение",
                "На Октябрьской, %d нет люка".formatted(number),
                "Анна К.",
                LocalDateTime.of(2026, 1, 20, 10, 30),
                "Арсеньев");
    }

    @SafeVarargs
    static byte[] pos(List<Object>... rows) {
        List<List<Object>> all = new ArrayList<>(List.of(HEADER));
        all.addAll(List.of(rows));
        return SheetFiles.workbook(all);
    }

    long upload(String login, byte[] file) {
        return upload(login, "pos", file);
    }

    long upload(String login, String source, byte[] file) {
        Answer page = send(login, source, file);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return Long.parseLong(page.response().uri().getPath().replaceFirst(".*/", ""));
    }

    Answer send(String login, String source, byte[] file) {
        return Visitor.following(port, login)
                .upload(ROOT, UPLOAD, Map.of("source", source), "выгрузка.xlsx", BodyPublishers.ofByteArray(file));
    }

    long confirmed(byte[] file) {
        return confirmed("pos", file);
    }

    long confirmed(String source, byte[] file) {
        long run = upload("operator", source, file);
        act("operator", run, "confirm");
        work.workAll();
        return run;
    }

    Answer act(String login, long run, String act) {
        return Visitor.following(port, login).submit(ROOT, UPLOAD + "/" + run + "/" + act, Map.of());
    }

    int messages() {
        return jdbc.sql("select count(*) from message where external_id like ?")
                .param("%" + id + "%")
                .query(Integer.class)
                .single();
    }

    int edits(String externalId) {
        return jdbc.sql(
                        "select count(*) from message_edit join message on message.id = message_id where external_id = ?")
                .param(externalId)
                .query(Integer.class)
                .single();
    }
}
