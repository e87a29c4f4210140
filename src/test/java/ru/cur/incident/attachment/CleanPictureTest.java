package ru.cur.incident.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.incident.attachment.SampleFiles.image;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.imaging.Imaging;
import org.apache.commons.imaging.formats.jpeg.JpegImageMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The copy that may leave the house, judged by two libraries that have no part in making it. */
class CleanPictureTest {

    static Stream<Arguments> pictures() {
        return Stream.of(
                Arguments.of(FileKind.JPEG, SampleFiles.jpegFromVladivostok(1)),
                Arguments.of(FileKind.JPEG, SampleFiles.jpegFromVladivostok(6)),
                Arguments.of(FileKind.JPEG, SampleFiles.jpegWithMuchElse()),
                Arguments.of(FileKind.PNG, SampleFiles.pngFromVladivostok(1)),
                Arguments.of(FileKind.PNG, SampleFiles.pngFromVladivostok(3)),
                Arguments.of(FileKind.WEBP, SampleFiles.webpFromVladivostok(1)),
                Arguments.of(FileKind.WEBP, SampleFiles.webpFromVladivostok(8)),
                Arguments.of(FileKind.GIF, SampleFiles.gifFromVladivostok()));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void nothingOfThePlaceAndThePersonIsLeft(FileKind kind, byte[] original) throws Exception {
        byte[] copy = copy(kind, original);

        assertThat(text(original)).containsAnyOf("GPS", "Vladivostok", "43.1155", "Petrov");
        assertThat(text(copy))
                .doesNotContain("GPS", "xmp", "XMP DataXMP", "Vladivostok", "43.1155", "Petrov", "kv.7", "kvartira");
        Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(copy));
        assertThat(metadata.getDirectoriesOfType(GpsDirectory.class)).isEmpty();
        assertThat(Position.isIn(copy)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOriginalSaysTheRightPlaceAndTheCopyOnlyHowToTurnIt(int orientation) throws Exception {
        byte[] original = SampleFiles.jpegFromVladivostok(orientation);
        byte[] copy = copy(FileKind.JPEG, original);

        JpegImageMetadata of = (JpegImageMetadata) Imaging.getMetadata(original);
        assertThat(of.getExif().getGpsInfo().getLatitudeAsDegreesNorth()).isBetween(43.115, 43.116);
        assertThat(Position.isIn(original)).isTrue();
        ExifIFD0Directory said = ImageMetadataReader.readMetadata(new ByteArrayInputStream(copy))
                .getFirstDirectoryOfType(ExifIFD0Directory.class);
        if (orientation == 1) {
            assertThat(said).isNull();
        } else {
            assertThat(said.getTags()).hasSize(1);
            assertThat(said.getInteger(ExifIFD0Directory.TAG_ORIENTATION)).isEqualTo(orientation);
        }
    }

    @Test
    void pngAndWebpKeepTheirTurn() throws Exception {
        assertThat(Orientation.in(CleanPicture.of(FileKind.PNG, copy(FileKind.PNG, SampleFiles.pngFromVladivostok(3)))
                        .exif()))
                .isEqualTo(3);
        byte[] webp = copy(FileKind.WEBP, SampleFiles.webpFromVladivostok(8));
        assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(webp))
                        .getFirstDirectoryOfType(ExifIFD0Directory.class)
                        .getInteger(ExifIFD0Directory.TAG_ORIENTATION))
                .isEqualTo(8);
        assertThat(webp[20] & 0x0C).as("EXIF, no XMP").isEqualTo(0x08);
        byte[] upright = copy(FileKind.WEBP, SampleFiles.webpFromVladivostok(1));
        assertThat(upright[20] & 0x0C).as("neither").isZero();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void noPixelChanges(FileKind kind, byte[] original) {
        byte[] copy = copy(kind, original);

        if (kind == FileKind.WEBP) { // Java can't draw it: the coded picture itself is compared
            String coded = text(SampleFiles.webp()).substring(12);
            assertThat(text(copy)).contains(coded);
        } else {
            assertThat(pixels(image(copy))).isEqualTo(pixels(image(original)));
        }
        assertThat(CleanPicture.of(kind, copy).pixels())
                .isEqualTo(CleanPicture.of(kind, original).pixels());
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void aCleanPictureIsLeftAsItIs(FileKind kind, byte[] original) {
        byte[] copy = copy(kind, original);

        assertThat(copy(kind, copy)).isEqualTo(copy);
    }

    @Test
    void aDamagedBlockIsNoReasonToGuess() {
        byte[] exif = CleanPicture.of(FileKind.JPEG, SampleFiles.jpegWithDamagedExif())
                .exif();

        assertThatThrownBy(() -> Orientation.in(exif)).isInstanceOf(UnreadableOrientation.class);
    }

    /** Wherever a file breaks off or a byte is wrong, it is called damaged or it stays a picture; nothing else happens. */
    @ParameterizedTest
    @EnumSource(
            value = FileKind.class,
            names = {"JPEG", "PNG", "WEBP", "GIF"})
    void brokenFilesAreCalledDamaged(FileKind kind) {
        byte[] whole = pictures()
                .filter(one -> one.get()[0] == kind)
                .map(one -> (byte[]) one.get()[1])
                .findFirst()
                .orElseThrow();
        Random random = new Random(13);
        int damaged = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] broken = i % 2 == 0
                    ? Arrays.copyOf(whole, random.nextInt(whole.length))
                    : changed(whole, random.nextInt(whole.length), (byte) random.nextInt(256));
            damaged += isDamaged(kind, broken) ? 1 : 0;
        }
        assertThat(damaged).isGreaterThan(500);
        assertThat(isDamaged(kind, Arrays.copyOf(whole, whole.length / 2))).isTrue();
        assertThat(isDamaged(kind, new byte[0])).isTrue();
    }

    private static boolean isDamaged(FileKind kind, byte[] content) {
        try {
            CleanPicture picture = CleanPicture.of(kind, content);
            assertThat(picture.turned(6)).isNotEmpty();
            assertThat(picture.pixels()).isNotNegative();
            return false;
        } catch (DamagedPicture damaged) {
            return true;
        }
    }

    private static byte[] changed(byte[] content, int at, byte value) {
        byte[] changed = content.clone();
        changed[at] = value;
        return changed;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void previewsStandUpright(int orientation) {
        byte[] preview = Preview.of(SampleFiles.jpeg(), orientation).orElseThrow();

        BufferedImage small = image(preview);
        assertThat(small.getWidth() > small.getHeight()).isEqualTo(orientation < 5);
        // Where the corner goes that is red in the file.
        boolean right = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
        boolean below = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
        int rgb = small.getRGB(right ? small.getWidth() - 5 : 5, below ? small.getHeight() - 5 : 5);
        assertThat(rgb >> 16 & 0xFF).as("red").isGreaterThan(200);
        assertThat(rgb & 0xFF).as("blue").isLessThan(80);
        assertThat(Position.isIn(preview)).isFalse();
    }

    @Test
    void whatJavaCannotDrawHasNoPreview() {
        assertThat(Preview.of(SampleFiles.webp(), 1)).isEmpty();
        assertThat(Preview.of(SampleFiles.text("no picture"), 1)).isEmpty();
    }

    private static byte[] copy(FileKind kind, byte[] original) {
        CleanPicture clean = CleanPicture.of(kind, original);
        return clean.turned(Orientation.in(clean.exif()));
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
