package ru.cur.incident.attachment;

import java.nio.BufferUnderflowException;

/**
 * A picture of which only that is left which is needed to show it: pixels, colours, animation. Each format names what it
 * copies; the rest (EXIF, XMP, IPTC, comments, thumbnails, what phones append) is dropped, known or not, so nothing that a
 * program may yet invent slips through. Pixels are not decoded and stay as they are, bit by bit.
 */
interface CleanPicture {

    /** The original's block of EXIF, which says how it must be turned; null when there was none. */
    byte[] exif();

    /** The file anew. @param orientation what it says instead of all metadata; nothing for {@link Orientation#UPRIGHT} */
    byte[] turned(int orientation);

    /** Width times height as the file announces them. */
    long pixels();

    /** @throws DamagedPicture when the file is not whole */
    static CleanPicture of(FileKind kind, byte[] original) {
        try {
            return switch (kind) {
                case JPEG -> JpegPicture.read(original);
                case PNG -> PngPicture.read(original);
                case WEBP -> WebpPicture.read(original);
                case GIF -> GifPicture.read(original);
                default -> throw new IllegalStateException(kind + " is no picture");
            };
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException broken) {
            throw new DamagedPicture(broken);
        }
    }
}
