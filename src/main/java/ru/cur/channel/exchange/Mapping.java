package ru.cur.channel.exchange;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ru.cur.channel.exchange.table.Titles;

/**
 * How files of one system are read and written.
 *
 * @param zone of moments that are written without one
 * @param dateFormat pattern of {@link DateTimeFormatter}; ISO 8601 is understood besides
 * @param imported titles of the columns that come in; a field without a title is not read
 * @param exported titles of the columns that go out, in their order
 * @param words by topic and meaning: the words of the system, separated by commas
 * @param version grows with each change
 */
record Mapping(
        ExchangeSource source,
        ZoneId zone,
        String dateFormat,
        Map<ImportField, String> imported,
        Map<ExportField, String> exported,
        Map<WordTopic, Map<String, String>> words,
        int version,
        String changedBy,
        Instant changedAt) {

    /** What the words of the system mean, by the words as {@link Titles#plain} compares them. */
    Map<WordTopic, Map<String, String>> meanings() {
        Map<WordTopic, Map<String, String>> meanings = new EnumMap<>(WordTopic.class);
        words.forEach((topic, byMeaning) -> {
            Map<String, String> byWord = new HashMap<>();
            byMeaning.forEach((meaning, list) -> split(list).forEach(word -> byWord.put(Titles.plain(word), meaning)));
            meanings.put(topic, byWord);
        });
        return meanings;
    }

    static Stream<String> split(String words) {
        return Stream.of(words.split(",")).map(String::strip).filter(word -> !word.isEmpty());
    }

    /** @throws IllegalArgumentException when the pattern is none */
    static DateTimeFormatter formatter(String pattern) {
        // With «y» the year would need an era before a strict formatter accepted it.
        return DateTimeFormatter.ofPattern(pattern.replace('y', 'u')).withResolverStyle(ResolverStyle.STRICT);
    }

    Titles titles() {
        return new Titles(titles(true), titles(false));
    }

    private Set<String> titles(boolean required) {
        return imported.entrySet().stream()
                .filter(column -> column.getKey().isRequired() == required)
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }
}
