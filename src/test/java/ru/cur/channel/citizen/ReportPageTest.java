package ru.cur.channel.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.Http.Answer;
import ru.cur.ProcessJourney;
import ru.cur.channel.citizen.CitizenVisit.Sent;
import ru.cur.incident.attachment.SampleFiles;

/** «Сообщить о проблеме» over HTTP, as a browser without scripts sends it. */
class ReportPageTest extends ClockedTest {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private CitizenVisit citizen;
    private int before;

    @BeforeEach
    void visit() {
        journeys.restJobExecutor();
        jdbc.sql("delete from call_window").update();
        citizen = new CitizenVisit(port);
        before = cases();
    }

    private int cases() {
        return jdbc.sql("select count(*) from incident").query(Integer.class).single();
    }

    @Test
    void theFormNeedsNoLogin() {
        Answer page = citizen.get("/citizen");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "<html lang=\"ru\">",
                        "Дороги",
                        "value=\"ROAD-2\"",
                        "Владивостокский городской округ",
                        "звоните")
                .doesNotContain("/camunda", "Выйти");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(page.response().headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.contains("JSESSIONID"));
    }

    @Test
    @DisplayName("Сообщение с фото зарегистрировано: категория, место, автор, снимки «до», ссылка с кодом")
    void aReportBecomesACase() {
        Map<String, byte[]> photos = new LinkedHashMap<>();
        photos.put("двор.jpg", SampleFiles.jpegFromVladivostok(6));
        photos.put("двор 2.png", SampleFiles.png());
        Sent sent = citizen.sends(
                citizen.report("lat", "43,1155", "lon", "131.8855", "name", "Мария", "contact", "+79001112233"),
                photos);
        assertThat(sent.body()).contains("Сообщение отправлено", sent.number(), "Трава по пояс", "Приложено фото: 2");
        ProcessJourney journey = journeys.of(sent.number()).runsJobs().isWaitingAt("userTask_triageMessage");
        assertThat(journey.column("category_code")).isEqualTo("IMPR-1");
        assertThat(journey.column("municipality_code")).isEqualTo("VLD");
        assertThat(journey.column("lat")).isEqualTo(43.1155);
        assertThat(jdbc.sql("select file_name || ' ' || purpose || ' ' || added_by from attachment where incident_id ="
                                + " (select id from incident where number = ?) order by id")
                        .param(sent.number())
                        .query(String.class)
                        .list())
                .containsExactly("двор.jpg PHOTO_BEFORE сайт", "двор 2.png PHOTO_BEFORE сайт");
        assertThat(jdbc.sql("select author_name || author_contact from message where incident_id ="
                                + " (select id from incident where number = ?)")
                        .param(sent.number())
                        .query(String.class)
                        .single())
                .isEqualTo("Мария+79001112233");
        assertThat(jdbc.sql("select code_hash from citizen_report where incident_number = ?")
                        .param(sent.number())
                        .query(String.class)
                        .single())
                .hasSize(64)
                .doesNotContain(sent.code());
    }

    @Test
    @DisplayName("Форма, отправленная дважды, регистрирует одно сообщение; обе ссылки открывают его")
    void sentTwice() {
        Map<String, String> form = citizen.report();
        Map<String, byte[]> photo = Map.of("a.jpg", SampleFiles.jpeg());
        Sent first = citizen.sends(form, photo);
        Sent second = citizen.sends(form, photo);
        assertThat(second.number()).isEqualTo(first.number());
        assertThat(second.code()).isNotEqualTo(first.code());
        for (Sent one : new Sent[] {first, second}) {
            assertThat(citizen.get(one.link()).body()).contains("Что вы написали", "Приложено фото: 1");
        }
        // Back to the form, something else typed: that is another report and no edit.
        form.put("text", "И ещё качели сломаны");
        assertThat(citizen.sends(form, Map.of()).number()).isNotEqualTo(first.number());
    }

    @Test
    @DisplayName("Одно фото не принято: ничего не зарегистрировано, названо какое, набранное осталось")
    void oneBadPhoto() {
        Map<String, byte[]> photos = new LinkedHashMap<>();
        photos.put("хорошее.jpg", SampleFiles.jpeg());
        photos.put("плохое.jpg", "<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        int files = files();
        Answer refused = citizen.send(citizen.report("text", "Яма & <яма>", "name", "Мария"), photos);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body())
                .contains("Фото «плохое.jpg» не принято", "Яма &amp; &lt;яма&gt;", "value=\"Мария\"", "ул. Русская, 10")
                .contains("value=\"IMPR-1\" selected=\"selected\"");
        assertThat(cases()).isEqualTo(before);
        assertThat(files()).isEqualTo(files);
        // Nor does a document pass for a photo, and a refusal does not count as a message.
        assertThat(citizen.send(citizen.report(), Map.of("акт.pdf", SampleFiles.pdf()))
                        .body())
                .contains("Фото «акт.pdf» не принято. Можно приложить только изображения");
        assertThat(jdbc.sql("select count(*) from call_window where caller like 'citizen:%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(cases()).isEqualTo(before);
    }

    private int files() {
        return jdbc.sql("select count(*) from attachment").query(Integer.class).single();
    }

    @Test
    void notMorePhotosThanAllowed() {
        Map<String, byte[]> photos = new HashMap<>();
        for (int i = 0; i < 6; i++) {
            photos.put(i + ".jpg", SampleFiles.jpeg());
        }
        assertThat(citizen.send(citizen.report(), photos).body()).contains("не больше 5 фото, выбрано 6");
        assertThat(cases()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    category     |            | Выберите, о чём сообщение
                    category     | NOPE       | Выберите, о чём сообщение
                    text         | '  '       | Напишите, что случилось
                    address      |            | Напишите адрес или определите место
                    municipality | XXX        | Выберите округ из списка
                    lat          | 43         | Нужны и широта, и долгота
                    lon          | восток     | Координаты – два числа
                    lat          | 91         | Координаты – два числа
                    website      | http://x   | Оставьте это поле пустым""")
    void whatIsWrongIsSaid(String field, String value, String words) {
        Answer answer = citizen.send(citizen.report(field, value == null ? "" : value), Map.of());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("Сообщение не отправлено", words);
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void positionAloneIsAPlace() {
        Sent sent = citizen.sends(citizen.report("address", "", "lat", "43.1", "lon", "131.9"), Map.of());
        assertThat(journeys.of(sent.number()).column("lon")).isEqualTo(131.9);
    }

    @ParameterizedTest
    @CsvSource({"text, 4001", "address, 501", "name, 201", "contact, 201"})
    void nothingEndlessIsTaken(String field, int length) {
        assertThat(citizen.send(citizen.report(field, "я".repeat(length)), Map.of())
                        .body())
                .contains("Не длиннее " + (length - 1));
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    @DisplayName("С одного адреса – не больше стольких сообщений в час; набранное не пропадает")
    void notTooMuchFromOneAddress() {
        Sent sent = citizen.sends(citizen.report(), Map.of());
        jdbc.sql("update call_window set calls = 100 where caller like 'citizen:%'")
                .update();
        Answer refused = citizen.send(citizen.report("text", "Сто первое"), Map.of());
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("отправили уже 100 сообщений за час", "Сто первое");
        assertThat(citizen.submit(sent, "messages", "text", "Добавка").body()).contains("отправили уже 100 сообщений");
        journeys.setClock(ru.cur.ProcessJourneys.MONDAY_MORNING.plusSeconds(3601));
        assertThat(citizen.send(citizen.report("text", "Через час"), Map.of()).status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("Чужой сайт не отправит форму за посетителя: страница по-русски, ничего не зарегистрировано")
    void aForgedFormIsRefused() {
        Map<String, String> form = citizen.report();
        form.put("_csrf", UUID.randomUUID().toString());
        Answer refused = citizen.send(form, Map.of());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("Страница была открыта слишком давно", "Сделай Приморье Лучше");
        assertThat(cases()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/citizen/",
                "/citizen/nowhere",
                "/citizen/requests/ИНЦ-1",
                "/citizen/requests/2099-000001",
                "/citizen/requests/2026-000001/photos/1",
                "/citizen/requests/2026-000001/photos/x"
            })
    void lostVisitorsGetAPageOfTheirOwn(String path) {
        Answer page = citizen.get(java.net.URI.create(path).toASCIIString());
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body())
                .contains("Не получилось", "Узнать статус по номеру")
                .doesNotContain("/reports");
    }

    @Test
    void tooMuchAtOnceIsToldOnAPageOfTheirOwn() {
        Answer refused = citizen.send(citizen.report(), Map.of("a.jpg", new byte[22 * 1024 * 1024]));
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.body()).contains("Фотографии вместе слишком большие", "Сделай Приморье Лучше");
        assertThat(cases()).isEqualTo(before);
    }
}
