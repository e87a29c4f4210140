package ru.cur.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static ru.cur.reporting.ReportDatabase.CLOCK;
import static ru.cur.reporting.ReportDatabase.ZONE;

import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class ReportsWebTest {

    private ReportDatabase database;
    private MockMvc web;

    @BeforeEach
    void start() {
        database = ReportDatabase.empty();
        database.incident("ПК-1", "admArsenyev", "CLOSED", "2026-11-02T10:00", "2026-11-02T18:00", "2026-11-02T11:00");
        database.incident("ПК-2", "primvodokanal", "ROUTED", "2026-11-02T10:00", "2026-11-02T18:00", null);
        database.incident("ПК-3", null, "NEW", "2026-11-02T10:00", null, null);
        RussianFormat format = new RussianFormat(ZONE);
        Bodies bodies = new Bodies(database.jdbc());
        ReportRequests requests = new ReportRequests(new ReportScopes(bodies), bodies, CLOCK, ZONE);
        SlaStatistics statistics = database.statistics(CLOCK);
        TimeStatistics times = new TimeStatistics(database.jdbc(), CLOCK, ZONE);
        web = MockMvcBuilders.standaloneSetup(
                        new ReportPages(requests, statistics, times, new CalendarWarning(database.jdbc()), format),
                        new ReportApi(requests, statistics, times),
                        new WorkbookDownload(
                                requests,
                                statistics,
                                times,
                                new SlaWorkbook(ZONE, format),
                                format,
                                new DataSourceTransactionManager(database.dataSource())))
                .setControllerAdvice(new ReportProblems())
                .setMessageConverters(new ByteArrayHttpMessageConverter(), json())
                .setViewResolvers(pages())
                .build();
    }

    @Test
    void aManagerSeesEveryBodyAndTheTotal() throws Exception {
        web.perform(as(get("/reports"), "managers"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Администрация Арсеньева"),
                                containsString("КГУП «Приморский водоканал»"),
                                containsString("Исполнитель не назначен"),
                                containsString("Всего"),
                                containsString("50,0\u00a0%"),
                                containsString("25.10.2026"))));
    }

    @Test
    void thePageHasNoInlineScriptsOrHandlers() throws Exception {
        String page = web.perform(as(get("/reports"), "managers"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(page).doesNotContainPattern("<script(?![^>]* src=)[^>]*>");
        assertThat(page).doesNotContainPattern("\\son[a-z]+=").doesNotContainPattern("\\sstyle=");
        assertThat(page).doesNotContain("https://", "http://www").doesNotContain("th:");
    }

    @Test
    void theHeadOfABodySeesTheOwnBodyOnly() throws Exception {
        web.perform(as(get("/reports"), "bodyHeads", "executors", "admArsenyev"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Администрация Арсеньевского городского округа"),
                                not(containsString("водоканал")),
                                not(containsString("Исполнитель не назначен")))));
        web.perform(as(get("/api/reports/sla"), "bodyHeads", "admArsenyev"))
                .andExpect(jsonPath("$.bodies.length()").value(1))
                .andExpect(jsonPath("$.total.received").value(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"primvodokanal", "-", "noSuchBody"})
    void theHeadOfABodyMayNotAskForAnother(String other) throws Exception {
        web.perform(as(get("/reports/cases").param("body", other), "bodyHeads", "admArsenyev"))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("Доступны только инциденты своей организации.")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/reports", "/reports/cases", "/reports/sla.xlsx", "/api/reports/sla", "/api/reports/sla.csv"})
    void anExecutorOrAHeadWithoutOrganisationIsRefused(String path) throws Exception {
        web.perform(as(get(path), "executors", "admArsenyev")).andExpect(status().isForbidden());
        web.perform(as(get(path), "bodyHeads")).andExpect(status().isForbidden());
        web.perform(as(get(path), "bodyHeads", "admArsenyev", "primvodokanal")).andExpect(status().isForbidden());
        web.perform(get(path)).andExpect(status().isForbidden());
    }

    @Test
    void aFigureOpensTheListOfItsCases() throws Exception {
        web.perform(as(get("/reports/cases").param("body", "primvodokanal").param("group", "OPEN_LATE"), "managers"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("ПК-2"),
                                containsString("Открытый люк"),
                                containsString("02.11.2026 18:00"),
                                containsString("Направлено исполнителю"),
                                not(containsString("ПК-1")))));
        web.perform(as(get("/reports/cases").param("body", "-").param("group", "RECEIVED"), "managers"))
                .andExpect(content().string(allOf(containsString("ПК-3"), not(containsString("ПК-2")))));
    }

    @Test
    void theListLinksToTheCaseAndExplainsItsTerm() throws Exception {
        database.clock("ПК-2", "Срок: 8 рабочих часов с 02.11.2026 10:00.");
        web.perform(as(get("/reports/cases").param("group", "OPEN_LATE"), "managers"))
                .andExpect(content()
                        .string(allOf(
                                containsString("/incidents/%D0%9F%D0%9A-2"),
                                containsString("Как рассчитан срок"),
                                containsString("Срок: 8 рабочих часов с 02.11.2026 10:00."))));
        byte[] book = web.perform(as(get("/reports/sla.xlsx"), "managers"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(book))) {
            assertThat(read.getSheet("Инциденты"))
                    .extracting(row -> String.valueOf(row.getCell(14)))
                    .contains("Срок: 8 рабочих часов с 02.11.2026 10:00.");
        }
    }

    @Test
    void thePageWarnsOfAMissingCalendar() throws Exception {
        web.perform(as(get("/reports"), "managers"))
                .andExpect(content().string(containsString("<span>2026</span> год не загружен")));
        database.jdbc()
                .sql("insert into calendar_year (year, status) values (2026, 'FINAL'), (2027, 'PROVISIONAL')")
                .update();
        web.perform(as(get("/reports"), "managers"))
                .andExpect(content().string(containsString("<span>2027</span> год не загружен")));
        database.jdbc().sql("update calendar_year set status = 'FINAL'").update();
        web.perform(as(get("/reports"), "managers")).andExpect(content().string(not(containsString("не загружен"))));
    }

    @Test
    void thePageShowsWhoHadTheTimeAndLeadsToTheCases() throws Exception {
        database.charge("ПК-1", 1, "SPAN", "CUR", 1800);
        database.charge("ПК-1", 2, "SPAN", "BODY", 5400);
        web.perform(as(get("/reports"), "managers"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Кому сколько времени принадлежало"),
                                containsString(">1,5</td>"),
                                containsString(">2,0</td>"),
                                containsString("group=ANSWERED"))));
        web.perform(as(get("/api/reports/time"), "managers"))
                .andExpect(jsonPath("$.bodies[0].workingSeconds.BODY").value(5400))
                .andExpect(jsonPath("$.total.totalSeconds").value(7200));
        web.perform(as(get("/api/reports/time.csv"), "managers"))
                .andExpect(content().contentType("text/csv;charset=UTF-8"));
    }

    @Test
    void reversedDatesAreExplainedOnThePage() throws Exception {
        web.perform(as(get("/reports").param("from", "2026-11-24").param("to", "2026-11-01"), "managers"))
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(allOf(containsString("позже его конца"), containsString("value=\"2026-11-24\""))));
    }

    @Test
    void badParametersOfOtherPathsAreExplainedToo() throws Exception {
        web.perform(as(get("/reports/sla.xlsx").param("from", "завтра"), "managers"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("«завтра»")));
        web.perform(as(get("/reports/cases").param("group", "<script>"), "managers"))
                .andExpect(status().isBadRequest());
        web.perform(as(get("/reports/cases").param("body", "nobody"), "managers"))
                .andExpect(status().isBadRequest());
        web.perform(as(get("/reports/cases").param("page", "x"), "managers")).andExpect(status().isBadRequest());
        for (String path : new String[] {"/api/reports/sla", "/api/reports/sla.csv"}) {
            web.perform(as(get(path).param("to", "2026-13-01"), "managers"))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().contentType("application/problem+json"))
                    .andExpect(jsonPath("$.field").value("to"));
        }
    }

    @Test
    void jsonCsvAndWorkbookShowTheSameFigures() throws Exception {
        web.perform(as(get("/api/reports/sla"), "analysts"))
                .andExpect(jsonPath("$.period.from").value("2026-10-25"))
                .andExpect(jsonPath("$.bodies[0].bodyId").value("primvodokanal"))
                .andExpect(jsonPath("$.bodies[0].openLate").value(1))
                .andExpect(jsonPath("$.bodies[0].calendarHours.mean").doesNotExist())
                .andExpect(jsonPath("$.total.shareInTime").value(0.5))
                .andExpect(jsonPath("$.total.workingHours.median").value(1.5));
        web.perform(as(get("/api/reports/sla.csv"), "analysts"))
                .andExpect(content().contentType("text/csv;charset=UTF-8"))
                .andExpect(
                        content().string(containsString("admArsenyev,Администрация Арсеньева,1,1,1,0,0,0,1.0,1.0,")));
        byte[] book = web.perform(as(get("/reports/sla.xlsx"), "analysts"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString(".xlsx")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(book))) {
            assertThat(read.getSheet("Сводка").getRow(9).getCell(7).getNumericCellValue())
                    .isEqualTo(0.5);
            assertThat(read.getSheet("Инциденты").getLastRowNum()).isEqualTo(3);
        }
    }

    private static MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request, String... groups) {
        String[] roles = Arrays.stream(groups).map(group -> "ROLE_" + group).toArray(String[]::new);
        return request.principal(new TestingAuthenticationToken("someone", "", roles));
    }

    private static MappingJackson2HttpMessageConverter json() {
        return new MappingJackson2HttpMessageConverter(Jackson2ObjectMapperBuilder.json()
                .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build());
    }

    private static ThymeleafViewResolver pages() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        ThymeleafViewResolver pages = new ThymeleafViewResolver();
        pages.setTemplateEngine(engine);
        pages.setCharacterEncoding("UTF-8");
        return pages;
    }
}
