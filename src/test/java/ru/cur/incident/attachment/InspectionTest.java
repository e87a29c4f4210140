package ru.cur.incident.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ru.cur.incident.CaseRefusal;

/** What is let in, and what the person reads who brings something else. */
class InspectionTest {

    static Stream<Arguments> allowed() {
        return Stream.of(
                Arguments.of("люк.JPG", SampleFiles.jpeg(), FileKind.JPEG),
                Arguments.of("люк.jpeg", SampleFiles.jpegFromVladivostok(6), FileKind.JPEG),
                Arguments.of("снимок", SampleFiles.jpeg(), FileKind.JPEG),
                Arguments.of("экран.png", SampleFiles.png(), FileKind.PNG),
                Arguments.of("двор.webp", SampleFiles.webp(), FileKind.WEBP),
                Arguments.of("двор.gif", SampleFiles.gifFromVladivostok(), FileKind.GIF),
                Arguments.of("акт.pdf", SampleFiles.pdf(), FileKind.PDF),
                Arguments.of("акт.docx", SampleFiles.docx(), FileKind.DOCX),
                Arguments.of("смета.xlsx", SampleFiles.xlsx(), FileKind.XLSX),
                Arguments.of("акт.odt", SampleFiles.odt(), FileKind.ODT),
                Arguments.of("работы.mp4", SampleFiles.mp4(), FileKind.VIDEO));
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void theContentSaysWhatItIs(String name, byte[] content, FileKind kind) {
        assertThat(Inspection.of(content, name).kind()).isEqualTo(kind);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("пусто.jpg", new byte[0], "пустой"),
                Arguments.of(
                        "люк.jpg", SampleFiles.text("<!DOCTYPE html><html><script>alert(1)</script>"), "веб-страница"),
                Arguments.of(
                        "люк.svg", SampleFiles.text("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"), "SVG"),
                Arguments.of(
                        "люк.png", SampleFiles.text("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"), "SVG"),
                Arguments.of("люк.jpg", SampleFiles.png(), "на самом деле это изображение PNG (.png)"),
                Arguments.of("люк.jpg", SampleFiles.pdf(), "на самом деле это документ PDF (.pdf)"),
                Arguments.of("акт.pdf", SampleFiles.jpeg(), "на самом деле это снимок JPEG (.jpg)"),
                Arguments.of("люк.jpg.exe", SampleFiles.jpeg(), "имя и содержимое не сходятся"),
                Arguments.of("акт.docx", SampleFiles.xlsx(), "на самом деле это таблица Excel (.xlsx)"),
                Arguments.of("акт.doc", SampleFiles.text("\u0001"), "файл другого вида"),
                Arguments.of("setup.pdf", SampleFiles.text("MZ\0\0"), "программа"),
                Arguments.of("всё.zip", SampleFiles.zip("люк.jpg", "x"), "архив ZIP"),
                Arguments.of("акт.docx", SampleFiles.zip("люк.jpg", "x"), "архив ZIP"),
                Arguments.of("акт.docx", SampleFiles.start(SampleFiles.docx(), 900), "документ не открывается"),
                Arguments.of("акт.docx", SampleFiles.docxThatUnpacksEndlessly(), "займёт слишком много места"),
                Arguments.of(
                        "смета.xlsx",
                        SampleFiles.zip(
                                "[Content_Types].xml", "spreadsheetml.sheet.main+xml", "xl/vbaProject.bin", "Sub Auto"),
                        "макросы"),
                Arguments.of("люк.png", SampleFiles.pngOfTooManyPixels(), "больше 110 мегапикселей"),
                Arguments.of("люк.jpg", SampleFiles.start(SampleFiles.jpeg(), 400), "Файл повреждён"),
                Arguments.of(
                        "люк.jpg",
                        SampleFiles.joined(
                                SampleFiles.start(SampleFiles.jpeg(), 4),
                                SampleFiles.text("<script>alert(1)</script>")),
                        "Файл повреждён"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNotTakenIsExplained(String name, byte[] content, String complaint) {
        assertThatThrownBy(() -> Inspection.of(content, name))
                .isInstanceOf(CaseRefusal.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void aPictureThatCannotBeCleanedStaysInTheHouse() {
        Inspection damaged = Inspection.of(SampleFiles.jpegWithDamagedExif(), "люк.jpg");

        assertThat(damaged.unpublishable())
                .hasValueSatisfying(why -> assertThat(why).contains("EXIF", "повреждены"));
        assertThat(damaged.publicCopy()).isEmpty();
        assertThat(damaged.preview()).isPresent();
    }

    @Test
    void documentsAndVideosStayInTheHouse() {
        assertThat(Inspection.of(SampleFiles.docx(), "акт.docx").unpublishable())
                .hasValueSatisfying(why -> assertThat(why).contains("только изображения", "имена авторов"));
        assertThat(Inspection.of(SampleFiles.mp4(), "работы.mp4").unpublishable())
                .hasValueSatisfying(why -> assertThat(why).contains("только изображения", "из видео"));
    }

    @Test
    void aCopyIsKeptOnlyWhereItDiffers() {
        assertThat(Inspection.of(SampleFiles.png(), "экран.png").publicCopy()).isEmpty();
        assertThat(Inspection.of(SampleFiles.pngFromVladivostok(1), "экран.png").publicCopy())
                .isPresent();
        assertThat(Inspection.of(SampleFiles.pngFromVladivostok(1), "экран.png").isLocated())
                .isTrue();
        assertThat(Inspection.of(SampleFiles.jpegWithMuchElse(), "люк.jpg").isLocated())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            C:\\Фото\\люк.jpg            | люк.jpg
            ../../etc/passwd             | passwd
            люк\u202Egpj.exe             | люкgpj.exe
            a<b>"c".jpg                  | a_b__c_.jpg
            ..                           | файл
            ''                           | файл
            """)
    void namesAreMadeHarmless(String sent, String name) {
        assertThat(FileName.clean(sent)).isEqualTo(name);
        assertThat(FileName.clean(null)).isEqualTo("файл");
        assertThat(FileName.clean("л".repeat(500) + ".jpeg")).hasSize(120).endsWith("л.jpeg");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            300      | 300 байт
            12288    | 12 КБ
            20971520 | 20 МБ
            2411725  | 2,3 МБ
            """)
    void sizesAreSaidInRussian(long bytes, String text) {
        assertThat(FileSize.of(bytes)).isEqualTo(text);
    }
}
