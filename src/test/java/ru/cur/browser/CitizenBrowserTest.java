package ru.cur.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.ANSWER;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.ENDORSE;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.route;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import ru.cur.incident.attachment.SampleFiles;

/** A citizen with a phone: from a photo to the mark. */
class CitizenBrowserTest extends BrowserStory {
    @TempDir
    private static Path photos;

    @Test
    @DisplayName("Житель с телефона: сообщение с фото, статус по номеру, ответ, оценка по своей ссылке")
    void fromThePhotoToTheMark() throws Exception {
        Path forged = Files.writeString(photos.resolve("не фото.jpg"), "<html></html>");
        Path photo = Files.write(photos.resolve("двор.jpg"), SampleFiles.jpegFromVladivostok(6));
        browser.asPhone().opens("/citizen");
        new Select(browser.find(By.id("category"))).selectByVisibleText("Не скошена трава");
        new Select(browser.find(By.id("municipality"))).selectByVisibleText("Владивостокский городской округ");
        browser.types("Опишите своими словами", "Трава по пояс у песочницы")
                .types("Адрес или ориентир", "ул. Русская, 10");
        browser.find(By.id("photos")).sendKeys(forged.toString());
        browser.presses("Отправить").sees("Фото «не фото.jpg» не принято").picture("refused");
        assertThat(browser.valueOf("Опишите своими словами")).isEqualTo("Трава по пояс у песочницы");

        browser.find(By.id("photos")).sendKeys(photo.toString());
        browser.find(By.cssSelector("#previews img[src^='data:image/jpeg']"));
        assertThat(browser.fitsItsWidth()).isTrue();
        browser.picture("filled")
                .presses("Отправить")
                .sees("Сообщение отправлено")
                .sees("Приложено фото: 1");
        String number = browser.find(By.cssSelector("h1 span")).getText();
        String link = browser.path();
        assertThat(browser.fitsItsWidth()).isTrue();

        complete("operator", "userTask_triageMessage", number, route("IMPR-1", "VLD"));
        complete("vladivostok", "userTask_acceptIncident", number, ACCEPT);
        complete("vladivostok", "userTask_doWork", number, MOWN);
        complete("vladivostok", "userTask_prepareResponse", number, ANSWER);
        complete("vladivostokHead", "userTask_endorseResponse", number, ENDORSE);
        complete("curator", "userTask_approveResponse", number, APPROVE);
        becomes(number, "ANSWERED");

        browser.opens("/citizen/requests")
                .types("Номер сообщения", number.substring(3))
                .presses("Показать")
                .sees("Траву скосили и вывезли.");
        assertThat(browser.find(By.tagName("main")).getText()).doesNotContain("по пояс", "Вопрос решён?");
        browser.opens(link)
                .sees("Трава по пояс у песочницы")
                .sees("Вопрос решён?")
                .picture("answered");
        assertThat(browser.fitsItsWidth()).isTrue();
        browser.click(By.xpath("//label[normalize-space(.)='5']"));
        browser.types("Что понравилось или нет", "Спасибо, быстро!")
                .presses("Отправить оценку")
                .sees("Спасибо, оценка записана");
        becomes(number, "CLOSED");
        assertThat(card(number).get("category").toString()).contains("Не скошена трава");
    }
}
