package ru.cur.platform.engine;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a listener or delegate of ours says to people, in Russian; the engine wraps it into English sentences of its own. */
public final class OwnSentence {
    private static final Pattern OWN = Pattern.compile("(?:^|: '?)((?:\\p{IsCyrillic}|«)[^']*)'?$", Pattern.DOTALL);

    private OwnSentence() {}

    /** @param message of an exception of the engine; null when it has none */
    public static Optional<String> in(String message) {
        Matcher own = OWN.matcher(Objects.toString(message, ""));
        return own.find() ? Optional.of(own.group(1)) : Optional.empty();
    }
}
