package ru.cur.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import ru.cur.CaseSteps;
import ru.cur.Http;
import ru.cur.ProgramProcess;
import ru.cur.incident.attachment.SampleFiles;

/** A photo on its way from the executor's form to the answer that the author sees. */
class AttachmentBrowserTest {
    @TempDir
    private static Path data;

    @TempDir
    private static Path photos;

    private static ProgramProcess program;
    private static int port;

    @BeforeAll
    static void startProgram() throws Exception {
        program = ProgramProcess.start(
                data, Map.of("server.port", "0", "spring.profiles.active", "demo", "cur.demo.cases", "0"));
        port = program.waitUntilReady();
    }

    @AfterAll
    static void stopProgram() throws Exception {
        program.close();
    }

    @Test
    @DisplayName("Фото из формы: отказ по-русски, введённое не пропадает, адрес заполнен, снимок уходит с ответом")
    void photo() throws Exception {
        Path page = Files.writeString(photos.resolve("подделка.jpg"), "<html><script>alert(1)</script></html>");
        Path photo = Files.write(photos.resolve("после.jpg"), SampleFiles.jpegFromVladivostok(6));
        String number = inWork();

        try (Workplace browser = new Workplace("http://localhost:" + port, "photo")) {
            browser.logsIn("vladivostok")
                    .opensTask("Мои задачи", "Выполнить работы", number)
                    .chooses("Проблема устранена")
                    .types("Что сделано", "Трава скошена и вывезена.")
                    .uploads("Ссылка на фото или акт", page)
                    .sees("Файл «подделка.jpg» не принят: по содержимому это веб-страница")
                    .picture("refused");
            assertThat(browser.valueOf("Ссылка на фото или акт")).isEmpty();
            assertThat(browser.valueOf("Что сделано")).isEqualTo("Трава скошена и вывезена.");

            browser.uploads("Ссылка на фото или акт", photo).sees("Загружен «после.jpg»");
            assertThat(browser.valueOf("Ссылка на фото или акт"))
                    .startsWith("http://localhost:" + port + "/incidents/%D0%9F%D0%9A-");
            assertThat(browser.valueOf("Что сделано")).isEqualTo("Трава скошена и вывезена.");
            browser.completes().opens("/incidents/" + encoded(number)).sees("после.jpg");
            browser.click(By.xpath("//button[normalize-space(.)='Отправить с ответом']"));
            browser.sees("Уйдёт с ответом").picture("page");
            complete("vladivostok", "userTask_prepareResponse", number, CaseSteps.ANSWER);

            browser.opens("/camunda/app/tasklist/")
                    .logsOut()
                    .logsIn("curator")
                    .opensTask("Ответы на согласовании", "Согласовать ответ", number)
                    .claims();
            assertThat(browser.find(By.partialLinkText("/attachments/")).getDomAttribute("rel"))
                    .isEqualTo("noopener noreferrer");
            browser.chooses("Согласовать и опубликовать").completes();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> json(number).get("status").asText(), "CLOSED"::equals);
            browser.opens("/demo/feed");
            assertThat(browser.find(By.cssSelector("article section img")).getDomProperty("naturalHeight"))
                    .as("it stands upright")
                    .isEqualTo("64");
            browser.picture("feed");
        }
        assertThat(json(number).get("attachments"))
                .singleElement()
                .satisfies(one -> assertThat(one.get("kind").asText()).isEqualTo("EVIDENCE"));
    }

    private static Http as(String login) {
        return Http.nobody(port).as(login);
    }

    private static JsonNode json(String number) {
        return as("curator").get("/api/incidents/" + encoded(number)).json();
    }

    /** A case that the Vladivostok administration has taken on. */
    private static String inWork() {
        String number = Http.nobody(port)
                .post(
                        "/api/messages",
                        Map.of(
                                "channel",
                                "vk",
                                "externalId",
                                "photo-1",
                                "author",
                                Map.of("name", "Анна"),
                                "text",
                                "Трава"),
                        "X-API-Key",
                        "demo")
                .json()
                .get("number")
                .asText();
        complete("operator", "userTask_triageMessage", number, CaseSteps.route("IMPR-1", "VLD"));
        complete("vladivostok", "userTask_acceptIncident", number, CaseSteps.ACCEPT);
        return number;
    }

    private static void complete(String login, String task, String number, Map<String, Object> form) {
        String list = "/engine-rest/task?taskDefinitionKey=%s&processVariables=incidentNumber_eq_%s"
                .formatted(task, encoded(number));
        String id = await().atMost(Duration.ofSeconds(30))
                .until(() -> as("admin").get(list).json(), tasks -> !tasks.isEmpty())
                .get(0)
                .get("id")
                .asText();
        Map<String, Object> variables = new HashMap<>();
        form.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        Http.Answer answer = as(login).post("/engine-rest/task/" + id + "/submit-form", Map.of("variables", variables));
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
