package ru.cur.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.DirectFieldAccessor;
import ru.cur.platform.StartupRefusal;

/** PostgreSQL from packaged binaries, with its data in a folder that belongs to one running program at a time. */
final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final long STOP_SECONDS = 30;

    private final FileChannel owner;
    private final EmbeddedPostgres postgres;
    private final AtomicBoolean closed;

    private EmbeddedDatabase(FileChannel owner, EmbeddedPostgres postgres) {
        this.owner = owner;
        this.postgres = postgres;
        this.closed = keepUntilClosed(postgres);
    }

    /**
     * The library stops its server in a shutdown hook of its own, while the program still needs it to end its work. It offers
     * no setting for that, but leaves alone what it believes to be closed.
     */
    private static AtomicBoolean keepUntilClosed(EmbeddedPostgres postgres) {
        AtomicBoolean closed = (AtomicBoolean) new DirectFieldAccessor(postgres).getPropertyValue("closed");
        closed.set(true);
        return closed;
    }

    /** @throws StartupRefusal when another program holds the folder, or PostgreSQL cannot live there */
    static EmbeddedDatabase startIn(Path folder) {
        FileChannel owner = own(folder);
        Path data = folder.resolve("postgres");
        try {
            stopAbandonedServer(data);
            return new EmbeddedDatabase(owner, start(data));
        } catch (IOException | IllegalStateException e) {
            close(owner);
            throw new StartupRefusal(
                    "Встроенный PostgreSQL не запустился в папке %s: %s. Освободите место, проверьте права на папку или укажите свой сервер в SPRING_DATASOURCE_URL."
                            .formatted(data, e.getMessage()),
                    e);
        }
    }

    String jdbcUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        closed.set(false);
        postgres.close();
        owner.close();
    }

    // The operating system drops this lock with the process, however that one dies; a file with a pid would stay.
    private static FileChannel own(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("owner.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                close(channel);
                throw new StartupRefusal(
                        "Папка данных %s занята другим запущенным экземпляром программы. Остановите его или укажите другую папку в CUR_DATA_DIR."
                                .formatted(folder));
            }
            return channel;
        } catch (IOException e) {
            throw new StartupRefusal(
                    "Папка данных %s недоступна для записи: %s. Укажите другую в CUR_DATA_DIR."
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisJvm) {
            return null;
        }
    }

    /** After a kill -9 of the program its PostgreSQL lives on without a master; as we own the folder, it is ours to stop. */
    private static void stopAbandonedServer(Path data) throws IOException {
        Optional<ProcessHandle> abandoned = serverOf(data);
        if (abandoned.isEmpty()) {
            return;
        }
        log.warn(
                "Stopping the PostgreSQL {} that an ended run has left in {}",
                abandoned.get().pid(),
                data);
        abandoned.get().destroy();
        try {
            abandoned.get().onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(
                    "прежний сервер (процесс %d) не остановился"
                            .formatted(abandoned.get().pid()),
                    e);
        }
    }

    private static Optional<ProcessHandle> serverOf(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::trim)
                .map(Long::valueOf)
                .flatMap(ProcessHandle::of)
                // The pid may have gone to someone else since a reboot.
                .filter(process -> process.info().command().orElse("").contains("postgres"));
    }

    private static EmbeddedPostgres start(Path data) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(START_TIMEOUT)
                // The library starts it for tests, which lose nothing when the machine does.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("timezone", "UTC");
        if (System.getProperty("os.name").startsWith("Linux")) {
            builder.setLocaleConfig("locale", "C.UTF-8");
        }
        return builder.start();
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            log.debug("The lock file was not closed", e);
        }
    }
}
