package ru.cur.incident.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** WebP: a RIFF of chunks, each padded to an even length; one that has more than pixels begins with a chunk of flags. */
final class WebpPicture implements CleanPicture {
    private static final int CHUNK_HEADER = 8;
    private static final int FRAME_HEADER = 16;
    private static final int CANVAS_LENGTH = 10;
    private static final int SIDE = 0x3FFF;
    private static final byte EXIF_FLAG = 0x08;
    private static final byte XMP_FLAG = 0x04;
    private static final String FLAGS = "VP8X";
    private static final String FRAME = "ANMF";
    private static final String EXIF = "EXIF";
    private static final String LOSSY = "VP8 ";
    private static final String LOSSLESS = "VP8L";
    private static final Set<String> NEEDED = Set.of(LOSSY, LOSSLESS, "ALPH", "ICCP", "ANIM");

    private final ByteArrayOutputStream rest;
    private byte[] flags;
    private byte[] exif;
    private long pixels;

    private WebpPicture(int size) {
        this.rest = new ByteArrayOutputStream(size);
    }

    static WebpPicture read(byte[] original) {
        ByteBuffer in = ByteBuffer.wrap(original).order(ByteOrder.LITTLE_ENDIAN);
        if (!text(in).equals("RIFF")) {
            throw new DamagedPicture("no RIFF");
        }
        int length = in.getInt();
        ByteBuffer content = in.slice(in.position(), length);
        if (!text(content).equals("WEBP")) {
            throw new DamagedPicture("no WebP");
        }
        WebpPicture picture = new WebpPicture(original.length);
        picture.readChunks(content, picture.rest);
        if (picture.pixels == 0) {
            throw new DamagedPicture("a WebP without a picture");
        }
        return picture;
    }

    @Override
    public byte[] exif() {
        return exif;
    }

    @Override
    public long pixels() {
        return Math.max(pixels, canvas());
    }

    @Override
    public byte[] turned(int orientation) {
        boolean turned = orientation != Orientation.UPRIGHT;
        ByteArrayOutputStream chunks = new ByteArrayOutputStream(rest.size() + 64);
        if (flags != null) {
            byte[] said = flags.clone();
            said[0] = (byte) ((said[0] & ~XMP_FLAG & ~EXIF_FLAG) | (turned ? EXIF_FLAG : 0));
            chunk(chunks, FLAGS, said);
        }
        chunks.writeBytes(rest.toByteArray());
        if (turned) {
            chunk(chunks, EXIF, Orientation.block(orientation));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(chunks.size() + CHUNK_HEADER);
        ByteArrayOutputStream content = new ByteArrayOutputStream(chunks.size());
        content.writeBytes("WEBP".getBytes(StandardCharsets.ISO_8859_1));
        content.writeBytes(chunks.toByteArray());
        chunk(out, "RIFF", content.toByteArray());
        return out.toByteArray();
    }

    private void readChunks(ByteBuffer in, ByteArrayOutputStream out) {
        in.order(ByteOrder.LITTLE_ENDIAN);
        while (in.remaining() >= CHUNK_HEADER) {
            String type = text(in);
            byte[] content = content(in);
            pixels = Math.max(pixels, pixels(type, ByteBuffer.wrap(content)));
            if (type.equals(FLAGS) && flags == null && content.length >= CANVAS_LENGTH) {
                flags = content;
            } else if (type.equals(EXIF) && exif == null) {
                exif = content;
            } else if (type.equals(FRAME)) {
                chunk(out, FRAME, frame(content));
            } else if (NEEDED.contains(type)) {
                chunk(out, type, content);
            }
        }
    }

    /** What a picture with flags is drawn on; its width and height less one take three bytes each. */
    private long canvas() {
        if (flags == null) {
            return 0;
        }
        ByteBuffer sides = ByteBuffer.wrap(flags).order(ByteOrder.LITTLE_ENDIAN);
        return Math.multiplyFull((sides.getInt(4) & 0xFFFFFF) + 1, (sides.getInt(6) >>> 8) + 1);
    }

    /** Width times height, where the two kinds of coded pictures say them in 14 bits each. */
    private static long pixels(String type, ByteBuffer content) {
        content.order(ByteOrder.LITTLE_ENDIAN);
        return switch (type) {
            case LOSSY -> Math.multiplyFull(content.getShort(6) & SIDE, content.getShort(8) & SIDE);
            case LOSSLESS -> {
                int sides = content.getInt(1);
                yield Math.multiplyFull((sides & SIDE) + 1, (sides >> 14 & SIDE) + 1);
            }
            default -> 0;
        };
    }

    /** A frame of an animation holds chunks of its own. */
    private byte[] frame(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
        out.write(content, 0, FRAME_HEADER);
        readChunks(ByteBuffer.wrap(content, FRAME_HEADER, content.length - FRAME_HEADER), out);
        return out.toByteArray();
    }

    private static String text(ByteBuffer in) {
        byte[] text = new byte[Integer.BYTES];
        in.get(text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static byte[] content(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new DamagedPicture("a chunk of WebP that goes beyond the end");
        }
        byte[] content = new byte[length];
        in.get(content);
        if (length % 2 == 1 && in.hasRemaining()) {
            in.get();
        }
        return content;
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        out.writeBytes(type.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(content.length)
                .array());
        out.writeBytes(content.length % 2 == 0 ? content : Arrays.copyOf(content, content.length + 1));
    }
}
