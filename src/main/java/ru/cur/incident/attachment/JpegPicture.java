package ru.cur.incident.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** JPEG: segments with a marker each, the coded picture behind the last of them, perhaps in several scans. */
final class JpegPicture implements CleanPicture {
    private static final int MARK = 0xFF;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int FIRST_FRAME = 0xC0;
    private static final int LAST_FRAME = 0xCF;
    private static final Set<Integer> NO_FRAMES = Set.of(0xC4, 0xC8, 0xCC);
    private static final int FRAME_HEIGHT = 1;
    private static final int FRAME_WIDTH = 3;
    private static final int LENGTH_BYTES = 2;
    private static final int JFIF_LENGTH = 14; // without its thumbnail

    private final ByteBuffer in;
    private final ByteArrayOutputStream jfif = new ByteArrayOutputStream();
    private final ByteArrayOutputStream rest;
    private byte[] exif;
    private long pixels;

    private JpegPicture(byte[] original) {
        this.in = ByteBuffer.wrap(original);
        this.rest = new ByteArrayOutputStream(original.length);
    }

    static JpegPicture read(byte[] original) {
        JpegPicture picture = new JpegPicture(original);
        picture.readSegments();
        return picture;
    }

    @Override
    public byte[] exif() {
        return exif;
    }

    @Override
    public long pixels() {
        return pixels;
    }

    /** The mark of JFIF comes first, as it must; readers find EXIF behind it. */
    @Override
    public byte[] turned(int orientation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(rest.size() + 64);
        out.write(MARK);
        out.write(SOI);
        out.writeBytes(jfif.toByteArray());
        if (orientation != Orientation.UPRIGHT) {
            segment(out, APP1, Orientation.markedBlock(orientation));
        }
        out.writeBytes(rest.toByteArray());
        return out.toByteArray();
    }

    private void readSegments() {
        if (next() != MARK || next() != SOI) {
            throw new DamagedPicture("no start of a JPEG");
        }
        boolean scanned = false;
        for (int marker = marker(); marker != EOI; marker = marker()) {
            keep(marker, payload());
            if (marker == SOS) {
                copyScan();
                scanned = true;
            }
        }
        if (!scanned) {
            throw new DamagedPicture("a JPEG without a picture");
        }
        rest.write(MARK);
        rest.write(EOI);
    }

    private byte[] payload() {
        byte[] payload = new byte[Math.max(0, (next() << 8 | next()) - LENGTH_BYTES)];
        in.get(payload);
        return payload;
    }

    private void keep(int marker, byte[] payload) {
        if (marker == APP0 && begins(payload, "JFIF\0") && payload.length >= JFIF_LENGTH) {
            byte[] header = Arrays.copyOf(payload, JFIF_LENGTH);
            header[JFIF_LENGTH - 2] = 0; // width and height of the thumbnail
            header[JFIF_LENGTH - 1] = 0;
            jfif.reset();
            segment(jfif, APP0, header);
        } else if (marker == APP1 && Orientation.startsWithMark(payload)) {
            exif = exif == null ? payload : exif;
        } else if (isNeeded(marker, payload)) {
            segment(rest, marker, payload);
            if (isFrame(marker)) {
                ByteBuffer frame = ByteBuffer.wrap(payload);
                pixels = Math.multiplyFull(frame.getShort(FRAME_HEIGHT) & 0xFFFF, frame.getShort(FRAME_WIDTH) & 0xFFFF);
            }
        }
    }

    /** SOF0 to SOF15, among which are three others. */
    private static boolean isFrame(int marker) {
        return marker >= FIRST_FRAME && marker <= LAST_FRAME && !NO_FRAMES.contains(marker);
    }

    /** Tables, frames and scans; of what applications add, colour profiles and Adobe's mark of the colour model. */
    private static boolean isNeeded(int marker, byte[] payload) {
        return switch (marker) {
            case APP2 -> begins(payload, "ICC_PROFILE\0");
            case APP14 -> begins(payload, "Adobe");
            default -> marker != COMMENT && (marker < APP0 || marker > APP15);
        };
    }

    private static boolean begins(byte[] payload, String mark) {
        return new String(payload, 0, Math.min(payload.length, mark.length()), StandardCharsets.ISO_8859_1)
                .equals(mark);
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] payload) {
        int length = payload.length + LENGTH_BYTES;
        out.write(MARK);
        out.write(marker);
        out.write(length >> 8);
        out.write(length);
        out.writeBytes(payload);
    }

    /** As decoders do, passes over what stands before a marker and is none. */
    private int marker() {
        while (true) {
            int marker = next() == MARK ? next() : 0;
            while (marker == MARK) {
                marker = next();
            }
            if (marker != 0 && !isRestart(marker)) {
                return marker;
            }
        }
    }

    /** Up to the next marker that does not belong to the scan itself. */
    private void copyScan() {
        int start = in.position();
        while (true) {
            if (next() == MARK) {
                int marker = in.get(in.position()) & 0xFF;
                if (marker != 0 && marker != MARK && !isRestart(marker)) {
                    in.position(in.position() - 1);
                    rest.write(in.array(), start, in.position() - start);
                    return;
                }
            }
        }
    }

    private static boolean isRestart(int marker) {
        return marker >= FIRST_RESTART && marker <= LAST_RESTART;
    }

    private int next() {
        return in.get() & 0xFF;
    }
}
