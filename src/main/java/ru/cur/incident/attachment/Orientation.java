package ru.cur.incident.attachment;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** How a picture must be turned to stand upright, in the numbers of EXIF: 1 as it is, up to 8. */
final class Orientation {
    static final int UPRIGHT = 1;

    private static final byte[] EXIF_MARK = {'E', 'x', 'i', 'f', 0, 0};
    private static final int LAST = 8;
    private static final int TIFF_MAGIC = 0x4D4D002A; // big endian
    private static final int HEADER_LENGTH = 8;
    private static final short TYPE_SHORT = 3;
    private static final int BLOCK_LENGTH = 26;

    private Orientation() {}

    /**
     * @param exif an EXIF block, with or without the mark before its TIFF header; null when the picture has none
     * @throws UnreadableOrientation when the block is damaged where the orientation stands
     */
    static int in(byte[] exif) {
        if (exif == null) {
            return UPRIGHT;
        }
        Metadata metadata = new Metadata();
        new ExifReader().extract(new ByteArrayReader(exif, startsWithMark(exif) ? EXIF_MARK.length : 0), metadata);
        ExifIFD0Directory main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        if (main == null || main.hasErrors()) {
            throw new UnreadableOrientation(String.valueOf(metadata.getDirectories()));
        }
        Integer orientation = main.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
        return orientation == null || orientation < UPRIGHT || orientation > LAST ? UPRIGHT : orientation;
    }

    /** An EXIF block that says the orientation and nothing else, from its TIFF header on. */
    static byte[] block(int orientation) {
        return ByteBuffer.allocate(BLOCK_LENGTH)
                .putInt(TIFF_MAGIC)
                .putInt(HEADER_LENGTH)
                .putShort((short) 1) // entries
                .putShort((short) ExifDirectoryBase.TAG_ORIENTATION)
                .putShort(TYPE_SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0) // no other directory
                .array();
    }

    /** The same with the mark that JPEG asks for. */
    static byte[] markedBlock(int orientation) {
        return ByteBuffer.allocate(EXIF_MARK.length + BLOCK_LENGTH)
                .put(EXIF_MARK)
                .put(block(orientation))
                .array();
    }

    static boolean startsWithMark(byte[] block) {
        return block.length >= EXIF_MARK.length
                && Arrays.equals(block, 0, EXIF_MARK.length, EXIF_MARK, 0, EXIF_MARK.length);
    }
}
