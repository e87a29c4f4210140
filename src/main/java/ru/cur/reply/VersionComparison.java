package ru.cur.reply;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Two versions of a text side by side, word by word. The pieces of a side, one after the other, are its whole text.
 *
 * @param before the earlier version; what is changed is no longer in the later one
 * @param after the later version; what is changed was not in the earlier one
 */
public record VersionComparison(List<Piece> before, List<Piece> after) {
    private static final Pattern TOKEN = Pattern.compile("\\s+|[\\p{L}\\d]+|[^\\s\\p{L}\\d]");

    /** @param same the opposite of changed, for forms, whose templates know no «else» */
    public record Piece(String words, boolean changed, boolean same) {
        Piece(String words, boolean changed) {
            this(words, changed, !changed);
        }
    }

    public static VersionComparison of(String before, String after) {
        List<String> old = tokens(before);
        List<String> present = tokens(after);
        List<Piece> left = new ArrayList<>();
        List<Piece> right = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(old, present, true).getDeltas()) {
            boolean changed = delta.getType() != DeltaType.EQUAL;
            add(left, delta.getSource().getLines(), changed);
            add(right, delta.getTarget().getLines(), changed);
        }
        return new VersionComparison(left, right);
    }

    /** Whether the texts differ at all. */
    public boolean hasChanges() {
        return before.stream().anyMatch(Piece::changed) || after.stream().anyMatch(Piece::changed);
    }

    private static void add(List<Piece> side, List<String> tokens, boolean changed) {
        if (!tokens.isEmpty()) {
            side.add(new Piece(String.join("", tokens), changed));
        }
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }
}
