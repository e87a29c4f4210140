package ru.cur.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import ru.cur.reply.VersionComparison.Piece;

class VersionComparisonTest {

    @Test
    void whatWasAddedAndWhatIsGoneIsMarked() {
        VersionComparison comparison =
                VersionComparison.of("Траву скосили вчера.", "Траву скосили, следующий покос весной.");
        assertThat(marked(comparison.before())).isEqualTo("Траву скосили [вчера].");
        assertThat(marked(comparison.after())).isEqualTo("Траву скосили[,] [следующий покос весной].");
        assertThat(comparison.hasChanges()).isTrue();
    }

    @Test
    void theSameTextHasNoMarks() {
        VersionComparison comparison = VersionComparison.of("Траву скосили.", "Траву скосили.");
        assertThat(comparison.hasChanges()).isFalse();
        assertThat(marked(comparison.after())).isEqualTo("Траву скосили.");
        assertThat(VersionComparison.of("", "").after()).isEmpty();
    }

    @Property(tries = 300)
    void nothingIsLostAndWhatIsNotMarkedIsCommon(@ForAll("texts") String before, @ForAll("texts") String after) {
        VersionComparison comparison = VersionComparison.of(before, after);
        assertThat(words(comparison.before(), true)).isEqualTo(before);
        assertThat(words(comparison.after(), true)).isEqualTo(after);
        assertThat(words(comparison.before(), false)).isEqualTo(words(comparison.after(), false));
        assertThat(comparison.hasChanges()).isEqualTo(!before.equals(after));
        assertThat(comparison.before()).allMatch(piece -> piece.same() != piece.changed());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("трава", "покос", " ", "\n\n", ", ", "№", "12", "!", "<b>", "ё")
                .list()
                .ofMaxSize(12)
                .map(tokens -> String.join("", tokens));
    }

    private static String words(List<Piece> side, boolean all) {
        return side.stream()
                .filter(piece -> all || piece.same())
                .map(Piece::words)
                .collect(Collectors.joining());
    }

    private static String marked(List<Piece> side) {
        return side.stream()
                .map(piece -> piece.changed() ? "[" + piece.words() + "]" : piece.words())
                .collect(Collectors.joining());
    }
}
