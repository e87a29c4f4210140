package ru.cur.incident.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.imaging.formats.jpeg.exif.ExifRewriter;
import org.apache.commons.imaging.formats.jpeg.xmp.JpegXmpRewriter;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.write.TiffImageWriterLossy;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files as people send them, made by the libraries of the field; pictures were taken in Vladivostok. */
public final class SampleFiles {
    private static final double LONGITUDE = 131.8855;
    private static final double LATITUDE = 43.1155;

    /** One grey pixel, as Google's encoder writes it. */
    private static final byte[] WEBP =
            Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    static final String XMP = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
            + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description"
            + " xmlns:exif='http://ns.adobe.com/exif/1.0/' exif:GPSLatitude='43,6.93N' exif:GPSLongitude='131,53.13E'/>"
            + "</rdf:RDF></x:xmpmeta>";

    private SampleFiles() {}

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writing.to(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture whose corners differ: red above on the left, blue on the right, green below. */
    private static byte[] drawn(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        drawing.setColor(Color.GREEN);
        drawing.fillRect(0, 0, width, height);
        drawing.setColor(Color.RED);
        drawing.fillRect(0, 0, width / 2, height / 2);
        drawing.setColor(Color.BLUE);
        drawing.fillRect(width / 2, 0, width - width / 2, height / 2);
        drawing.dispose();
        return bytes(out -> ImageIO.write(image, format, out));
    }

    public static byte[] jpeg() {
        return drawn("jpeg", 64, 48);
    }

    /** With EXIF that says where it was taken, who took it and how it must be turned, and with the same place in XMP. */
    public static byte[] jpegFromVladivostok(int orientation) {
        byte[] located = bytes(out -> new ExifRewriter().updateExifMetadataLossy(jpeg(), out, exif(orientation)));
        return bytes(out -> new JpegXmpRewriter().updateXmpXml(located, out, XMP));
    }

    private static TiffOutputSet exif(int orientation) throws IOException {
        TiffOutputSet exif = new TiffOutputSet();
        exif.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_ORIENTATION, (short) orientation);
        exif.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_ARTIST, "Ivan Petrov");
        exif.setGpsInDegrees(LONGITUDE, LATITUDE);
        return exif;
    }

    /** The block alone, from its TIFF header on. */
    static byte[] exifBlock(int orientation) {
        return bytes(out -> new TiffImageWriterLossy().write(out, exif(orientation)));
    }

    /** The EXIF of a JPEG, cut short in the middle of its main directory. */
    public static byte[] jpegWithDamagedExif() {
        byte[] block = exifBlock(6);
        byte[] cut = new byte[14];
        System.arraycopy(block, 0, cut, 0, cut.length);
        ByteBuffer segment = ByteBuffer.allocate(4 + 6 + cut.length)
                .putShort((short) 0xFFE1)
                .putShort((short) (2 + 6 + cut.length))
                .put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1))
                .put(cut);
        return joined(start(jpeg(), 2), segment.array(), rest(jpeg(), 2));
    }

    /** With a comment, a block of IPTC, and a video behind the picture, as phones append it. */
    public static byte[] jpegWithMuchElse() {
        byte[] comment = "\u00FF\u00FE\0\u0016Svetlanskaya, 22, kv.7".getBytes(StandardCharsets.ISO_8859_1);
        comment[3] = (byte) (comment.length - 2);
        byte[] iptc = "\u00FF\u00ED\0\u001APhotoshop 3.0\0Vladivostok".getBytes(StandardCharsets.ISO_8859_1);
        iptc[3] = (byte) (iptc.length - 2);
        byte[] video = "ftypmp42 +43.1155+131.8855/".getBytes(StandardCharsets.ISO_8859_1);
        return joined(start(jpeg(), 2), comment, iptc, rest(jpeg(), 2), video);
    }

    public static byte[] png() {
        return drawn("png", 64, 48);
    }

    /** With EXIF, a text that says the place, and XMP. */
    public static byte[] pngFromVladivostok(int orientation) {
        int afterHeader = 8 + 25;
        return joined(
                start(png(), afterHeader),
                pngChunk("eXIf", exifBlock(orientation)),
                pngChunk("tEXt", "Location\0Vladivostok, 43.1155 131.8855".getBytes(StandardCharsets.ISO_8859_1)),
                pngChunk("iTXt", ("XML:com.adobe.xmp\0\0\0\0\0" + XMP).getBytes(StandardCharsets.UTF_8)),
                rest(png(), afterHeader));
    }

    static byte[] pngChunk(String type, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(content);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 4, content.length + 4);
        return chunk.putInt((int) sum.getValue()).array();
    }

    /** A header that promises as many pixels as no program can draw. */
    public static byte[] pngOfTooManyPixels() {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(30_000)
                .putInt(30_000)
                .put((byte) 1)
                .array();
        return joined(start(png(), 8), pngChunk("IHDR", header), rest(png(), 8 + 25));
    }

    public static byte[] webp() {
        return WEBP.clone();
    }

    /** The same picture with flags, EXIF and XMP. */
    public static byte[] webpFromVladivostok(int orientation) {
        byte[] flags = {0x0C, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        byte[] content = joined(
                "WEBP".getBytes(StandardCharsets.ISO_8859_1),
                webpChunk("VP8X", flags),
                rest(WEBP, 12),
                webpChunk("EXIF", exifBlock(orientation)),
                webpChunk("XMP ", XMP.getBytes(StandardCharsets.UTF_8)));
        return webpChunk("RIFF", content);
    }

    static byte[] webpChunk(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + content.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .putInt(content.length)
                .put(content)
                .array();
    }

    /** With a comment and a place in XMP. */
    public static byte[] gifFromVladivostok() {
        byte[] gif = drawn("gif", 64, 48);
        int afterColours = 13 + (3 << ((gif[10] & 7) + 1));
        byte[] comment = "!\u00FE\u000Bkvartira 12\0".getBytes(StandardCharsets.ISO_8859_1);
        byte[] xmp = ("!\u00FF\u000BXMP DataXMP" + (char) 32 + "exif:GPSLatitude=43,6.93N, 131,5\0")
                .getBytes(StandardCharsets.ISO_8859_1);
        return joined(start(gif, afterColours), comment, xmp, rest(gif, afterColours));
    }

    public static byte[] pdf() {
        return "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
                .getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] docx() {
        return bytes(out -> {
            try (XWPFDocument document = new XWPFDocument()) {
                document.createParagraph().createRun().setText("Акт выполненных работ");
                document.write(out);
            }
        });
    }

    public static byte[] xlsx() {
        return bytes(out -> {
            try (Workbook book = new XSSFWorkbook()) {
                book.createSheet("Смета");
                book.write(out);
            }
        });
    }

    public static byte[] odt() {
        return zip("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<office/>");
    }

    /** @param parts names and contents by turns */
    static byte[] zip(String... parts) {
        return bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (int i = 0; i < parts.length; i += 2) {
                    zip.putNextEntry(new ZipEntry(parts[i]));
                    zip.write(parts[i + 1].getBytes(StandardCharsets.UTF_8));
                }
            }
        });
    }

    /** A document of Word by its list of parts; the only other part unpacks to 400 MB. */
    public static byte[] docxThatUnpacksEndlessly() {
        return bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
                zip.write("wordprocessingml.document.main+xml".getBytes(StandardCharsets.UTF_8));
                zip.putNextEntry(new ZipEntry("word/document.xml"));
                byte[] megabyte = new byte[1024 * 1024];
                for (int i = 0; i < 400; i++) {
                    zip.write(megabyte);
                }
            }
        });
    }

    /** As phones write it. */
    public static byte[] mp4() {
        return joined("\0\0\0\u0018ftypmp42\0\0\0\0mp42isom".getBytes(StandardCharsets.ISO_8859_1), new byte[64]);
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] joined(byte[]... parts) {
        return bytes(out -> {
            for (byte[] part : parts) {
                out.write(part);
            }
        });
    }

    public static byte[] start(byte[] content, int length) {
        return Arrays.copyOf(content, length);
    }

    static byte[] rest(byte[] content, int from) {
        return Arrays.copyOfRange(content, from, content.length);
    }

    static BufferedImage image(byte[] content) {
        try {
            return ImageIO.read(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
