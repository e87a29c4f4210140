package ru.cur.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import ru.cur.CaseSteps;
import ru.cur.incident.attachment.SampleFiles;

/** A photo on its way from the executor's form to the answer that the author sees. */
class AttachmentBrowserTest extends BrowserStory {
    @TempDir
    private static Path photos;

    @Test
    @DisplayName("Фото из формы: отказ по-русски, введённое не пропадает, адрес заполнен, снимок уходит с ответом")
    void photo() throws Exception {
        Path page = Files.writeString(photos.resolve("подделка.jpg"), "<html><script>alert(1)</script></html>");
        Path photo = Files.write(photos.resolve("после.jpg"), SampleFiles.jpegFromVladivostok(6));
        String number = inWork();

        browser.logsIn("vladivostok")
                .opensTask("Мои задачи", "Выполнить работы", number)
                .chooses("Проблема устранена")
                .types("Что сделано", "Трава скошена и вывезена.")
                .uploads("Ссылка на фото «после» или акт", page)
                .sees("Файл «подделка.jpg» не принят: по содержимому это веб-страница")
                .picture("refused");
        assertThat(browser.valueOf("Ссылка на фото «после» или акт")).isEmpty();
        assertThat(browser.valueOf("Что сделано")).isEqualTo("Трава скошена и вывезена.");

        browser.uploads("Ссылка на фото «после» или акт", photo).sees("Загружен «после.jpg»");
        assertThat(browser.valueOf("Ссылка на фото «после» или акт")).startsWith("http://localhost:");
        assertThat(browser.valueOf("Что сделано")).isEqualTo("Трава скошена и вывезена.");
        browser.types("Ссылка на фото «до»", "https://photo.example/before.jpg")
                .types("Место работ", "Стадион школы № 54")
                .typesDate("Дата выполнения", RUSSIAN.format(today()))
                .completes()
                .opens("/incidents/" + encoded(number))
                .sees("после.jpg");
        browser.click(By.xpath("//button[normalize-space(.)='Отправить с ответом']"));
        browser.sees("Уйдёт с ответом").picture("page");
        complete("vladivostok", "userTask_prepareResponse", number, CaseSteps.ANSWER);
        complete("vladivostokHead", "userTask_endorseResponse", number, CaseSteps.ENDORSE);

        browser.opens("/camunda/app/tasklist/")
                .logsOut()
                .logsIn("curator")
                .opensTask("Ответы на согласовании", "Согласовать ответ", number)
                .claims();
        assertThat(browser.find(By.partialLinkText("/attachments/")).getDomAttribute("rel"))
                .isEqualTo("noopener noreferrer");
        browser.chooses("Согласовать и опубликовать").completes();
        becomes(number, "ANSWERED");
        browser.opens("/demo/feed?text=Трава у школы");
        assertThat(browser.find(By.cssSelector("article section img")).getDomProperty("naturalHeight"))
                .as("it stands upright")
                .isEqualTo("64");
        browser.picture("feed");
        assertThat(card(number).get("attachments"))
                .filteredOn(one -> one.hasNonNull("fileName"))
                .singleElement()
                .satisfies(one -> assertThat(one.get("kind").asText()).isEqualTo("EVIDENCE"));
    }

    /** A case that the Vladivostok administration has taken on. */
    private String inWork() {
        String number = arrives("Трава у школы", Map.of());
        complete("operator", "userTask_triageMessage", number, CaseSteps.route("IMPR-1", "VLD"));
        complete("vladivostok", "userTask_acceptIncident", number, CaseSteps.ACCEPT);
        return number;
    }
}
