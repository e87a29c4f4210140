package ru.cur.channel.exchange.table;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The titles of the columns that are looked for. */
public final class Titles {
    private static final int SHOWN = 15;

    private final Set<String> required;
    private final Map<String, String> byPlainTitle = new HashMap<>();

    /** @param required a file without one of them is none of ours */
    public Titles(Set<String> required, Set<String> optional) {
        this.required = Set.copyOf(required);
        required.forEach(title -> byPlainTitle.put(plain(title), title));
        optional.forEach(title -> byPlainTitle.put(plain(title), title));
    }

    /** The same for titles that people take for the same: without case, ё, doubled spaces and invisible signs. */
    public static String plain(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cf}\\p{Cc}\\s]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е');
    }

    /** The title that was asked for, as whoever asked has written it. */
    Optional<String> wanted(String inFile) {
        return Optional.ofNullable(byPlainTitle.get(plain(inFile)));
    }

    boolean suffice(Collection<String> found) {
        return found.containsAll(required);
    }

    /** @param found of those that were asked for @param inFile all that the file has instead */
    UnreadableFile missing(Collection<String> found, List<String> inFile) {
        String missing = required.stream()
                .filter(title -> !found.contains(title))
                .sorted()
                .map(Titles::quoted)
                .collect(Collectors.joining(", "));
        String present = inFile.stream()
                .filter(title -> !title.isBlank())
                .limit(SHOWN)
                .map(Titles::quoted)
                .collect(Collectors.joining(", "));
        return new UnreadableFile("В файле не нашлись столбцы: %s. %s".formatted(missing, hint(present)));
    }

    private static String hint(String present) {
        return present.isEmpty()
                ? "Проверьте, тот ли файл выбран."
                : "Есть столбцы: %s. Проверьте, тот ли файл выбран; если столбцы выгрузки изменились, попросите администратора изменить их названия."
                        .formatted(present);
    }

    private static String quoted(String title) {
        String line = title.strip();
        return "«" + (line.length() > 60 ? line.substring(0, 60) + "…" : line) + "»";
    }
}
