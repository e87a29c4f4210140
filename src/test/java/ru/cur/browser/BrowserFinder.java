package ru.cur.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * A headless Chromium for tests: the one that CUR_BROWSER names, else one on the PATH, else what Selenium Manager downloads,
 * else, as root of a Debian or Ubuntu, what apt installs.
 */
final class BrowserFinder {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private BrowserFinder() {}

    static ChromeDriver open() {
        Optional<Path> browser = Optional.ofNullable(System.getenv("CUR_BROWSER"))
                .map(Path::of)
                .or(() -> NAMES.stream().flatMap(name -> onPath(name).stream()).findFirst());
        if (browser.isEmpty()) {
            try {
                return start(Optional.empty());
            } catch (WebDriverException noDownload) {
                browser = install();
                if (browser.isEmpty()) {
                    throw new IllegalStateException(
                            "No browser for the tests. Install Chromium with its driver (Debian, Ubuntu: apt-get install chromium"
                                    + " chromium-driver), or name a Chrome or Chromium in CUR_BROWSER.",
                            noDownload);
                }
            }
        }
        return start(browser);
    }

    private static ChromeDriver start(Optional<Path> browser) {
        ChromeOptions options = new ChromeOptions();
        browser.ifPresent(path -> options.setBinary(path.toFile()));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1500,1000",
                "--lang=ru");
        ChromeDriverService.Builder service = new ChromeDriverService.Builder();
        onPath("chromedriver").ifPresent(driver -> service.usingDriverExecutable(driver.toFile()));
        return new ChromeDriver(service.build(), options);
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> install() {
        if (!"root".equals(System.getProperty("user.name")) || onPath("apt-get").isEmpty()) {
            return Optional.empty();
        }
        // Another JVM of the tests may be doing the same.
        try (FileChannel lock = FileChannel.open(
                        Path.of("target", "browser-install.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            if (held.isValid() && onPath("chromium").isEmpty()) {
                run("apt-get", "update", "-q");
                run("apt-get", "install", "-q", "-y", "chromium", "chromium-driver");
            }
            return onPath("chromium");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(new File("target", "browser-install.log"));
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = builder.start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroy();
            }
        } catch (IOException e) {
            throw new IllegalStateException("Cannot run " + command[0], e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
