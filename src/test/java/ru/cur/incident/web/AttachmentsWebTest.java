package ru.cur.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.accepted;
import static ru.cur.CaseSteps.answered;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.cur.Http;
import ru.cur.Http.Answer;
import ru.cur.ProcessJourney;
import ru.cur.Visitor;
import ru.cur.incident.attachment.SampleFiles;

/** Files over HTTP, as each role: who adds, who opens, what a browser is told. */
class AttachmentsWebTest extends CasePageVisit {
    private static final Map<String, String> AFTER = Map.of("purpose", "PHOTO_AFTER");
    private static final String[] AS_SCRIPT = {"Accept", "application/json"};

    private static String files(ProcessJourney journey) {
        return page(journey) + "/attachments";
    }

    private Answer add(Visitor person, ProcessJourney journey, String name, byte[] content, String... headers) {
        return person.upload("/reports", files(journey), AFTER, name, BodyPublishers.ofByteArray(content), headers);
    }

    private String added(ProcessJourney journey, String name, byte[] content) {
        Answer answer = add(as("vladivostok"), journey, name, content, AS_SCRIPT);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return files(journey) + "/" + answer.json().get("id").asText();
    }

    @ParameterizedTest
    @CsvSource({
        "operator, 201", "curator, 201", "head, 201", "vladivostok, 201", "vladivostokHead, 201",
        "manager, 403", "governor, 403", "analyst, 403", "arsenyev, 404", "primvodokanal, 404"
    })
    @DisplayName("Добавляют те, кто работает над инцидентом; чужая организация его не видит")
    void whoMayAdd(String login, int status) {
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
        Visitor person = as(login);

        Answer answer = add(person, journey, "люк.jpg", SampleFiles.jpeg(), AS_SCRIPT);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        if (status == 201) {
            assertThat(answer.json().get("mediaType").asText()).isEqualTo("image/jpeg");
            assertThat(answer.header("Location"))
                    .isEqualTo(answer.json().get("path").asText());
        } else {
            assertThat(answer.json().get("detail").asText()).containsPattern("[а-я]{4}");
        }
        assertThat(history(journey).stream().filter(line -> line.startsWith("Добавлен файл")))
                .hasSize(status == 201 ? 1 : 0);
        assertThat(person.get(page(journey)).body().contains("Добавить файл")).isEqualTo(status == 201);
    }

    @ParameterizedTest
    @CsvSource({
        "operator, 200",
        "curator, 200",
        "head, 200",
        "manager, 200",
        "governor, 200",
        "analyst, 200",
        "vladivostok, 200",
        "vladivostokHead, 200",
        "arsenyev, 404",
        "primvodokanal, 404"
    })
    @DisplayName("Оригинал открывают те, кто читает инцидент")
    void whoMayOpen(String login, int status) {
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
        String file = added(journey, "люк.jpg", SampleFiles.jpegFromVladivostok(1));

        for (String path : new String[] {file, file + "/preview", file + "/public", files(journey)}) {
            assertThat(as(login).get(path).status()).as(path).isEqualTo(status);
        }
    }

    @Test
    void nobodyIsSentToTheLogin() {
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
        String file = added(journey, "люк.jpg", SampleFiles.jpeg());

        assertThat(Http.nobody(port).get(URI.create(file).toASCIIString()).header("Location"))
                .endsWith("/login");
    }

    @Test
    @DisplayName(
            "Оригинал – как пришёл; копия для публикации и превью – без места съёмки; кто открыл оригинал, записано")
    void theOriginalSaysThePlaceAndTheCopyDoesNot() throws Exception {
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
        byte[] original = SampleFiles.jpegFromVladivostok(6);
        String file = added(journey, "люк.jpg", original);
        Visitor curator = as("curator");

        HttpResponse<byte[]> opened = curator.bytes(file);

        assertThat(opened.body()).isEqualTo(original);
        assertThat(opened.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(opened.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(opened.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("inline")
                .contains("filename*=UTF-8''%D0%BB%D1%8E%D0%BA.jpg");
        assertThat(opened.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'");
        assertThat(positions(original)).isEqualTo(1);
        assertThat(positions(curator.bytes(file + "/public").body())).isZero();
        assertThat(positions(curator.bytes(file + "/preview").body())).isZero();
        assertThat(jdbc.sql("select actor || ' ' || details from audit_event where kind = 'PERSONAL_DATA_OPENED'"
                                + " and details like :case")
                        .param("case", "%" + journey.number() + "%")
                        .query(String.class)
                        .list())
                .containsExactly("curator original with position " + file);
    }

    private static int positions(byte[] picture) throws Exception {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture))
                .getDirectoriesOfType(GpsDirectory.class)
                .size();
    }

    @ParameterizedTest
    @CsvSource({"акт.pdf, application/pdf, inline", "видео.mp4, video/mp4, attachment"})
    void onlyWhatRunsNothingIsShownInTheBrowser(String name, String type, String disposition) {
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
        String file = added(journey, name, name.endsWith("pdf") ? SampleFiles.pdf() : SampleFiles.mp4());

        Answer opened = as("curator").get(file);

        assertThat(opened.header("Content-Type")).isEqualTo(type);
        assertThat(opened.header("Content-Disposition")).startsWith(disposition);
        assertThat(as("curator").get(file + "/public").status()).isEqualTo(404);
        assertThat(as("curator").get(file + "/preview").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("Отказ – русское предложение: скрипту в JSON, человеку на странице, и ничего не изменилось")
    void aRefusalIsASentence() {
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
        byte[] html = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        Visitor person = as("vladivostok");

        Answer script = add(person, journey, "люк.jpg", html, AS_SCRIPT);
        assertThat(script.status()).isEqualTo(400);
        assertThat(script.header("Content-Type")).startsWith("application/problem+json");
        assertThat(script.json().get("detail").asText()).contains("Файл «люк.jpg» не принят", "веб-страница");

        Answer form = person.upload(page(journey), files(journey), AFTER, "люк.jpg", BodyPublishers.ofByteArray(html));
        assertThat(form.status()).isEqualTo(302);
        assertThat(form.header("Location")).endsWith("#attachments");
        assertThat(person.get(page(journey)).body()).contains("Файл «люк.jpg» не принят", "веб-страница");
        assertThat(person.get(page(journey)).body()).as("said once").doesNotContain("не принят");

        Answer nonsense = person.upload(
                page(journey), files(journey), Map.of("purpose", "X"), "люк.jpg", BodyPublishers.ofByteArray(html));
        assertThat(nonsense.status()).isEqualTo(400);
        assertThat(nonsense.body()).contains("Выберите файл и укажите, что в нём");
        assertThat(person.get(files(journey)).json().get("files")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {20 * 1024 * 1024 + 1, 21 * 1024 * 1024, 100 * 1024 * 1024})
    @DisplayName("Слишком большой файл – понятный ответ, а не обрыв связи")
    void aFileTooLargeIsExplained(long size) {
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
        Visitor person = as("vladivostok");

        Answer script = person.upload(page(journey), files(journey), AFTER, "люк.jpg", zeros(size), AS_SCRIPT);
        assertThat(script.status()).isIn(400, 413);
        assertThat(script.json().get("detail").asText()).contains("больше 20 МБ");

        Answer form = person.upload(page(journey), files(journey), AFTER, "люк.jpg", zeros(size));
        assertThat(form.status()).isIn(302, 413);
        assertThat(
                        form.status() == 413
                                ? form.body()
                                : person.get(page(journey)).body())
                .contains("больше 20 МБ");
        assertThat(person.get(files(journey)).json().get("files")).isEmpty();
    }

    private static BodyPublisher zeros(long size) {
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Zeros(size)), size);
    }

    /** As many zero bytes, without the memory for them. */
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
        public int read(byte[] into, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int read = (int) Math.min(length, left);
            left -= read;
            return read;
        }
    }

    @Test
    void aFormOfAnotherSiteAddsNothing() {
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));

        assertThat(as("vladivostok")
                        .post(files(journey), "--x--", "Content-Type", "multipart/form-data; boundary=x")
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("Страница инцидента: что это, кто и когда добавил, что уйдёт с ответом; лишнее удаляет добавивший")
    void thePageShowsTheFiles() {
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
        String file = added(journey, "люк.jpg", SampleFiles.jpegFromVladivostok(1));
        added(journey, "двор.webp", SampleFiles.webp());
        added(journey, "акт.docx", SampleFiles.docx());
        Visitor person = as("vladivostok");

        assertThat(person.get(page(journey)).body())
                .contains("Вложения", "люк.jpg", "Фото после работ", "Вера Тихонова", "В оригинале есть место съёмки")
                .contains("/preview\"", "в документе могут остаться имена авторов")
                .doesNotContain("Уйдёт с ответом")
                .doesNotContainPattern("<script(?![^>]* src=)[^>]*>");
        person.submit(page(journey), file + "/with-answer", Map.of("withAnswer", "true"));
        assertThat(person.get(page(journey)).body()).contains("Уйдёт с ответом", "Не отправлять с ответом");
        assertThat(as("manager").get(page(journey)).body())
                .contains("люк.jpg")
                .doesNotContain("Не отправлять с ответом", "Удалить", "Добавить файл");
        person.submit(page(journey), file + "/remove", Map.of());
        assertThat(person.get(page(journey)).body())
                .contains("Удалён файл")
                .doesNotContain(file.substring(file.lastIndexOf("/attachments/")) + '"');
        assertThat(as("curator").get(file).status()).isEqualTo(404);
        assertThat(as("curator").get(files(journey) + "/x").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("JSON инцидента и лента: адреса файлов и опубликованный снимок")
    void otherPlacesShowTheFiles() throws Exception {
        String school = String.valueOf(System.nanoTime());
        ProcessJourney journey = answered(journeys.registered("Трава у школы " + school));
        String file = added(journey, "люк.jpg", SampleFiles.jpegFromVladivostok(6));
        String id = file.substring(file.lastIndexOf('/') + 1);
        Visitor person = as("vladivostok");
        person.submit(page(journey), file + "/with-answer", Map.of("withAnswer", "true"));
        assertThat(person.get("/demo/feed/pictures/" + id).status())
                .as("not gone out yet")
                .isEqualTo(404);

        journey.completes("userTask_approveResponse", "curator", APPROVE);

        assertThat(json(journey).get("attachments"))
                .filteredOn(one -> one.path("fileName").asText().equals("люк.jpg"))
                .singleElement()
                .satisfies(one -> assertThat(one.get("url").asText())
                        .isEqualTo("http://localhost:8080" + URI.create(file).toASCIIString()));
        assertThat(person.get("/demo/feed?text=" + school).body()).contains("/demo/feed/pictures/" + id);
        byte[] shown = person.bytes("/demo/feed/pictures/" + id).body();
        assertThat(positions(shown)).isZero();
        assertThat(shown).isEqualTo(person.bytes(file + "/public").body());
    }
}
