package ru.cur.incident.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** GIF: a screen with its colours, then images and extensions, each a chain of short blocks. It has no orientation. */
final class GifPicture implements CleanPicture {
    private static final int SIGNATURE_LENGTH = 6;
    private static final int SCREEN_LENGTH = 7;
    private static final int SCREEN_FLAGS = 4;
    private static final int IMAGE_LENGTH = 9;
    private static final int IMAGE_FLAGS = 8;
    private static final int IMAGE = 0x2C;
    private static final int EXTENSION = 0x21;
    private static final int END = 0x3B;
    private static final int GRAPHIC_CONTROL = 0xF9;
    private static final int APPLICATION = 0xFF;
    private static final int APPLICATION_NAME = 11;
    private static final Set<String> LOOPS = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");

    private final ByteBuffer in;
    private final ByteArrayOutputStream out;

    private GifPicture(byte[] original) {
        this.in = ByteBuffer.wrap(original);
        this.out = new ByteArrayOutputStream(original.length);
    }

    static GifPicture read(byte[] original) {
        GifPicture picture = new GifPicture(original);
        picture.readBlocks();
        return picture;
    }

    @Override
    public byte[] exif() {
        return null;
    }

    @Override
    public long pixels() {
        ByteBuffer screen = in.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        return Math.multiplyFull(
                screen.getShort(SIGNATURE_LENGTH) & 0xFFFF, screen.getShort(SIGNATURE_LENGTH + Short.BYTES) & 0xFFFF);
    }

    @Override
    public byte[] turned(int orientation) {
        return out.toByteArray();
    }

    private void readBlocks() {
        copy(SIGNATURE_LENGTH);
        copyColours(copy(SCREEN_LENGTH)[SCREEN_FLAGS]);
        boolean pixels = false;
        while (true) {
            int block = next();
            switch (block) {
                case IMAGE -> {
                    out.write(block);
                    copyColours(copy(IMAGE_LENGTH)[IMAGE_FLAGS]);
                    copy(1); // size of its codes
                    out.writeBytes(chain());
                    pixels = true;
                }
                case EXTENSION -> keep(next(), chain());
                case END -> {
                    if (!pixels) {
                        throw new DamagedPicture("a GIF without a picture");
                    }
                    out.write(END);
                    return;
                }
                default -> throw new DamagedPicture("no block of GIF: " + block);
            }
        }
    }

    private void keep(int label, byte[] chain) {
        if (label == GRAPHIC_CONTROL || (label == APPLICATION && LOOPS.contains(application(chain)))) {
            out.write(EXTENSION);
            out.write(label);
            out.writeBytes(chain);
        }
    }

    private static String application(byte[] chain) {
        return chain[0] == APPLICATION_NAME ? new String(chain, 1, APPLICATION_NAME, StandardCharsets.ISO_8859_1) : "";
    }

    /** A table of colours follows when the flags say so: three bytes for each of two to the power of their last three bits plus one. */
    private void copyColours(byte flags) {
        if ((flags & 0x80) != 0) {
            copy(3 << ((flags & 0x07) + 1));
        }
    }

    /** Blocks of at most 255 bytes up to an empty one. */
    private byte[] chain() {
        int start = in.position();
        for (int length = next(); length != 0; length = next()) {
            in.position(in.position() + length);
        }
        byte[] chain = new byte[in.position() - start];
        in.get(start, chain);
        return chain;
    }

    private byte[] copy(int length) {
        byte[] copied = new byte[length];
        in.get(copied);
        out.writeBytes(copied);
        return copied;
    }

    private int next() {
        return in.get() & 0xFF;
    }
}
