package ru.cur.channel.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ru.cur.channel.exchange.table.Titles;

/**
 * A mapping as it was typed: it stays in the form when something is wrong with it.
 *
 * @param typed by the names of the form's fields: {@code in.TEXT}, {@code out.STATUS}, {@code order.STATUS}, {@code word.KIND.…}
 */
record MappingForm(ExchangeSource source, Map<String, String> typed) {
    private static final int LONGEST = 200;
    private static final int LAST_PLACE = 99;

    static MappingForm of(Mapping mapping) {
        Map<String, String> typed = new HashMap<>();
        typed.put("zone", mapping.zone().getId());
        typed.put("dateFormat", mapping.dateFormat());
        typed.put("version", String.valueOf(mapping.version()));
        mapping.imported().forEach((field, title) -> typed.put("in." + field, title));
        int place = 0;
        for (Map.Entry<ExportField, String> column : mapping.exported().entrySet()) {
            typed.put("out." + column.getKey(), column.getValue());
            typed.put("order." + column.getKey(), String.valueOf(++place));
        }
        mapping.words()
                .forEach((topic, words) ->
                        words.forEach((meaning, list) -> typed.put("word." + topic + "." + meaning, list)));
        return new MappingForm(mapping.source(), typed);
    }

    /** What was typed there; empty for nothing. */
    public String value(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    public List<ImportField> importFields() {
        return ImportField.of(source);
    }

    public List<ExportField> exportFields() {
        return List.of(ExportField.values());
    }

    public Map<String, String> meanings(WordTopic topic) {
        return topic.belongsTo(source) ? topic.meanings() : Map.of();
    }

    /** What is wrong, one sentence each, in Russian. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        checkFormats(problems);
        checkTitles(problems, "Загрузка", imported());
        checkTitles(problems, "Выгрузка", exported());
        importFields().stream()
                .filter(field -> field.isRequired() && value("in." + field).isEmpty())
                .forEach(field -> problems.add("Загрузка: назовите столбец поля «%s».".formatted(field.title())));
        exportFields().stream()
                .filter(field -> field.isRequired() && value("out." + field).isEmpty())
                .forEach(field -> problems.add("Выгрузка: назовите столбец поля «%s».".formatted(field.title())));
        Arrays.stream(WordTopic.values()).forEach(topic -> checkWords(problems, topic));
        if (typed.values().stream().anyMatch(MappingForm::isUnstorable)) {
            problems.add("В одном из полей недопустимый знак или больше %d знаков.".formatted(LONGEST));
        }
        return problems;
    }

    private void checkFormats(List<String> problems) {
        if (zone() == null) {
            problems.add("Часовой пояс: выберите его из списка.");
        }
        try {
            if (value("dateFormat").isEmpty() || !canBeRead(value("dateFormat"))) {
                problems.add("Формат даты: в нём должны быть день (dd), месяц (MM) и год (yyyy).");
            }
        } catch (DateTimeException | IllegalArgumentException wrong) {
            problems.add("Формат даты: такого нет. Пример: dd.MM.yyyy HH:mm.");
        }
    }

    /** Whether the day that it writes is the day that it reads. */
    private static boolean canBeRead(String pattern) {
        LocalDateTime day = LocalDateTime.of(2026, 11, 23, 0, 0);
        String written = Mapping.formatter(pattern).format(day);
        Instant moment = day.toInstant(ZoneOffset.UTC);
        try {
            return new Moments(pattern, ZoneOffset.UTC, moment)
                    .of(null, written)
                    .equals(moment);
        } catch (ExchangeRefusal noDate) {
            return false;
        }
    }

    private static void checkTitles(List<String> problems, String where, Map<? extends Enum<?>, String> columns) {
        Set<String> seen = new HashSet<>();
        columns.values().stream()
                .filter(title -> !seen.add(Titles.plain(title)))
                .forEach(title -> problems.add("%s: столбец «%s» назван дважды.".formatted(where, title)));
    }

    private void checkWords(List<String> problems, WordTopic topic) {
        Map<String, String> seen = new HashMap<>();
        boolean any = false;
        for (Map.Entry<String, String> meaning : meanings(topic).entrySet()) {
            String words = value("word." + topic + "." + meaning.getKey());
            any |= !words.isEmpty();
            if (words.isEmpty() && topic != WordTopic.NETWORK) {
                problems.add("Слова: напишите, как называется «%s».".formatted(meaning.getValue()));
            }
            if (topic.isRead()) {
                Mapping.split(words)
                        .filter(word -> seen.put(Titles.plain(word), word) != null)
                        .forEach(word -> problems.add("Слова: «%s» стоит дважды.".formatted(word)));
            }
        }
        if (topic == WordTopic.NETWORK && topic.belongsTo(source) && !any) {
            problems.add("Слова: назовите хотя бы одну сеть.");
        }
    }

    private static boolean isUnstorable(String text) {
        return text.length() > LONGEST || !text.matches("[^\\p{Cc}\\p{Cs}]*");
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(value("zone"));
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    private Map<ImportField, String> imported() {
        Map<ImportField, String> imported = new EnumMap<>(ImportField.class);
        importFields().stream()
                .filter(field -> !value("in." + field).isEmpty())
                .forEach(field -> imported.put(field, value("in." + field)));
        return imported;
    }

    private Map<ExportField, String> exported() {
        Map<ExportField, String> exported = new LinkedHashMap<>();
        exportFields().stream()
                .filter(field -> !value("out." + field).isEmpty())
                .sorted(Comparator.comparing(this::place))
                .forEach(field -> exported.put(field, value("out." + field)));
        return exported;
    }

    /** Nonsense stands at the end. */
    private int place(ExportField field) {
        String typedPlace = value("order." + field);
        return typedPlace.matches("\\d{1,2}") ? Integer.parseInt(typedPlace) : LAST_PLACE;
    }

    private Map<WordTopic, Map<String, String>> words() {
        Map<WordTopic, Map<String, String>> words = new EnumMap<>(WordTopic.class);
        for (WordTopic topic : WordTopic.values()) {
            Map<String, String> byMeaning = new LinkedHashMap<>();
            meanings(topic).keySet().stream()
                    .filter(meaning -> !value("word." + topic + "." + meaning).isEmpty())
                    .forEach(meaning -> byMeaning.put(meaning, value("word." + topic + "." + meaning)));
            words.put(topic, byMeaning);
        }
        return words;
    }

    /** To be asked only when there are no problems. */
    Mapping toMapping(String actor, Instant now) {
        String version = value("version");
        return new Mapping(
                source,
                zone(),
                value("dateFormat"),
                imported(),
                exported(),
                words(),
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0,
                actor,
                now);
    }
}
