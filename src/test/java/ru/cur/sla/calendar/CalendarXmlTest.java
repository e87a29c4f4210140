package ru.cur.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.cur.sla.calendar.ProductionCalendar.Day;

class CalendarXmlTest {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String YEAR = "<calendar year=\"2026\" lang=\"ru\">";
    private static final String DAYS = YEAR + "<days>";
    private static final String END = "</days></calendar>";

    @Test
    void theYear2026IsTheSameAsTheOneThatComesWithTheProgram() throws IOException {
        Map<LocalDate, DayKind> published = PublishedCalendar.rows()
                .filter(row -> row[0].startsWith("2026"))
                .collect(Collectors.toMap(row -> LocalDate.parse(row[0]), row -> DayKind.valueOf(row[1])));

        Map<LocalDate, Day> read = CalendarXml.read(file("/calendar/2026.xml"), 2026);

        ProductionCalendar ours = PublishedCalendar.read();
        ProductionCalendar theirs = new ProductionCalendar(read, Set.of(2026));
        assertThat(read.keySet()).containsAll(published.keySet());
        assertThat(LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)))
                .allSatisfy(day -> assertThat(theirs.kindOf(day)).as("%s", day).isEqualTo(ours.kindOf(day)));
    }

    @Test
    void aDaySaysWhyItIsWhatItIs() throws IOException {
        Map<LocalDate, Day> read = read(
                "<calendar year=\"2027\"><holidays><holiday id=\"1\" title=\"Новый год\"/></holidays>"
                        + "<days><day d=\"01.01\" t=\"1\" h=\"1\"/><day d=\"01.08\" t=\"1\" f=\"01.04\"/>"
                        + "<day d=\"02.20\" t=\"2\"/><day d=\"02.21\" t=\"3\"/><day d=\"03.01\" t=\"1\" h=\"9\"/>"
                        + "</days></calendar>",
                2027);

        assertThat(read)
                .containsEntry(LocalDate.of(2027, 1, 1), new Day(DayKind.OFF, "Новый год"))
                .containsEntry(LocalDate.of(2027, 1, 8), new Day(DayKind.OFF, "Перенос с 4 января"))
                .containsEntry(LocalDate.of(2027, 2, 20), new Day(DayKind.SHORT, "Сокращённый день"))
                .containsEntry(LocalDate.of(2027, 2, 21), new Day(DayKind.WORK, "Рабочий выходной"))
                .containsEntry(LocalDate.of(2027, 3, 1), new Day(DayKind.OFF, "Нерабочий день"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                            | Файл пустой
            `  `                                                          | Файл пустой
            просто текст                                                  | не читается как XML, строка 1
            <calendar year="2026"><days>                                  | не читается как XML
            <calendar year="2026"><days><day d="01.01" t="1"/></days>     | не читается как XML
            <!DOCTYPE html><html><body>404</body></html>                  | веб-страница
            <HTML><head/></HTML>                                          | веб-страница
            <svg xmlns="http://www.w3.org/2000/svg"/>                     | ожидался элемент calendar, а стоит svg
            <calendar lang="ru"><days/></calendar>                        | не указан год
            <calendar year="две тысячи"><days/></calendar>                | не указан год
            <calendar year="2025"><days/></calendar>                      | календарь на 2025 год, а выбран 2026
            <calendar year="2026"><days/></calendar>                      | ни одного дня
            <calendar year="2026"><days><day t="1"/></days></calendar>    | d=«» – не день года
            <calendar year="2026"><days><day d="13.01" t="1"/></days></calendar> | d=«13.01» – не день года
            <calendar year="2026"><days><day d="2026-01-01" t="1"/></days></calendar> | d=«2026-01-01» – не день года
            <calendar year="2026"><days><day d="02.29" t="1"/></days></calendar> | дня 02.29 в 2026 году нет
            <calendar year="2026"><days><day d="02.30" t="1"/></days></calendar> | d=«02.30» – не день года
            <calendar year="2026"><days><day d="01.01" t="1" f="1 мая"/></days></calendar> | f=«1 мая» – не день года
            <calendar year="2026"><days><day d="01.01" t="4"/></days></calendar> | вид «4» неизвестен
            <calendar year="2026"><days><day d="01.01"/></days></calendar> | вид «» неизвестен
            <calendar year="2026"><days><day d="01.01" t="1"/><day d="01.01" t="2"/></days></calendar> | 01.01.2026 указан дважды
            <calendar year="2026"><holidays><holiday id="1"/></holidays></calendar> | нет названия
            """)
    void whatIsNoCalendarIsRefusedWithASentence(String xml, String complaint) {
        assertThatThrownBy(() -> read(xml, 2026))
                .isInstanceOf(CalendarRefusal.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void nothingIsTakenFromOutsideOfTheFile() {
        String outside = HEAD + "<!DOCTYPE calendar [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + DAYS
                + "<day d=\"01.01\" t=\"&x;\"/>" + END;
        String remote = HEAD + "<!DOCTYPE calendar SYSTEM \"http://127.0.0.1:1/x.dtd\">" + DAYS + END;
        String parameter =
                HEAD + "<!DOCTYPE calendar [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x\"> %x;]>" + DAYS + END;

        for (String attack : new String[] {outside, remote, parameter}) {
            assertThatThrownBy(() -> read(attack, 2026))
                    .isInstanceOf(CalendarRefusal.class)
                    .hasMessageContaining("описание типа");
        }
    }

    @Test
    void aThousandMillionLaughsAreNotLaughed() {
        StringBuilder laughs = new StringBuilder(HEAD + "<!DOCTYPE calendar [<!ENTITY l0 \"ха\">");
        for (int i = 1; i < 10; i++) {
            laughs.append(
                    "<!ENTITY l%d \"%s\">".formatted(i, "&l%d;".formatted(i - 1).repeat(10)));
        }
        laughs.append("]>").append(YEAR).append("<holidays><holiday id=\"1\" title=\"&l9;\"/></holidays></calendar>");

        assertThatThrownBy(() -> read(laughs.toString(), 2026))
                .isInstanceOf(CalendarRefusal.class)
                .hasMessageContaining("описание типа");
    }

    @Test
    void anEntityWithoutADescriptionIsRefusedToo() {
        assertThatThrownBy(() -> read(DAYS + "&x;" + END, 2026)).isInstanceOf(CalendarRefusal.class);
    }

    @Test
    void ofAHundredMegabytesOnlyTheFirstIsRead() {
        Endless file = new Endless(100L * 1024 * 1024);

        assertThatThrownBy(() -> CalendarXml.read(file, 2026))
                .isInstanceOf(CalendarRefusal.class)
                .hasMessageContaining("больше 1 МБ");
        assertThat(file.taken).isLessThan(2L * 1024 * 1024);
    }

    @Test
    void halfAMegabyteOfOneWordIsRefusedWithoutRepeatingIt() {
        String word = "я".repeat(250_000);

        assertThatThrownBy(() -> read(DAYS + "<day d=\"" + word + "\" t=\"1\"/>" + END, 2026))
                .isInstanceOf(CalendarRefusal.class)
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(200));
        assertThatThrownBy(() ->
                        read(YEAR + "<holidays><holiday id=\"1\" title=\"" + word + "\"/></holidays></calendar>", 2026))
                .isInstanceOf(CalendarRefusal.class)
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(200));
    }

    private static Map<LocalDate, Day> read(String xml, int year) throws IOException {
        return CalendarXml.read(
                new ByteArrayInputStream((xml == null ? "" : xml).getBytes(StandardCharsets.UTF_8)), year);
    }

    static InputStream file(String name) {
        return Objects.requireNonNull(CalendarXmlTest.class.getResourceAsStream(name));
    }

    /** A file that begins well and goes on with blanks. */
    private static final class Endless extends InputStream {
        private final long size;
        private long taken;

        Endless(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            taken++;
            return taken > size ? -1 : at(taken);
        }

        @Override
        public int read(byte[] target, int from, int length) {
            int count = (int) Math.min(length, size - taken);
            for (int i = 0; i < count; i++) {
                target[from + i] = (byte) at(taken + i + 1);
            }
            taken += count;
            return count == 0 && length > 0 ? -1 : count;
        }

        private static char at(long position) {
            return position <= DAYS.length() ? DAYS.charAt((int) position - 1) : ' ';
        }
    }
}
