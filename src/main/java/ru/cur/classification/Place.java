package ru.cur.classification;

import java.util.List;
import java.util.Optional;
import ru.cur.directory.Wording.PlaceName;

/**
 * A place as it is named in texts: words that follow each other, not after a word that makes them a street.
 *
 * @param words their numbers in the lexicon
 * @param street number of the words for streets
 */
record Place(String municipalityCode, boolean addressOnly, List<Integer> words, int street) {
    /** Singular only: «на улицах Находки» is a town, «на улице Арсеньева» is not. */
    private static final String STREETS = "ул|улица|улице|улицу|улицы|переулок|переулке|пер|проспект|проспекте|просп|пр"
            + "|бульвар|бульваре|площадь|площади|шоссе|имени|им";

    static Place of(PlaceName name, Lexicon lexicon) {
        List<Integer> words = List.of(name.pattern().split(" +")).stream()
                .map(lexicon::number)
                .toList();
        return new Place(name.municipalityCode(), name.addressOnly(), words, lexicon.number(STREETS));
    }

    /** The municipality named first in a text; of names that begin at one word, the longest. */
    static Optional<String> firstIn(Occurrences text, List<Place> places) {
        Place best = null;
        int bestAt = Integer.MAX_VALUE;
        for (Place place : places) {
            int at = place.position(text);
            if (at >= 0
                    && (at < bestAt
                            || (at == bestAt
                                    && place.words().size() > best.words().size()))) {
                best = place;
                bestAt = at;
            }
        }
        return Optional.ofNullable(best).map(Place::municipalityCode);
    }

    private int position(Occurrences text) {
        int first = words.get(0);
        for (int at = text.next(first, 0); at >= 0; at = text.next(first, at + 1)) {
            if (!text.stands(street, at - 1) && restFollows(text, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean restFollows(Occurrences text, int at) {
        for (int i = 1; i < words.size(); i++) {
            if (!text.stands(words.get(i), at + i)) {
                return false;
            }
        }
        return true;
    }
}
