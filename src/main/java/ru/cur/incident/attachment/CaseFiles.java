package ru.cur.incident.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import ru.cur.incident.CaseRefusal;
import ru.cur.incident.IncidentHistory;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.attachment.AttachmentStore.NewFile;
import ru.cur.incident.attachment.AttachmentStore.Usage;
import ru.cur.incident.attachment.AttachmentStore.Variant;
import ru.cur.reply.AnswerPublished;

/**
 * The files of a case. Originals are for those who may read the case, which is the caller's to ask; what may leave the
 * house is {@link #published}.
 */
@Service
public class CaseFiles {
    private final AttachmentStore store;
    private final IncidentHistory history;
    private final AttachmentProperties limits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CaseFiles(
            AttachmentStore store,
            IncidentHistory history,
            AttachmentProperties limits,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.history = history;
        this.limits = limits;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What people may attach. @param extensions with their dots @param maxFileBytes of one file */
    public record Limits(List<String> extensions, long maxFileBytes) {}

    /**
     * Adds a file to a case.
     *
     * @param fileName as it was sent; neither its extension nor what the sender says of the type is believed
     * @param withAnswer whether its copy for publication goes out with the next answer
     * @param actor login
     * @throws CaseRefusal when the file is none of those allowed, too large, damaged, or the case takes no more
     * @throws IOException when it can't be read to its end
     */
    public StoredFile add(
            IncidentNumber number,
            Purpose purpose,
            String fileName,
            InputStream content,
            boolean withAnswer,
            String actor)
            throws IOException {
        byte[] original = read(content);
        String name = FileName.clean(fileName);
        Inspection found = Inspection.of(original, name);
        if (withAnswer && found.unpublishable().isPresent()) {
            throw new CaseRefusal(found.unpublishable().get());
        }
        NewFile file = new NewFile(number, name, purpose, withAnswer, sha256(original), actor);
        return transaction.execute(begun -> keep(file, found, original));
    }

    private byte[] read(InputStream content) throws IOException {
        int largest = (int) limits.maxFileSize().toBytes();
        byte[] original = content.readNBytes(largest + 1);
        if (original.length > largest) {
            throw new CaseRefusal("Файл больше %s".formatted(FileSize.of(limits.maxFileSize())));
        }
        return original;
    }

    private StoredFile keep(NewFile file, Inspection found, byte[] original) {
        IncidentNumber number = file.number();
        mustGoOn(number);
        Usage used = store.usage(number);
        if (used.files() >= limits.maxFiles()) {
            throw new CaseRefusal("У инцидента уже %d файлов, больше не добавить".formatted(used.files()));
        }
        DataSize together = DataSize.ofBytes(used.bytes() + original.length);
        if (together.compareTo(limits.maxCaseSize()) > 0) {
            throw new CaseRefusal("Все файлы инцидента вместе не могут занимать больше %s, сейчас они занимают %s"
                    .formatted(FileSize.of(limits.maxCaseSize()), FileSize.of(used.bytes())));
        }
        long id = store.insert(file, found, original, clock.instant());
        history.add(
                number,
                file.actor(),
                "Добавлен файл: " + file.purpose().title(),
                "%s, %s".formatted(file.name(), FileSize.of(original.length)));
        return store.find(number, id).orElseThrow();
    }

    private void mustGoOn(IncidentNumber number) {
        if (store.lock(number).isFinal()) {
            throw new CaseRefusal("Работа по инциденту завершена, его файлы больше не меняются");
        }
    }

    /** In the order in which they were added. */
    public List<StoredFile> list(IncidentNumber number) {
        return store.of(number);
    }

    /** Empty when the case has no such file. */
    public Optional<StoredFile> find(IncidentNumber number, long id) {
        return store.find(number, id);
    }

    /** The bytes as they came, with all that they say; only for readers of the case. */
    public byte[] original(StoredFile file) {
        return store.bytes(file.id(), Variant.ORIGINAL).orElseThrow();
    }

    /** A small JPEG without metadata; empty when there is none. */
    public Optional<byte[]> preview(StoredFile file) {
        return store.bytes(file.id(), Variant.PREVIEW);
    }

    /** The copy that may leave the house; empty when nothing of the file may. */
    public Optional<PublishedFile> publicCopy(StoredFile file) {
        return file.isPublishable() ? Optional.of(published(file)) : Optional.empty();
    }

    /** What goes out with the latest answer of the case, or has gone out with it: pictures without position and author. */
    public List<PublishedFile> published(IncidentNumber number) {
        return store.ofLatestAnswer(number).stream().map(this::published).toList();
    }

    /** A file that has gone out with an answer, so that nothing of its copy is secret any more; empty for any other. */
    public Optional<PublishedFile> sent(long id) {
        return store.findSent(id).map(this::published);
    }

    private PublishedFile published(StoredFile file) {
        FileKind kind = FileKind.ofMediaType(file.mediaType());
        return new PublishedFile(
                file.id(), "photo-%d.%s".formatted(file.id(), kind.extension()), file.mediaType(), () -> store.bytes(
                                file.id(), Variant.PUBLIC)
                        .orElseGet(() -> original(file)));
    }

    /**
     * Chooses whether the file's copy goes out with the next answer.
     *
     * @throws CaseRefusal when there is no such file, it may not leave the house, or has left it already
     */
    @Transactional
    public void sendWithAnswer(IncidentNumber number, long id, boolean withAnswer, String actor) {
        StoredFile file = changeable(number, id);
        if (withAnswer && !file.isPublishable()) {
            throw new CaseRefusal(file.unpublishable());
        }
        if (file.withAnswer() != withAnswer) {
            store.setWithAnswer(id, withAnswer);
            history.add(
                    number,
                    actor,
                    withAnswer ? "Файл будет отправлен с ответом" : "Файл не будет отправлен с ответом",
                    file.fileName());
        }
    }

    /**
     * Removes a file that was added by mistake, with all its bytes; the history keeps its name.
     *
     * @throws CaseRefusal when there is no such file, it proves the work, has gone out with an answer, or is another person's
     */
    @Transactional
    public void remove(IncidentNumber number, long id, String actor) {
        StoredFile file = changeable(number, id);
        if (file.evidence()) {
            throw new CaseRefusal("Файл подтверждает работы, удалить его нельзя");
        }
        if (!actor.equals(file.addedBy())) {
            throw new CaseRefusal("Удалить файл может только тот, кто его добавил");
        }
        store.delete(id);
        history.add(number, actor, "Удалён файл: " + file.purpose().title(), file.fileName());
    }

    private StoredFile changeable(IncidentNumber number, long id) {
        mustGoOn(number);
        StoredFile file = store.find(number, id)
                .orElseThrow(() -> new CaseRefusal("Такого файла у инцидента нет: возможно, его уже удалили"));
        if (file.sent()) {
            throw new CaseRefusal("Файл уже ушёл с ответом автору, изменить это нельзя");
        }
        return file;
    }

    public Limits limits() {
        return new Limits(FileKind.allExtensions(), limits.maxFileSize().toBytes());
    }

    @EventListener
    void on(AnswerPublished event) {
        store.markSent(new IncidentNumber(event.number()));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
