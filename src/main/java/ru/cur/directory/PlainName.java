package ru.cur.directory;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes names of municipalities comparable, however people write them. */
final class PlainName {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Map<String, String> LONG_FORMS = Map.of(
            "го", "городской округ",
            "мо", "муниципальный округ",
            "мр", "муниципальный район",
            "рн", "район");
    private static final Set<String> TYPES_OF_PLACES =
            Set.of("г", "город", "города", "пгт", "п", "поселок", "с", "село", "рп");

    private PlainName() {}

    /** «г. Спасск-Дальний » and «Спасск Дальний» become the same text, without ё, case and punctuation. */
    static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                .replace("р-н", "рн");
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(plain)) {
            if (!word.isEmpty() && !TYPES_OF_PLACES.contains(word)) {
                words.add(LONG_FORMS.getOrDefault(word, word));
            }
        }
        return String.join(" ", words);
    }
}
