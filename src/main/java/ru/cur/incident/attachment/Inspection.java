package ru.cur.incident.attachment;

import java.util.Arrays;
import java.util.Optional;
import ru.cur.incident.CaseRefusal;

/** A file that is let in, with what must be known of it and what is made of it. */
final class Inspection {
    /** Pictures of today's phones have up to 108 million; one that unpacks to more would choke the reader's browser. */
    private static final long MOST_PIXELS = 110_000_000;

    private static final String DOCUMENTS_STAY =
            "С ответом публикуются только изображения: в документе могут остаться имена авторов и правки";
    private static final String VIDEOS_STAY =
            "С ответом публикуются только изображения: из видео сведения о съёмке не удаляются";
    private static final String DAMAGED_EXIF =
            "Публиковать изображение нельзя: сведения о съёмке (EXIF) в нём повреждены. Сохраните его заново, например"
                    + " снимком экрана, и загрузите ещё раз";

    private final FileKind kind;
    private final boolean located;
    private final byte[] publicCopy;
    private final byte[] preview;
    private final String unpublishable;

    private Inspection(FileKind kind, boolean located, byte[] publicCopy, byte[] preview, String unpublishable) {
        this.kind = kind;
        this.located = located;
        this.publicCopy = publicCopy;
        this.preview = preview;
        this.unpublishable = unpublishable;
    }

    /** @param name with which the file came @throws CaseRefusal when it is not taken */
    static Inspection of(byte[] content, String name) {
        FileKind kind = FileTypes.of(content, name);
        if (kind.isPicture()) {
            return picture(kind, content);
        }
        return kind == FileKind.VIDEO
                ? new Inspection(kind, Position.isIn(content), null, null, VIDEOS_STAY)
                : new Inspection(kind, false, null, null, DOCUMENTS_STAY);
    }

    private static Inspection picture(FileKind kind, byte[] content) {
        CleanPicture clean = clean(kind, content);
        if (clean.pixels() > MOST_PIXELS) {
            throw new CaseRefusal("Изображение больше %d мегапикселей. Уменьшите его и загрузите снова"
                    .formatted(MOST_PIXELS / 1_000_000));
        }
        boolean located = Position.isIn(content);
        try {
            int orientation = Orientation.in(clean.exif());
            byte[] copy = clean.turned(orientation);
            return new Inspection(
                    kind,
                    located,
                    Arrays.equals(copy, content) ? null : copy,
                    Preview.of(copy, orientation).orElse(null),
                    null);
        } catch (UnreadableOrientation damaged) {
            byte[] shown = clean.turned(Orientation.UPRIGHT);
            return new Inspection(
                    kind, located, null, Preview.of(shown, Orientation.UPRIGHT).orElse(null), DAMAGED_EXIF);
        }
    }

    private static CleanPicture clean(FileKind kind, byte[] content) {
        try {
            return CleanPicture.of(kind, content);
        } catch (DamagedPicture damaged) {
            throw new CaseRefusal("Файл повреждён: изображение обрывается или испорчено. Сохраните его ещё раз");
        }
    }

    FileKind kind() {
        return kind;
    }

    /** Whether it says where it was taken. */
    boolean isLocated() {
        return located;
    }

    /** What may leave the house; empty when that is the original itself, or nothing. */
    Optional<byte[]> publicCopy() {
        return Optional.ofNullable(publicCopy);
    }

    /** A small JPEG. */
    Optional<byte[]> preview() {
        return Optional.ofNullable(preview);
    }

    /** Why nothing of it may leave the house, in Russian. */
    Optional<String> unpublishable() {
        return Optional.ofNullable(unpublishable);
    }
}
