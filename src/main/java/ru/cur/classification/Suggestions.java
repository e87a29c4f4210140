package ru.cur.classification;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import ru.cur.directory.Directory;
import ru.cur.directory.Wording.Keyword;
import ru.cur.directory.Wording.Vocabulary;

/** Reads a message before people do. */
// The words are kept in memory: each message needs all of them, and nothing but a start of the program changes them.
@Service
public class Suggestions {
    private record Topic(String categoryCode, Phrase phrase) {}

    private final Lexicon lexicon = new Lexicon();
    private final List<Topic> topics;
    private final List<Phrase> urgent;
    private final List<Place> places;
    private final List<Place> placesInSentences;

    Suggestions(Directory directory) {
        Vocabulary vocabulary = directory.vocabulary();
        topics = vocabulary.keywords().stream().map(this::topic).toList();
        urgent = vocabulary.urgentPhrases().stream()
                .map(pattern -> Phrase.of(pattern, lexicon))
                .toList();
        places = vocabulary.placeNames().stream()
                .map(name -> Place.of(name, lexicon))
                .toList();
        placesInSentences =
                places.stream().filter(place -> !place.addressOnly()).toList();
    }

    private Topic topic(Keyword keyword) {
        return new Topic(keyword.categoryCode(), Phrase.of(keyword.pattern(), lexicon));
    }

    /**
     * Suggests category, danger and place; takes milliseconds for a text of any size, because only its beginning is read.
     *
     * @param text what the person wrote, may be null
     * @param address the place he named, may be null; it goes before places named in the text
     */
    public Suggestion of(String text, String address) {
        Occurrences inText = lexicon.find(Words.of(text));
        Occurrences inAddress = lexicon.find(Words.of(address));
        return new Suggestion(
                category(inText),
                urgent.stream().anyMatch(phrase -> phrase.isIn(inText)),
                Place.firstIn(inAddress, places).or(() -> Place.firstIn(inText, placesInSentences)));
    }

    /** The best score wins; of equal ones, the category that stands earlier in the classifier. */
    private Optional<String> category(Occurrences text) {
        String best = null;
        int bestScore = 0;
        String current = null;
        int score = 0;
        for (Topic topic : topics) {
            if (!topic.categoryCode().equals(current)) {
                current = topic.categoryCode();
                score = 0;
            }
            if (topic.phrase().isIn(text)) {
                score += score(topic.phrase());
            }
            if (score > bestScore) {
                best = current;
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }

    // Two words together say far more than the same two apart.
    private static int score(Phrase phrase) {
        return phrase.size() * phrase.size();
    }
}
