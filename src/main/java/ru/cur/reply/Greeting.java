package ru.cur.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How an answer addresses its reader: by a name only when it is surely a name, and everybody's. */
record Greeting(String name) {
    static final String WORD = "Здравствуйте";

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}-]+");
    private static final Pattern PATRONYMIC = Pattern.compile("\\p{Lu}\\p{Ll}+(вич|вна|ьич|ична)");

    /** @param letters several authors are greeted without a name */
    static Greeting to(List<CaseBrief.Letter> letters, Set<String> firstNames) {
        List<String> authors = letters.stream()
                .map(CaseBrief.Letter::authorName)
                .map(name -> Objects.toString(name, ""))
                .distinct()
                .toList();
        return new Greeting(
                authors.size() == 1 ? nameIn(authors.get(0), firstNames).orElse(null) : null);
    }

    /** «Здравствуйте, Анна!» or «Здравствуйте!». */
    String text() {
        return name == null ? WORD + "!" : WORD + ", " + name + "!";
    }

    /** «Анна», «Анна Петровна»; empty when the words hold no Russian first name: a nickname is no form of address. */
    static Optional<String> nameIn(String author, Set<String> firstNames) {
        List<String> words = words(author).toList();
        for (int i = 0; i < words.size(); i++) {
            if (firstNames.contains(words.get(i))) {
                boolean formal = i + 1 < words.size()
                        && PATRONYMIC.matcher(words.get(i + 1)).matches();
                return Optional.of(formal ? words.get(i) + " " + words.get(i + 1) : words.get(i));
            }
        }
        return Optional.empty();
    }

    /** Words of the author's name that are neither a first name nor a patronymic nor an initial. */
    static List<String> surnamesIn(String author, Set<String> firstNames) {
        List<String> surnames = new ArrayList<>(words(author).toList());
        surnames.removeIf(word -> word.length() < 3
                || firstNames.contains(word)
                || PATRONYMIC.matcher(word).matches());
        return surnames;
    }

    private static Stream<String> words(String author) {
        return author == null
                ? Stream.empty()
                : BETWEEN_WORDS.splitAsStream(author).filter(word -> !word.isEmpty());
    }
}
