package ru.cur.channel.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import ru.cur.CurTest;
import ru.cur.MovableClock;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.NetworkEvent.Attached;
import ru.cur.channel.network.Troubles;
import ru.cur.incident.IncidentHistory;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.IncomingMessage;
import ru.cur.incident.IncomingMessage.Author;
import ru.cur.incident.IncomingMessage.Place;
import ru.cur.incident.LegalRegime;
import ru.cur.incident.MessageIntake;
import ru.cur.incident.attachment.CaseFiles;
import ru.cur.incident.attachment.Purpose;
import ru.cur.incident.attachment.StoredFile;
import ru.cur.reply.ReplyWaits;

@CurTest
class FileWorkTest {
    private final MovableClock clock = new MovableClock(MovableClock.at("2026-11-24T10:00"));
    private final String message = UUID.randomUUID().toString();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MessageIntake intake;

    @Autowired
    private CaseFiles caseFiles;

    @Autowired
    private IncidentHistory history;

    @Autowired
    private Troubles troubles;

    @Autowired
    private PlatformTransactionManager transactions;

    private Supplier<byte[]> network = FileWorkTest::picture;
    private FileStore store;
    private FileWork work;

    /** A network that does as a test says. */
    private final NetworkFiles files = new NetworkFiles() {
        @Override
        public Channel channel() {
            return Channel.MAX;
        }

        @Override
        public byte[] fetch(String source) {
            return network.get();
        }
    };

    @BeforeEach
    void prepare() {
        jdbc.sql("truncate channel_file").update();
        store = new FileStore(jdbc, clock);
        work = new FileWork(store, List.of(files), intake, caseFiles, history, troubles, transactions);
    }

    private static byte[] picture() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private IncidentNumber register() {
        IncomingMessage incoming = new IncomingMessage(
                "max", message, new Author("7", "Анна", null), "Яма", null, null, Place.UNKNOWN, List.of());
        return intake.receive(incoming, LegalRegime.SOCIAL_MESSAGE, "test").number();
    }

    private void attach(String name) {
        store.put(Channel.MAX, new Attached(message, "source", name));
        store.put(Channel.MAX, new Attached(message, "source", name));
    }

    private String state() {
        return jdbc.sql("select state || ' ' || attempts from channel_file")
                .query(String.class)
                .single();
    }

    private List<String> historyOf(IncidentNumber number) {
        return history.of(number).stream()
                .map(line -> line.kind() + ": " + line.details())
                .toList();
    }

    @Test
    void aFileBecomesOneOfItsCaseOnce() {
        IncidentNumber number = register();
        attach("яма.png");

        assertThat(work.work()).isTrue();
        assertThat(work.work()).isFalse();

        StoredFile file = caseFiles.list(number).get(0);
        assertThat(caseFiles.list(number)).hasSize(1);
        assertThat(file.fileName()).isEqualTo("яма.png");
        assertThat(file.purpose()).isEqualTo(Purpose.FROM_AUTHOR);
        assertThat(state()).isEqualTo("DONE 1");
    }

    @Test
    void aFileWaitsForItsMessage() {
        attach("яма.png");
        work.work();
        assertThat(state()).isEqualTo("WAITING 1");
        IncidentNumber number = register();
        clock.after(Duration.ofMinutes(1));

        work.work();

        assertThat(caseFiles.list(number)).hasSize(1);
    }

    @Test
    void aNetworkThatStandsStillCostsNoAttempt() {
        register();
        attach("яма.png");
        network = () -> {
            throw ReplyWaits.forNetwork("Сеть стоит", null);
        };
        for (int i = 0; i < 20; i++) {
            work.work();
            clock.after(Duration.ofMinutes(2));
        }

        assertThat(state()).isEqualTo("WAITING 0");
    }

    @Test
    void aFileThatCantBeHadIsGivenUpInTheEndAndTheCaseSaysSo() {
        IncidentNumber number = register();
        attach("яма.png");
        network = () -> {
            throw new IllegalStateException("timeout");
        };
        for (int i = 0; i < 7; i++) {
            work.work();
            clock.after(Duration.ofHours(13));
        }

        assertThat(state()).isEqualTo("REFUSED 6");
        assertThat(historyOf(number)).contains("Файл из сообщения не добавлен: яма.png: MAX не отдаёт файл");
        assertThat(troubles.latest(1).get(0).details())
                .isEqualTo("Файл к сообщению %s не получен: IllegalStateException".formatted(message));
    }

    @Test
    void aFileThatCasesDoNotTakeIsALineInTheHistory() {
        IncidentNumber number = register();
        attach("архив.zip");
        network = () -> new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0, 0, 0, 0};

        work.work();

        assertThat(state()).isEqualTo("REFUSED 1");
        assertThat(caseFiles.list(number)).isEmpty();
        assertThat(historyOf(number)).anyMatch(line -> line.startsWith("Файл из сообщения не добавлен: архив.zip: "));
    }

    @Test
    void aFileThatIsGoneIsNotAskedForAgain() {
        IncidentNumber number = register();
        attach("яма.png");
        network = () -> {
            throw new NetworkFiles.FileGone("файл больше 20 МБ");
        };

        work.work();

        assertThat(state()).isEqualTo("REFUSED 1");
        assertThat(historyOf(number)).contains("Файл из сообщения не добавлен: яма.png: файл больше 20 МБ");
    }

    @Test
    void ofTwoWhoFetchTheSameFileOneAddsIt() {
        IncidentNumber number = register();
        attach("яма.png");
        FileWork another = new FileWork(store, List.of(files), intake, caseFiles, history, troubles, transactions);
        network = () -> {
            network = FileWorkTest::picture;
            // The first one takes longer than its lease.
            clock.after(Duration.ofMinutes(6));
            another.work();
            return picture();
        };

        work.work();

        assertThat(caseFiles.list(number)).hasSize(1);
        assertThat(state()).isEqualTo("DONE 2");
    }
}
