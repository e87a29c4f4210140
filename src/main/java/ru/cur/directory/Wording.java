package ru.cur.directory;

import java.util.List;

/**
 * How things are recognised in a text. A pattern is words; {@code *} after a word stands for any ending and {@code |}
 * between words for a choice: {@code люк*|колодец без крышк*}.
 */
public final class Wording {
    private Wording() {}

    /**
     * The words of a category.
     *
     * @param pattern its words stand near each other, in any order
     */
    public record Keyword(String categoryCode, String pattern) {}

    /**
     * The name of a place.
     *
     * @param pattern its words follow each other
     * @param addressOnly whether it means a place in an address only
     */
    public record PlaceName(String municipalityCode, String pattern, boolean addressOnly) {}

    /**
     * Everything at once.
     *
     * @param keywords in the order of categories
     * @param urgentPhrases patterns; parts joined by {@code +} may stand anywhere in the text
     */
    public record Vocabulary(List<Keyword> keywords, List<String> urgentPhrases, List<PlaceName> placeNames) {}
}
