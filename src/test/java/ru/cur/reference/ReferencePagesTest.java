package ru.cur.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.Http;
import ru.cur.Http.Answer;
import ru.cur.Visitor;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Clocks;
import ru.cur.sla.clock.Limit;

/** The pages over HTTP, as people with their roles. Dates are far ahead, so that no other test's terms move. */
class ReferencePagesTest extends ClockedTest {
    private static final String CALENDAR = "/directory/calendar";
    private static final String HOURS = "/directory/hours";
    private static final String TERMS = "/directory/terms";
    private static final String[] PAGES = {"/directory", CALENDAR, CALENDAR + "?year=2044", HOURS, TERMS};
    private static final long HUNDRED_MEGABYTES = 100L * 1024 * 1024;
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clocks clocks;

    @ParameterizedTest
    @ValueSource(strings = {"head", "curator", "manager", "analyst", "operator"})
    void theCurReadsAndDoesNotChange(String login) {
        Visitor visitor = Visitor.following(port, login);
        for (String page : PAGES) {
            Answer answer = visitor.get(page);
            assertThat(answer.status()).as(page).isEqualTo(200);
            assertThat(answer.body())
                    .contains("Справочники")
                    .doesNotContain("Изменить день", "Загрузить год", "Задать часы");
        }
        int before = drafts();
        assertThat(decree(visitor, "2044-03-14").status()).isEqualTo(403);
        assertThat(drafts()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vladivostok", "vladivostokHead", "primvodokanal"})
    void bodiesDoNotComeIn(String login) {
        Visitor visitor = Visitor.following(port, login);
        for (String page : PAGES) {
            Answer answer = visitor.get(page);
            assertThat(answer.status()).as(page).isEqualTo(403);
            assertThat(answer.body()).contains("Справочники открыты сотрудникам ЦУР");
        }
        assertThat(visitor.get("/directory/redatings/1").status()).isEqualTo(403);
        assertThat(decree(visitor, "2044-03-14").status()).isEqualTo(403);
    }

    @Test
    void theViceGovernorsOfTheBlocksAreListed() {
        assertThat(Visitor.following(port, "operator").get("/directory").body())
                .containsSubsequence(
                        "Вице-губернаторы по блокам",
                        "Отопление",
                        "Максим Дорохов",
                        "Здравоохранение",
                        "Светлана Руднева",
                        "Прочее",
                        "не назван");
    }

    @Test
    void aHeadOfABodyHasNoLinkInHisMenu() {
        assertThat(Visitor.following(port, "vladivostokHead").get("/reports").body())
                .doesNotContain("href=\"/directory\"");
        assertThat(Visitor.following(port, "manager").get("/reports").body()).contains("href=\"/directory\"");
    }

    @Test
    void nobodyIsSentToTheLogin() {
        assertThat(Http.nobody(port).get(CALENDAR).header("Location")).endsWith("/login");
    }

    @Test
    void aFormOfAnotherSiteChangesNothing() {
        Visitor admin = Visitor.following(port, "admin");
        Map<String, String> forged = new HashMap<>(dayOff("2044-03-14"));
        forged.put("_csrf", "forged");
        int before = drafts();

        Answer answer = admin.post(CALENDAR + "/day", forged);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(drafts()).isEqualTo(before);
    }

    @Test
    void theMissingYearIsSaidOnThePages() {
        Visitor admin = Visitor.following(port, "admin");

        assertThat(admin.get("/directory").body()).contains("не загружен").contains(">2027</span>");
        assertThat(admin.get(CALENDAR + "?year=2027").body()).contains("предварительный: выходные и праздники");
        assertThat(admin.get(CALENDAR + "?year=2026").body())
                .contains("утверждён")
                .contains("247 рабочих дней")
                .contains("Канун праздника", "из поставки программы");
        assertThat(admin.get(CALENDAR + "?year=2041").body()).contains("вычислено");
    }

    @Test
    void aYearIsImportedAfterALookAtWhatChanges() {
        String number = journeys.registered("Ответим к 2044 году").number();
        LocalDate promised = LocalDate.of(2044, 3, 14);
        clocks.change(number, "test", open -> open.start(ClockKind.LEGAL, new Limit.Until(promised), null, null));
        Visitor admin = Visitor.following(port, "admin");

        Answer draft = imports(admin, "2044", year("2044", "03.14"));

        assertThat(draft.status()).isEqualTo(200);
        assertThat(draft.body())
                .contains("Производственный календарь на 2044 год", "14.03.2044", "выходной", number, "Применить")
                .contains("14.03.2044 18:00", "15.03.2044 18:00");
        assertThat(admin.get(CALENDAR + "?year=2044").body()).contains("предварительный: выходные");
        String address = draft.response().uri().getPath();
        Answer redating = confirms(admin, address, version(draft));
        assertThat(redating.response().uri().getPath()).startsWith("/directory/redatings/");
        assertThat(redating.body())
                .contains("идёт", "Приостановить", "hx-trigger=\"every 2s\"")
                .doesNotContain("Продолжить");
        assertThat(admin.get(CALENDAR + "?year=2044").body()).contains("утверждён");
        pauseAndFinish(admin, redating.response().uri().getPath(), number);
        assertThat(confirms(admin, address, version(draft)).body()).contains("уже применено");
    }

    private void pauseAndFinish(Visitor admin, String path, String number) {
        assertThat(admin.submit(path, path + "/pause", Map.of()).body()).contains("приостановлен", "Продолжить");
        assertThat(Visitor.following(port, "manager")
                        .submit(path, path + "/resume", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(admin.submit(path, path + "/resume", Map.of()).body()).contains("идёт");
        journeys.of(path.substring(path.lastIndexOf('/') + 1))
                .runsJobs()
                .fires("timerEvent_calendarTakenUp")
                .isOver();
        assertThat(admin.get(path).body())
                .contains("завершён", number, "15.03.2044 18:00")
                .doesNotContain("hx-trigger");
    }

    @Test
    void aPreviewThatIsOutOfDateIsShownAgain() {
        Visitor admin = Visitor.following(port, "admin");
        Answer draft = decree(admin, "2043-03-16");
        String address = draft.response().uri().getPath();

        Answer stale = confirms(admin, address, "1");

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("Календарь изменился, посмотрите предпросмотр ещё раз", "Применить");
        assertThat(version(stale)).isEqualTo(version(draft));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2044 | <html>404</html>                       | веб-страница
            2044 | <calendar year="2043"/>                | календарь на 2043 год, а выбран 2044
            2044 | <!DOCTYPE x SYSTEM "file:///x"><x/>    | описание типа
            2050 | <calendar year="2050"/>                | от 2020 до 2045
            год  | <calendar year="2044"/>                | четыре цифры
            """)
    void aBadFileIsExplainedOnThePage(String year, String xml, String complaint) {
        Visitor admin = Visitor.following(port, "admin");
        int before = drafts();

        Answer answer = imports(admin, year, BodyPublishers.ofString(xml));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .contains(complaint)
                .contains("Загрузить год")
                .contains("name=\"year\" value=\"%s\"".formatted(year));
        assertThat(drafts()).isEqualTo(before);
    }

    @Test
    void aTableOfTermsThatNobodyHasSeenIsNotApplied() {
        Visitor admin = Visitor.following(port, "admin");
        int before = redatings();

        Answer refused = admin.submit(CALENDAR, TERMS + "/apply", Map.of("version", "0"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("Таблица сроков изменилась", "Что сдвинется");
        assertThat(redatings()).isEqualTo(before);
    }

    private int redatings() {
        return jdbc.sql("select count(*) from redating").query(Integer.class).single();
    }

    @Test
    void aFileOfAHundredMegabytesIsRefusedWithAPage() {
        Visitor admin = Visitor.following(port, "admin");
        int before = drafts();

        Answer answer = imports(
                admin,
                "2044",
                BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(() -> new Zeros(HUNDRED_MEGABYTES)), HUNDRED_MEGABYTES));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("Файл слишком большой").contains("данные не изменились");
        assertThat(drafts()).isEqualTo(before);
    }

    @Test
    void aFileALittleTooLargeIsExplainedOnThePage() {
        Visitor admin = Visitor.following(port, "admin");

        Answer answer = imports(admin, "2044", BodyPublishers.ofByteArray(new byte[1024 * 1024 + 1]));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("больше 1 МБ");
    }

    @Test
    void hoursThatMakeNoSenseStayInTheForm() {
        Visitor admin = Visitor.following(port, "admin");

        Answer answer = admin.submit(
                HOURS,
                HOURS,
                Map.of(
                        "organisation",
                        "primvodokanal",
                        "from",
                        "2044-01-01",
                        "workDay",
                        "",
                        "friday",
                        "",
                        "shortDay",
                        "09:00-13:00",
                        "dayOff",
                        "10:00-11:00",
                        "note",
                        "Дежурство"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .contains("нет рабочих часов")
                .contains("value=\"10:00-11:00\"", "value=\"Дежурство\"", "value=\"2044-01-01\"");
    }

    @Test
    void hoursAndZoneBecomeDrafts() {
        Visitor admin = Visitor.following(port, "admin");

        Answer hours = admin.submit(
                HOURS,
                HOURS,
                Map.of(
                        "organisation",
                        "primvodokanal",
                        "from",
                        "2044-01-01",
                        "workDay",
                        "00:00-24:00",
                        "shortDay",
                        "00:00-24:00",
                        "dayOff",
                        "00:00-24:00"));
        Answer zone = zone(admin, "Asia/Yakutsk");

        assertThat(hours.body()).contains("рабочие часы с 01.01.2044");
        assertThat(zone.body()).contains("часовой пояс Asia/Yakutsk");
        assertThat(zone(admin, "Луна").body()).contains("«Луна» неизвестен");
    }

    @Test
    void whatIsNotThereIsSaid() {
        Visitor admin = Visitor.following(port, "admin");

        assertThat(admin.get("/directory/redatings/999999").status()).isEqualTo(404);
        for (String address : List.of("/directory/drafts/999999", "/directory/drafts/x", "/directory/redatings/x")) {
            Answer answer = admin.get(address);
            assertThat(answer.status()).as(address).isEqualTo(404);
            assertThat(answer.body()).as(address).contains("Такой страницы нет");
        }
        assertThat(admin.get("/directory/drafts/999999").body()).contains("Такого черновика нет");
        assertThat(confirmsUnknown(admin).status()).isEqualTo(404);
        assertThat(admin.submit(CALENDAR, CALENDAR + "/day", Map.of("kind", "NONSENSE"))
                        .body())
                .contains("Поле формы не заполнено или заполнено неверно");
        assertThat(admin.get(CALENDAR + "?year=1999").body()).contains("от 2020 до 2045");
        assertThat(admin.get("/directory/nothing").status()).isEqualTo(404);
    }

    @Test
    void thePagesHaveNoInlineScriptsOrStyles() {
        Visitor admin = Visitor.following(port, "admin");
        for (String page : PAGES) {
            assertThat(admin.get(page).body())
                    .doesNotContainPattern("<script(?![^>]* src=)[^>]*>")
                    .doesNotContainPattern("\\son[a-z]+=")
                    .doesNotContainPattern("\\sstyle=")
                    .doesNotContain("th:", "https://");
        }
    }

    private static Answer decree(Visitor visitor, String day) {
        return visitor.submit(CALENDAR, CALENDAR + "/day", dayOff(day));
    }

    private static Map<String, String> dayOff(String day) {
        return Map.of("day", day, "kind", "OFF", "note", "Указ № 1");
    }

    private static Answer imports(Visitor visitor, String year, BodyPublisher file) {
        return visitor.upload(CALENDAR, CALENDAR + "/import", Map.of("year", year), "calendar.xml", file);
    }

    private static Answer zone(Visitor visitor, String zone) {
        return visitor.submit(HOURS, HOURS + "/zone", Map.of("organisation", "primvodokanal", "zone", zone));
    }

    private static Answer confirmsUnknown(Visitor visitor) {
        return visitor.submit(CALENDAR, "/directory/drafts/999999/confirm", Map.of("version", "1"));
    }

    private static Answer confirms(Visitor visitor, String draft, String version) {
        return visitor.submit(draft, draft + "/confirm", Map.of("version", version));
    }

    private static String version(Answer draft) {
        Matcher version = VERSION.matcher(draft.body());
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private static BodyPublisher year(String year, String dayOff) {
        return BodyPublishers.ofString(
                "<calendar year=\"%s\"><days><day d=\"%s\" t=\"1\"/></days></calendar>".formatted(year, dayOff));
    }

    private int drafts() {
        return jdbc.sql("select count(*) from calendar_draft")
                .query(Integer.class)
                .single();
    }

    /** So many bytes, made as they are read. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long size) {
            this.left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int from, int length) {
            int count = (int) Math.min(length, left);
            left -= count;
            return count == 0 ? -1 : count;
        }
    }
}
