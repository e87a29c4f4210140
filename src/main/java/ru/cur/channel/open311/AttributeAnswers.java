package ru.cur.channel.open311;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.cur.channel.StorableText;
import ru.cur.sla.RussianDates;

/** Reads what was answered to the attributes of a service, and says it in the words of the message. */
final class AttributeAnswers {
    private static final Pattern NAME = Pattern.compile("attribute\\[([^\\[\\]]+)](\\[])?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}([.,]\\d{1,6})?");
    /** A day, perhaps with a time, that perhaps with a zone. */
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd")
            .optionalStart()
            .appendPattern("'T'HH:mm[:ss][.SSS]")
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final int LONGEST_STRING = 200;
    private static final int LONGEST_TEXT = 1000;
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2199;

    private final List<ServiceAttribute> attributes;
    private final ZoneId zone;
    private final List<GeoError> errors;

    /** @param errors what is wrong is added to them */
    AttributeAnswers(List<ServiceAttribute> attributes, ZoneId zone, List<GeoError> errors) {
        this.attributes = attributes;
        this.zone = zone;
        this.errors = errors;
    }

    /**
     * @param params of the request
     * @return lines such as «Полоса: левая»
     */
    List<String> read(Map<String, String[]> params) {
        Map<String, List<String>> given = given(params);
        List<String> lines = new ArrayList<>();
        for (ServiceAttribute attribute : attributes) {
            List<String> values = attribute.variable() ? given.remove(attribute.code()) : null;
            if (values != null) {
                line(attribute, values, lines);
            } else if (attribute.required()) {
                fault(attribute.code(), "обязательный атрибут не указан");
            }
        }
        given.keySet().forEach(code -> fault(code, "такого атрибута у этой услуги нет"));
        return lines;
    }

    private static Map<String, List<String>> given(Map<String, String[]> params) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        params.forEach((name, values) -> {
            Matcher attribute = NAME.matcher(name);
            List<String> filled = Arrays.stream(values)
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .toList();
            if (attribute.matches() && !filled.isEmpty()) {
                given.computeIfAbsent(attribute.group(1), code -> new ArrayList<>())
                        .addAll(filled);
            }
        });
        return given;
    }

    private void line(ServiceAttribute attribute, List<String> values, List<String> lines) {
        boolean several = attribute.datatype() == ServiceAttribute.Datatype.MULTIVALUELIST;
        if (values.size() > 1 && !several) {
            fault(attribute.code(), "нужно одно значение");
            return;
        }
        List<String> said = new ArrayList<>();
        for (String value : values.stream().distinct().toList()) {
            String words = words(attribute, value);
            if (words == null) {
                fault(attribute.code(), expected(attribute));
                return;
            }
            said.add(words);
        }
        lines.add(attribute.label() + ": " + String.join(", ", said));
    }

    /** The value in Russian; null when it is none of this type. */
    private String words(ServiceAttribute attribute, String value) {
        return switch (attribute.datatype()) {
            case STRING -> isText(value, LONGEST_STRING) && value.lines().count() == 1 ? value : null;
            case TEXT -> isText(value, LONGEST_TEXT) ? value : null;
            case NUMBER ->
                NUMBER.matcher(value).matches()
                        ? new BigDecimal(value.replace(',', '.'))
                                .toPlainString()
                                .replace('.', ',')
                        : null;
            case DATETIME -> moment(value.replace(' ', '+'));
            case SINGLEVALUELIST, MULTIVALUELIST -> attribute.values().get(value);
        };
    }

    private static boolean isText(String value, int longest) {
        return StorableText.is(value) && StorableText.length(value) <= longest;
    }

    private String moment(String value) {
        try {
            Object read = MOMENT.parseBest(value, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (read instanceof LocalDate day) {
                return isNear(day) ? RussianDates.day(day) : null;
            }
            ZonedDateTime moment = read instanceof OffsetDateTime exact
                    ? exact.atZoneSameInstant(zone)
                    : ((LocalDateTime) read).atZone(zone);
            return isNear(moment.toLocalDate()) ? RussianDates.moment(moment.toInstant(), zone) : null;
        } catch (DateTimeException notAMoment) {
            return null;
        }
    }

    private static boolean isNear(LocalDate day) {
        return day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR;
    }

    private static String expected(ServiceAttribute attribute) {
        return switch (attribute.datatype()) {
            case STRING -> "нужна одна строка не длиннее %d знаков".formatted(LONGEST_STRING);
            case TEXT -> "нужен текст не длиннее %d знаков".formatted(LONGEST_TEXT);
            case NUMBER -> "нужно число";
            case DATETIME -> "нужны дата и время вида 2026-11-23T10:00:00+10:00";
            case SINGLEVALUELIST, MULTIVALUELIST ->
                "нужно значение из списка: "
                        + String.join(", ", attribute.values().keySet());
        };
    }

    private void fault(String code, String what) {
        errors.add(new GeoError(GeoError.BAD, "attribute[%s]: %s".formatted(code, what)));
    }
}
