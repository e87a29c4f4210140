package ru.cur.reply;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ru.cur.reply.CaseBrief.Letter;
import ru.cur.reply.Finding.Kind;

/** Looks for what an author may not find of himself in a text that everybody can read. */
final class PersonalData {
    private static final Pattern PHONE = Pattern.compile(
            "(?<!\\d)(?:\\+?7|8)?[\\s(-]{0,2}\\d{3}[\\s)-]{0,2}\\d{3}[\\s-]?\\d{2}[\\s-]?\\d{2}(?!\\d)");
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern FLAT = Pattern.compile("(?iu)(?<!\\p{L})(?:кв\\.?|квартир[аыуе])\\s*№?\\s*\\d{1,4}");
    private static final Pattern NOT_A_DIGIT = Pattern.compile("\\D");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}-]+");
    private static final int PHONE_DIGITS = 10; // without the country
    private static final int LONGEST_ENDING = 3; // «Тестов» is in «Тестовыми»
    private static final int SHORTEST_STEM = 3;

    private final Set<String> firstNames;

    PersonalData(Set<String> firstNames) {
        this.firstNames = firstNames;
    }

    List<Finding> in(String text, List<Letter> letters) {
        List<Finding> found = new ArrayList<>();
        Set<String> own = letters.stream()
                .flatMap(letter -> Stream.of(letter.authorContact(), letter.text()))
                .flatMap(PersonalData::contacts)
                .collect(Collectors.toSet());
        contactsIn(text, own, found);
        FLAT.matcher(text)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .ifPresent(flat -> found.add(new Finding(
                        Kind.FLAT, "В ответе номер квартиры («%s»): его увидят все, уберите".formatted(flat.strip()))));
        letters.stream()
                .map(Letter::authorName)
                .distinct()
                .filter(author -> hasFullName(text, author))
                .findFirst()
                .ifPresent(author -> found.add(new Finding(
                        Kind.AUTHORS_NAME,
                        "В ответе имя и фамилия автора («%s»): его увидят все, оставьте имя".formatted(author))));
        return found;
    }

    private static void contactsIn(String text, Set<String> own, List<Finding> found) {
        Set<String> mobiles = new LinkedHashSet<>();
        Stream.of(PHONE, MAIL)
                .flatMap(pattern -> pattern.matcher(text).results())
                .map(MatchResult::group)
                .forEach(written -> {
                    if (own.contains(plain(written))) {
                        found.add(new Finding(
                                Kind.AUTHORS_CONTACT,
                                "В ответе телефон или почта автора (%s): его увидят все, уберите"
                                        .formatted(written.strip())));
                    } else if (isMobile(written)) {
                        mobiles.add(written.strip());
                    }
                });
        mobiles.forEach(mobile -> found.add(new Finding(
                Kind.MOBILE_PHONE, "В ответе мобильный телефон %s: проверьте, что он служебный".formatted(mobile))));
    }

    private static boolean isMobile(String contact) {
        return !contact.contains("@") && plain(contact).startsWith("9");
    }

    private static Stream<String> contacts(String text) {
        return text == null
                ? Stream.empty()
                : Stream.of(PHONE, MAIL)
                        .flatMap(pattern -> pattern.matcher(text).results())
                        .map(contact -> plain(contact.group()));
    }

    /** The last ten digits of a phone, a mail address in small letters. */
    private static String plain(String contact) {
        if (contact.contains("@")) {
            return contact.toLowerCase(Locale.ROOT);
        }
        String digits = NOT_A_DIGIT.matcher(contact).replaceAll("");
        return digits.substring(digits.length() - PHONE_DIGITS);
    }

    /** A surname beside a first name, in any case of declension; a surname alone may be the name of a street. */
    private boolean hasFullName(String text, String author) {
        List<String> surnames = Greeting.surnamesIn(author, firstNames);
        String name = Greeting.nameIn(author, firstNames).orElse("");
        if (surnames.isEmpty() || name.isEmpty()) {
            return false;
        }
        List<String> words = BETWEEN_WORDS.splitAsStream(text).toList();
        for (int i = 0; i + 1 < words.size(); i++) {
            String one = words.get(i);
            String other = words.get(i + 1);
            if (surnames.stream()
                    .anyMatch(surname -> areForms(name, one, surname, other) || areForms(name, other, surname, one))) {
                return true;
            }
        }
        return false;
    }

    private static boolean areForms(String name, String nameInText, String surname, String surnameInText) {
        return isForm(firstWord(name), nameInText) && isForm(surname, surnameInText);
    }

    private static String firstWord(String name) {
        return name.split(" ", 2)[0];
    }

    private static boolean isForm(String word, String inText) {
        String plain = word.toLowerCase(Locale.ROOT).replace('ё', 'е');
        String stem = plain.replaceAll("(ая|ой|ий|ый|[аяйьоеиыу])$", "");
        String other = inText.toLowerCase(Locale.ROOT).replace('ё', 'е');
        return stem.length() >= SHORTEST_STEM
                && other.startsWith(stem)
                && other.length() - stem.length() <= LONGEST_ENDING;
    }
}
