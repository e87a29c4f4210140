package ru.cur.channel.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.FileStore.WaitingFile;
import ru.cur.channel.inbox.NetworkFiles.FileGone;
import ru.cur.channel.network.Troubles;
import ru.cur.incident.CaseRefusal;
import ru.cur.incident.IncidentHistory;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.MessageIntake;
import ru.cur.incident.attachment.CaseFiles;
import ru.cur.incident.attachment.Purpose;
import ru.cur.platform.background.BackgroundWork;
import ru.cur.reply.ReplyWaits;

/**
 * Fetches what people have attached and adds it to their cases. It never holds up a message: that is registered before, and what
 * can't be had is a line in the history of its case.
 */
@Component
public class FileWork implements BackgroundWork {
    /** Longer than any fetch takes. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration STANDSTILL = Duration.ofMinutes(1);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(3),
            Duration.ofHours(12));

    private final FileStore files;
    private final Map<Channel, NetworkFiles> networks = new EnumMap<>(Channel.class);
    private final MessageIntake messages;
    private final CaseFiles caseFiles;
    private final IncidentHistory history;
    private final Troubles troubles;
    private final TransactionTemplate transaction;

    FileWork(
            FileStore files,
            List<NetworkFiles> networks,
            MessageIntake messages,
            CaseFiles caseFiles,
            IncidentHistory history,
            Troubles troubles,
            PlatformTransactionManager transactions) {
        this.files = files;
        networks.forEach(network -> this.networks.put(network.channel(), network));
        this.messages = messages;
        this.caseFiles = caseFiles;
        this.history = history;
        this.troubles = troubles;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    /** Fetches one file. @return false when none waits */
    @Override
    public boolean work() {
        Optional<WaitingFile> waiting = files.take(LEASE);
        waiting.ifPresent(this::fetch);
        return waiting.isPresent();
    }

    private void fetch(WaitingFile file) {
        try {
            NetworkFiles network = Optional.ofNullable(networks.get(file.channel()))
                    .orElseThrow(() -> ReplyWaits.forNetwork("Канал отключён", null));
            add(file, network.fetch(file.source()));
        } catch (ReplyWaits standstill) {
            files.later(file, STANDSTILL, false);
        } catch (CaseRefusal | FileGone refusal) {
            refuse(file, refusal.getMessage());
        } catch (IOException | RuntimeException failure) {
            fail(file, failure);
        }
    }

    private void add(WaitingFile file, byte[] content) {
        IncidentNumber number =
                caseOf(file).orElseThrow(() -> new IllegalStateException("The message is not there yet"));
        transaction.executeWithoutResult(begun -> {
            if (files.done(file)) {
                keep(number, file, content);
            }
        });
    }

    private void keep(IncidentNumber number, WaitingFile file, byte[] content) {
        try {
            caseFiles.add(
                    number,
                    Purpose.FROM_AUTHOR,
                    file.name(),
                    new ByteArrayInputStream(content),
                    false,
                    IncidentHistory.SYSTEM);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Optional<IncidentNumber> caseOf(WaitingFile file) {
        return messages.find(file.channel().code(), file.externalId()).map(MessageIntake.Receipt::number);
    }

    private void fail(WaitingFile file, Exception failure) {
        if (file.attempts() <= PAUSES.size()) {
            files.later(file, PAUSES.get(file.attempts() - 1), true);
            return;
        }
        troubles.note(
                file.channel(),
                Troubles.Kind.FAILED,
                "Файл к сообщению %s не получен: %s"
                        .formatted(file.externalId(), failure.getClass().getSimpleName()));
        refuse(file, "%s не отдаёт файл".formatted(file.channel().title()));
    }

    private void refuse(WaitingFile file, String why) {
        transaction.executeWithoutResult(begun -> {
            files.refused(file, why);
            caseOf(file)
                    .ifPresent(number -> history.add(
                            number,
                            IncidentHistory.SYSTEM,
                            "Файл из сообщения не добавлен",
                            "%s: %s".formatted(file.name(), why)));
        });
    }
}
