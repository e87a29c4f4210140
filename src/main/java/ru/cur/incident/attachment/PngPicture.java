package ru.cur.incident.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** PNG: a signature, then chunks of length, type, content and checksum. */
final class PngPicture implements CleanPicture {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int AROUND_CONTENT = 12;
    private static final int WIDTH = 16;
    private static final String HEADER = "IHDR";
    private static final String PIXELS = "IDAT";
    private static final String END = "IEND";
    private static final String EXIF = "eXIf";

    /** What decides how the picture looks, and the animation of APNG. */
    private static final Set<String> NEEDED = Set.of(
            "PLTE", PIXELS, END, "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "pHYs",
            "acTL", "fcTL", "fdAT");

    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private final ByteArrayOutputStream rest;
    private byte[] exif;

    private PngPicture(int size) {
        this.rest = new ByteArrayOutputStream(size);
    }

    static PngPicture read(byte[] original) {
        PngPicture picture = new PngPicture(original.length);
        picture.readChunks(ByteBuffer.wrap(original));
        return picture;
    }

    @Override
    public byte[] exif() {
        return exif;
    }

    @Override
    public long pixels() {
        ByteBuffer start = ByteBuffer.wrap(header.toByteArray());
        return Integer.toUnsignedLong(start.getInt(WIDTH))
                * Integer.toUnsignedLong(start.getInt(WIDTH + Integer.BYTES));
    }

    @Override
    public byte[] turned(int orientation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(rest.size() + 128);
        out.writeBytes(header.toByteArray());
        if (orientation != Orientation.UPRIGHT) {
            out.writeBytes(chunk(EXIF, Orientation.block(orientation)));
        }
        out.writeBytes(rest.toByteArray());
        return out.toByteArray();
    }

    private void readChunks(ByteBuffer in) {
        if (in.getLong() != SIGNATURE) {
            throw new DamagedPicture("no signature of a PNG");
        }
        header.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(SIGNATURE).array());
        boolean pixels = false;
        String type = "";
        while (!type.equals(END)) {
            byte[] chunk = next(in);
            type = new String(chunk, Integer.BYTES, Integer.BYTES, StandardCharsets.ISO_8859_1);
            if (header.size() == Long.BYTES) {
                mustBe(type.equals(HEADER));
                header.writeBytes(chunk);
            } else if (NEEDED.contains(type)) {
                rest.writeBytes(chunk);
            } else if (type.equals(EXIF) && exif == null) {
                exif = content(chunk);
            }
            pixels |= type.equals(PIXELS);
        }
        mustBe(pixels);
    }

    private static void mustBe(boolean whole) {
        if (!whole) {
            throw new DamagedPicture("a PNG without its header or its pixels");
        }
    }

    private static byte[] next(ByteBuffer in) {
        int length = in.getInt(in.position());
        if (length < 0 || length > in.remaining() - AROUND_CONTENT) {
            throw new DamagedPicture("a chunk of PNG that goes beyond the end");
        }
        byte[] chunk = new byte[length + AROUND_CONTENT];
        in.get(chunk);
        return chunk;
    }

    private static byte[] content(byte[] chunk) {
        byte[] content = new byte[chunk.length - AROUND_CONTENT];
        System.arraycopy(chunk, 2 * Integer.BYTES, content, 0, content.length);
        return content;
    }

    private static byte[] chunk(String type, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(content.length + AROUND_CONTENT)
                .putInt(content.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(content);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), Integer.BYTES, content.length + Integer.BYTES);
        return chunk.putInt((int) sum.getValue()).array();
    }
}
