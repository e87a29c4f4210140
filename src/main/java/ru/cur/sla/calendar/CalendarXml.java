package ru.cur.sla.calendar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import ru.cur.sla.RussianDates;
import ru.cur.sla.calendar.ProductionCalendar.Day;

/**
 * Reads a year in the public XML format of xmlcalendar.ru. Takes nothing from outside of the file, and no more of it than a
 * year can need.
 */
final class CalendarXml {
    static final int LARGEST_BYTES = 1024 * 1024;
    static final int LONGEST_NOTE = 200;
    private static final int SNIFFED_BYTES = 2048;
    private static final Pattern WEB_PAGE = Pattern.compile("<(!doctype\\s+)?html", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter DAY_IN_FILE = DateTimeFormatter.ofPattern("MM.dd");
    private static final Map<String, DayKind> KINDS = Map.of("1", DayKind.OFF, "2", DayKind.SHORT, "3", DayKind.WORK);
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final XMLStreamReader xml;
    private final int wanted;
    private final Map<String, String> holidays = new HashMap<>();
    private final Map<LocalDate, Entry> entries = new TreeMap<>();
    private boolean yearSeen;

    /** A line of the file. @param holiday id, or null @param movedFrom or null */
    private record Entry(DayKind kind, String holiday, MonthDay movedFrom) {}

    private CalendarXml(XMLStreamReader xml, int wanted) {
        this.xml = xml;
        this.wanted = wanted;
    }

    /**
     * The days on which the year differs from the plain week.
     *
     * @param file read to the limit of its size at most
     * @throws CalendarRefusal when the file is no calendar of that year
     */
    static Map<LocalDate, Day> read(InputStream file, int year) throws IOException {
        byte[] bytes = file.readNBytes(LARGEST_BYTES + 1);
        if (bytes.length > LARGEST_BYTES) {
            throw new CalendarRefusal("Файл больше 1 МБ: это не календарь одного года.");
        }
        String beginning = new String(bytes, 0, Math.min(bytes.length, SNIFFED_BYTES), StandardCharsets.UTF_8).strip();
        if (beginning.isEmpty()) {
            throw new CalendarRefusal("Файл пустой.");
        }
        if (WEB_PAGE.matcher(beginning).lookingAt()) {
            throw new CalendarRefusal("Это веб-страница, а не XML. Скачайте сам файл calendar.xml и загрузите его.");
        }
        try {
            return new CalendarXml(factory().createXMLStreamReader(new ByteArrayInputStream(bytes)), year).days();
        } catch (XMLStreamException e) {
            throw new CalendarRefusal(
                    "Файл не читается как XML, строка %d. Скачайте его заново."
                            .formatted(
                                    e.getLocation() == null
                                            ? 1
                                            : e.getLocation().getLineNumber()),
                    e);
        }
    }

    /** Of the JDK, whatever else is on the class path: these are the switches that it understands. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    private Map<LocalDate, Day> days() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw refusal("в файле есть описание типа или ссылки на сущности, в календаре их не бывает");
                case XMLStreamConstants.START_ELEMENT -> take(xml.getLocalName());
                default -> {}
            }
        }
        if (entries.isEmpty()) {
            throw new CalendarRefusal("В файле нет ни одного дня.");
        }
        Map<LocalDate, Day> days = new TreeMap<>();
        entries.forEach((date, entry) -> days.put(date, new Day(entry.kind(), note(entry))));
        return days;
    }

    private void take(String element) {
        if (!yearSeen) {
            year(element);
            return;
        }
        switch (element) {
            case "holiday" -> holiday();
            case "day" -> day();
            default -> {}
        }
    }

    private void year(String element) {
        if (!element.equals("calendar")) {
            throw refusal("ожидался элемент calendar, а стоит %s".formatted(shortened(element)));
        }
        String year = attribute("year");
        if (!year.matches("\\d{4}")) {
            throw refusal("в элементе calendar не указан год");
        }
        if (Integer.parseInt(year) != wanted) {
            throw new CalendarRefusal("В файле календарь на %s год, а выбран %d.".formatted(year, wanted));
        }
        yearSeen = true;
    }

    private void holiday() {
        String title = attribute("title");
        if (title.isBlank() || title.length() > LONGEST_NOTE) {
            throw refusal("у праздника нет названия, или оно длиннее %d знаков".formatted(LONGEST_NOTE));
        }
        holidays.put(attribute("id"), title.strip());
    }

    private void day() {
        MonthDay dayOfYear = dateOf(attribute("d"), "d");
        if (!dayOfYear.isValidYear(wanted)) {
            throw refusal("дня %s в %d году нет".formatted(attribute("d"), wanted));
        }
        LocalDate date = dayOfYear.atYear(wanted);
        DayKind kind = KINDS.get(attribute("t"));
        if (kind == null) {
            throw refusal("день %s: вид «%s» неизвестен, бывают 1, 2 и 3"
                    .formatted(RussianDates.day(date), shortened(attribute("t"))));
        }
        String holiday = attribute("h").isEmpty() ? null : attribute("h");
        MonthDay movedFrom = attribute("f").isEmpty() ? null : dateOf(attribute("f"), "f");
        if (entries.put(date, new Entry(kind, holiday, movedFrom)) != null) {
            throw refusal("день %s указан дважды".formatted(RussianDates.day(date)));
        }
    }

    private MonthDay dateOf(String text, String attribute) {
        try {
            return MonthDay.parse(text, DAY_IN_FILE);
        } catch (DateTimeException e) {
            throw refusal("%s=«%s» – не день года, нужен вид ММ.ДД".formatted(attribute, shortened(text)));
        }
    }

    private String note(Entry entry) {
        if (entry.movedFrom() != null) {
            return "Перенос с %d %s"
                    .formatted(
                            entry.movedFrom().getDayOfMonth(),
                            Month.from(entry.movedFrom()).getDisplayName(TextStyle.FULL, RUSSIAN));
        }
        String title = entry.holiday() == null ? null : holidays.get(entry.holiday());
        if (title != null) {
            return title;
        }
        return switch (entry.kind()) {
            case OFF -> "Нерабочий день";
            case SHORT -> "Сокращённый день";
            case WORK -> "Рабочий выходной";
        };
    }

    private String attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private CalendarRefusal refusal(String what) {
        return new CalendarRefusal("Строка %d: %s.".formatted(xml.getLocation().getLineNumber(), what));
    }

    private static String shortened(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }
}
