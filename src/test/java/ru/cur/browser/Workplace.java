package ru.cur.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** One person at one browser: what he sees, clicks and types. Each step leaves a picture in {@code target/screenshots}. */
final class Workplace implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String ON_PAGE = "//label[starts-with(normalize-space(.), '%s')]";

    private final ChromeDriver browser = BrowserFinder.open();
    private final String address;
    private final String story;
    private int step;

    Workplace(String address, String story) {
        this.address = address;
        this.story = story;
    }

    Workplace logsIn(String login) {
        browser.get(address + "/login");
        find(By.id("username")).sendKeys(login);
        find(By.id("password")).sendKeys("demo", Keys.ENTER);
        sees(login.equals("manager") ? "Отчёты" : "Задачи моей организации");
        return this;
    }

    Workplace logsOut() {
        click(By.xpath("//a[contains(@class,'dropdown-toggle')][span[contains(@class,'glyphicon-user')]]"));
        click(By.xpath("//a[contains(normalize-space(.), 'Выйти')]"));
        sees("Вы вышли");
        return this;
    }

    /** From now on it is a phone. */
    Workplace asPhone() {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
        return this;
    }

    /** Whether nothing of the page is cut off on the right. */
    boolean fitsItsWidth() {
        return Boolean.TRUE.equals(
                browser.executeScript("return document.documentElement.scrollWidth <= window.innerWidth"));
    }

    /** Of the page that is open, below the program's own. */
    String path() {
        return browser.getCurrentUrl().substring(address.length());
    }

    Workplace opens(String path) {
        browser.get(address + path);
        return this;
    }

    /** Opens a prepared filter and in it the task of the case. */
    Workplace opensTask(String filter, String task, String number) {
        click(By.xpath(
                "//div[contains(@class,'task-filter')]//a[contains(normalize-space(.), '%s')]".formatted(filter)));
        click(By.xpath(("//li[contains(@class,'task')][.//*[normalize-space(.)='%s']]"
                        + "[.//*[normalize-space(.)='%s']]//h4/a")
                .formatted(task, number)));
        sees(number);
        find(By.cssSelector(".fjs-form"));
        picture(task);
        return this;
    }

    Workplace claims() {
        click(By.xpath("//button[normalize-space(.)='Взять себе']"));
        find(By.xpath("//button[normalize-space(.)='Завершить' and not(@disabled)]"));
        return this;
    }

    /** Chooses among radio buttons, or ticks a box. */
    Workplace chooses(String label) {
        wait("'%s' to be chosen".formatted(label)).until(driver -> {
            WebElement input = field(label);
            if (!input.isSelected()) {
                browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", input);
                input.click();
            }
            return input.isSelected();
        });
        return this;
    }

    Workplace types(String field, String text) {
        return types(field, text, "");
    }

    /** The text of the answer is made of its parts while they are typed. */
    Workplace composes(String text) {
        wait("the answer '%s'".formatted(text))
                .until(driver -> text.equals(field("Ответ автору").getDomProperty("value")));
        return this;
    }

    /** Types a date in the form in which people write it. */
    Workplace typesDate(String field, String date) {
        return types(field, date, Keys.ENTER);
    }

    /** Chooses from a list by its words. */
    Workplace picks(String field, String option) {
        return types(field, option, Keys.ENTER);
    }

    /** The form draws its fields anew after each choice: what was typed into an old one is typed once more. */
    private Workplace types(String field, String text, CharSequence end) {
        wait("'%s' in '%s'".formatted(text, field)).until(driver -> {
            WebElement input = field(field);
            browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", input);
            input.click();
            input.sendKeys(Keys.chord(Keys.CONTROL, "a"), text, end);
            leave(input);
            return text.equals(field(field).getDomProperty("value"));
        });
        return this;
    }

    /** A form takes words into its state when their field is left; if it draws itself before that, they are gone. */
    private void leave(WebElement input) {
        browser.executeAsyncScript(
                "const [input, done] = arguments; input.dispatchEvent(new Event('blur')); setTimeout(done, 50);",
                input);
    }

    /** Chooses a file with the button beside a field that asks for a link. */
    Workplace uploads(String field, Path file) {
        wait("a button for files beside '%s'".formatted(field)).until(driver -> {
            // The chooser itself is invisible, as its button opens the system's own window.
            field(field)
                    .findElement(By.xpath("./ancestor::*[contains(@class,'fjs-form-field')][1]//input[@type='file']"))
                    .sendKeys(file.toAbsolutePath().toString());
            return true;
        });
        return this;
    }

    /** What a field of a form holds. */
    String valueOf(String field) {
        return field(field).getDomProperty("value");
    }

    private WebElement field(String label) {
        return browser.findElement(
                By.id(find(By.xpath("//label[starts-with(normalize-space(.), '%s')]".formatted(label)))
                        .getDomAttribute("for")));
    }

    /** Opens what a page keeps folded. */
    Workplace expands(String summary) {
        click(By.xpath("//summary[normalize-space(.)='%s']".formatted(summary)));
        return this;
    }

    /** Chooses from a list of a page. */
    Workplace selects(String label, String option) {
        new Select(find(By.xpath(ON_PAGE.formatted(label) + "//select"))).selectByVisibleText(option);
        return this;
    }

    /** Types into a field of a page. */
    Workplace writes(String label, String text) {
        find(By.xpath(ON_PAGE.formatted(label) + "//*[self::input or self::textarea]"))
                .sendKeys(text);
        return this;
    }

    Workplace presses(String button) {
        click(By.xpath("//button[normalize-space(.)='%s']".formatted(button)));
        return this;
    }

    /** Opens the form that starts a process. */
    Workplace begins(String process) {
        click(By.xpath("//a[contains(normalize-space(.), 'Начать процесс')]"));
        click(By.xpath("//a[contains(normalize-space(.), '%s')]".formatted(process)));
        find(By.cssSelector(".modal-dialog .fjs-form"));
        return this;
    }

    /** Sends the form that starts a process; its window closes. */
    Workplace starts() {
        picture("filled");
        click(By.xpath("//button[normalize-space(.)='Начать']"));
        wait("the window to close").until(driver -> driver.findElements(By.cssSelector(".modal-dialog"))
                .isEmpty());
        return this;
    }

    Workplace follows(String link) {
        click(By.xpath("//a[contains(normalize-space(.), '%s')]".formatted(link)));
        return this;
    }

    /** What the browser gets when it follows the link: the first two characters of the file, as the browser's own user. */
    String beginningOfFile(String link) {
        String address = find(By.linkText(link)).getDomProperty("href");
        return (String) browser.executeAsyncScript(
                "const done = arguments[1]; fetch(arguments[0]).then(r => r.blob())"
                        + ".then(b => b.slice(0, 2).text()).then(done, e => done(String(e)))",
                address);
    }

    /** Sends the form; the task is done when it is no longer open. */
    Workplace completes() {
        picture("filled");
        click(By.xpath("//button[normalize-space(.)='Завершить']"));
        sees("Выберите задачу в списке");
        return this;
    }

    /** Sends the form, which is refused with this sentence. */
    Workplace completesInVain(String sentence) {
        click(By.xpath("//button[normalize-space(.)='Завершить']"));
        sees(sentence);
        picture("refused");
        return this;
    }

    Workplace sees(String text) {
        // Of the element's own text: that of an ancestor holds what is hidden, too.
        find(By.xpath("//body//*[text()[contains(normalize-space(.), '%s')]]".formatted(text)));
        return this;
    }

    void click(By what) {
        wait("a click on " + what)
                .ignoring(ElementClickInterceptedException.class)
                .until(driver -> {
                    driver.findElements(what).stream()
                            .filter(WebElement::isDisplayed)
                            .findFirst()
                            .orElseThrow(() -> new NoSuchElementException(what.toString()))
                            .click();
                    return true;
                });
    }

    WebElement find(By what) {
        return wait(what.toString()).until(driver -> {
            List<WebElement> shown = driver.findElements(what).stream()
                    .filter(WebElement::isDisplayed)
                    .toList();
            return shown.isEmpty() ? null : shown.get(0);
        });
    }

    private WebDriverWait wait(String what) {
        WebDriverWait wait = new WebDriverWait(browser, PATIENCE);
        // A notice of Tasklist covers the buttons for some seconds.
        wait.ignoring(ElementClickInterceptedException.class)
                .ignoring(StaleElementReferenceException.class, NoSuchElementException.class)
                .withMessage(() -> what + " on " + browser.getCurrentUrl() + ":\n"
                        + browser.findElement(By.tagName("body")).getText());
        return wait;
    }

    Workplace picture(String what) {
        step++;
        try {
            Files.createDirectories(PICTURES);
            Files.write(
                    PICTURES.resolve("%s-%02d-%s.png".formatted(story, step, what.replaceAll("[^\\p{L}\\d]+", "-"))),
                    browser.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    @Override
    public void close() {
        browser.quit();
    }
}
